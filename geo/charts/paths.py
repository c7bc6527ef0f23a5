"""The charts of the page Countries: paths as bars over the years, and how long each stage of an accession took."""

import math
from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.cards import cards
from data.dates import DAYS_PER_YEAR, first_day
from data.paths import Path, accession_waits, decimal_year, in_words, paths, waiting
from data.tables import Tables
from data.vocabulary import Status
from data.words import phrase, words
from geo.charts.style import ONLY_THIS, dressed, safe
from geo.drawing.palette import THEMES, Theme
from geo.wire.strict_json import Json

CALENDAR = "calendar"
SINCE_CONTACT = "contact"
ROW_PX = 28
LABEL_LETTERS = 22
BAR_SHARE = 0.62
STAGES = (
    ("contact_to_invited", Status.PARTNER),
    ("invited_to_protocol", Status.INVITEE),
    ("protocol_to_joined", Status.MEMBER),
)
"""The stages of an accession in their order, each with the status whose colour it wears."""
AXIS_ON_TOP = {"side": "top", "automargin": True}
"""The charts are taller than a screen: their years stand where they are read first."""
ABOUT = ("", "_about")
BAR_COLUMNS = ("kind", "label", "detail", "status", "start", "end", "unsure")


def path_bars(tables: Tables, units: Sequence[str], aligned: str = CALENDAR) -> pd.DataFrame:
    """The bars of some countries' cards, in the order of their kinds' first days; a row each.

    `left` and `right` are calendar years with decimals, or years since first contact, which founders and others
    without one do not have: they are left out then. Bars that began before the atlas begin with it, open ones end on
    `as_of`; `start` and `end` stay as the tables write them.
    """
    first, known = date(tables.first_year, 1, 1), {path.unit: path for path in paths(tables)}
    rows: list[Json] = []
    for unit in units:
        path = known[unit]
        zero = _zero(path, aligned)
        if zero is None:
            continue
        bars = sorted(cards(tables)[unit].bars, key=lambda bar: first_day(bar.start))
        order = list(dict.fromkeys(bar.kind for bar in bars))
        for bar in sorted(bars, key=lambda bar: order.index(bar.kind)):
            start = max(first_day(bar.start), first)
            end = first_day(bar.end) if bar.end else tables.as_of
            rows.append(
                {
                    "unit": unit,
                    "country": path.name,
                    **{name: getattr(bar, name) for name in BAR_COLUMNS},
                    "left": decimal_year(start) - zero,
                    "right": max(decimal_year(end), decimal_year(start)) - zero,
                }
            )
    return pd.DataFrame(rows, columns=["unit", "country", *BAR_COLUMNS, "left", "right"])


def _zero(path: Path, aligned: str) -> float | None:
    if aligned == CALENDAR:
        return 0
    return decimal_year(path.contact.day) if path.contact else None


def path_figure(tables: Tables, theme: str, units: Sequence[str], aligned: str = CALENDAR) -> go.Figure:
    """Every bar of `path_bars` over the years, a row for each kind, the countries one below the other.

    Each mark carries its country and kind as `customdata`. The look-up of the colours is `path_colours`.
    """
    ink, bars = THEMES[theme], path_bars(tables, units, aligned)
    heights, ticks, heads = _rows(bars, is_headed=len(units) > 1)
    low = -1 - max([*heights.values(), *heads.values()], default=0)
    colours = path_colours(theme)
    traces = [
        _bars(bars[bars["status"] == status], heights, ink, colour, name, tables)
        for status, (name, colour) in colours.items()
        if status in set(bars["status"])
    ]
    heading: Json = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "showarrow": False}
    layout: Json = {
        "barmode": "overlay",
        "showlegend": False,
        "xaxis": {
            "title": words()["path_chart"][aligned],
            "range": [tables.first_year, tables.last_year + 1] if aligned == CALENDAR else None,
            "tick0": 1960 if aligned == CALENDAR else 0,
            "dtick": 20,
            "minor": {"dtick": 10, "showgrid": True, "gridcolor": ink.rule},
            "tickangle": 0,
            **AXIS_ON_TOP,
            "zeroline": aligned != CALENDAR,
            "zerolinecolor": ink.focus,
            "zerolinewidth": 2,
        },
        "yaxis": {"range": [low + 0.4, -0.4], "tickmode": "array", "tickvals": list(ticks), "tickfont": {"size": 12},
                  "ticktext": [_label(label) for label in ticks.values()], "ticks": "", "ticklabelstandoff": 4},
        "annotations": [
            {**heading, "y": -height, "text": f"<b>{safe(name)}</b>", "font": {"size": 15}, "xshift": 2}
            for name, height in heads.items()
        ],
    }  # fmt: skip
    return _small_margin(dressed(traces, layout, ink, round(-low * ROW_PX) + 60))


def path_colours(theme: str) -> dict[str, tuple[str, str]]:
    """What a bar's colour says, by the bar's status: words and fill; the empty status is everything else."""
    ink, text = THEMES[theme], words()
    fills = {str(status): (text["status"][status]["label"], ink.statuses[status].fill) for status in Status}
    other = {"": (text["path_chart"]["other_ties"], ink.land)}
    return {key: value for key, value in fills.items() if key != Status.NONE} | other


def _rows(bars: pd.DataFrame, *, is_headed: bool) -> tuple[dict[tuple[str, str], int], dict[int, str], dict[str, int]]:
    """How far down each country's kind stands, the labels of the rows, and where each country's name stands."""
    heights: dict[tuple[str, str], int] = {}
    ticks: dict[int, str] = {}
    heads: dict[str, int] = {}
    at = 0
    for bar in bars.itertuples():
        if bar.country not in heads and is_headed:
            at += 1
            heads[bar.country] = at
        if (bar.unit, bar.kind) not in heights:
            at += 1
            heights[bar.unit, bar.kind] = at
            ticks[-at] = bar.label
    return heights, ticks, heads


def _bars(
    rows: pd.DataFrame, heights: dict[tuple[str, str], int], ink: Theme, colour: str, name: str, tables: Tables
) -> go.Bar:
    return go.Bar(
        orientation="h",
        name=name,
        base=[float(left) for left in rows["left"]],
        x=[float(width) for width in rows["right"] - rows["left"]],
        y=[-heights[key] for key in zip(rows["unit"], rows["kind"], strict=True)],
        width=BAR_SHARE,
        customdata=[[unit, kind] for unit, kind in zip(rows["unit"], rows["kind"], strict=True)],
        text=[_told(row, tables) for row in rows.itertuples()],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": colour,
            "line": {"color": ink.quiet_text, "width": 1},
            "pattern": {
                "shape": ["/" if unsure else "" for unsure in rows["unsure"]],
                "fillmode": "replace",
                "bgcolor": colour,
                "fgcolor": ink.page,
                "size": 7,
                "solidity": 0.25,
            },
        },
    )


def _told(bar: Any, tables: Tables) -> str:
    """A bar in words, as its card has it."""
    today = phrase("path_chart", "today", day=in_words(tables.as_of.isoformat()))
    span = phrase("path_chart", "span", first=in_words(bar.start), last=in_words(bar.end) or today)
    parts = (bar.label, bar.detail, span)
    unsure = f" ({words()['card']['unsure']})" if bar.unsure else ""
    return f"<b>{safe(bar.country)}</b><br>" + safe(", ".join(filter(None, parts)) + unsure)


def _label(text: str) -> str:
    return "<br>".join(safe(line) for line in wrap(text, LABEL_LETTERS)[:2])


def waits_table(tables: Tables) -> pd.DataFrame:
    """What `waits_figure` draws: a row for each accession and each country that waits, and a column for each stage.

    Columns: unit, name, kind ("joined" or "waiting"), joined, the stages in years, total in years, and for each of
    them `_about`. Founders, who waited for nobody, are left out; those who wait stand first, then the longest.
    """
    joined = accession_waits(tables)
    joined = joined[~joined["founder"]].reset_index(drop=True)
    years = {stage: joined[stage].astype(float) / DAYS_PER_YEAR for stage, _ in STAGES}
    first = joined[["unit", "name", "joined", *(f"{stage}_about" for stage in years)]].assign(
        kind="joined",
        **years,
        total=joined["contact_to_joined"].astype(float) / DAYS_PER_YEAR,
        total_about=joined["contact_to_joined_about"],
    )
    still = waiting(tables)
    second = still[["unit", "name"]].assign(
        kind="waiting",
        joined="",
        **{stage: math.nan for stage in years},
        **{f"{stage}_about": False for stage in years},
        total=still["contact_days"].astype(float) / DAYS_PER_YEAR,
        total_about=still["contact_about"],
    )
    columns = ["unit", "name", "kind", "joined", *(f"{stage}{part}" for stage in (*years, "total") for part in ABOUT)]
    table = pd.concat([second[columns], first[columns]], ignore_index=True)
    return table.sort_values(["kind", "total", "name"], ascending=[False, False, True], ignore_index=True)


def waits_figure(tables: Tables, theme: str) -> go.Figure:
    """Years from first contact to accession by stage; those who wait on top, hatched, until `as_of`.

    Each mark carries its country as `customdata`; those known only about say so.
    """
    ink, table, text = THEMES[theme], waits_table(tables), words()["waits_chart"]
    at = {unit: -place for place, unit in enumerate(table["unit"])}
    still = table[table["kind"] == "waiting"]
    fill = ink.statuses[Status.ASPIRANT].fill
    traces = [_stage(still, at, "total", None, text["waiting"], fill, ink, hatched=True)]
    joined, base = table[table["kind"] == "joined"], None
    for stage, status in STAGES:
        traces.append(_stage(joined, at, stage, base, text[stage], ink.statuses[status].fill, ink))
        base = joined[stage] if base is None else base + joined[stage]
    names = [phrase("waits_chart", "about", country=_label(name)) if about else _label(name)
             for name, about in zip(table["name"], table["total_about"], strict=True)]  # fmt: skip
    layout: Json = {
        "barmode": "overlay",
        "showlegend": False,
        "xaxis": {"title": text["axis"], "rangemode": "tozero", "nticks": 9, **AXIS_ON_TOP},
        "yaxis": {"range": [0.6 - len(table), 0.6], "tickmode": "array", "tickvals": list(at.values()),
                  "ticktext": names, "tickfont": {"size": 13}, "ticks": "", "ticklabelstandoff": 4},
    }  # fmt: skip
    return _small_margin(dressed(traces, layout, ink, ROW_PX * (len(table) + 1) + 60))


def stage_colours(theme: str) -> list[tuple[str, str]]:
    """What the colours of `waits_figure` say: words and fill."""
    ink, text = THEMES[theme], words()["waits_chart"]
    return [
        (text["waiting"], ink.statuses[Status.ASPIRANT].fill),
        *((text[stage], ink.statuses[status].fill) for stage, status in STAGES),
    ]


def _stage(
    rows: pd.DataFrame, at: dict[str, int], column: str, base: pd.Series | None, name: str, colour: str, ink: Theme,
    *, hatched: bool = False,
) -> go.Bar:  # fmt: skip
    kept = rows[rows[column].notna()]
    return go.Bar(
        orientation="h",
        name=name,
        base=[0.0] * len(kept) if base is None else [float(each) for each in base.loc[kept.index]],
        x=[float(each) for each in kept[column]],
        y=[at[unit] for unit in kept["unit"]],
        width=BAR_SHARE,
        customdata=[[unit] for unit in kept["unit"]],
        text=[_stage_told(row, name, column) for row in kept.itertuples()],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": colour,
            "line": {"color": ink.quiet_text, "width": 1},
            "pattern": {
                "shape": "/" if hatched else "",
                "fillmode": "replace",
                "bgcolor": colour,
                "fgcolor": ink.page,
                "size": 7,
                "solidity": 0.25,
            },
        },
    )


def _stage_told(row: Any, name: str, column: str) -> str:
    told, in_all = (
        phrase("waits_chart", "about_years" if getattr(row, f"{each}_about") else "years", years=getattr(row, each))
        for each in (column, "total")
    )
    lines = (phrase("waits_chart", "hover", stage=name, years=told), phrase("waits_chart", "in_all", years=in_all))
    return "<br>".join((f"<b>{safe(row.name)}</b>", *lines))


def _small_margin(figure: go.Figure) -> go.Figure:
    """No room for a legend above: it stands beside the chart as text."""
    figure.layout.margin.t = 8
    return figure
