"""The charts of the page Countries: paths as bars over the years, and how long each stage of an accession took."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.called import bare
from data.cards import cards
from data.dates import DAYS_PER_YEAR, first_day
from data.paths import Path, accession_waits, decimal_year, in_words, paths, waiting
from data.tables import Tables
from data.vocabulary import Status
from data.words import phrase, words
from geo.charts.style import (
    AXIS_PX,
    ONLY_THIS,
    TICK_PX,
    TOP_PX,
    WIDE,
    Room,
    css_hatched,
    dressed,
    hatched,
    label,
    over_bar,
    safe,
)
from geo.drawing.palette import THEMES, Theme
from geo.wire.strict_json import Json

CALENDAR = "calendar"
SINCE_CONTACT = "contact"
ROW_PX = 27
NARROW_ROW_PX = 42
"""With the name of a row over its bar."""
BAR_PX = 16
HEAD_PX = 15
NAME_GAP = 0.02
STAGES = (
    ("contact_to_invited", Status.PARTNER),
    ("invited_to_protocol", Status.INVITEE),
    ("protocol_to_joined", Status.MEMBER),
)
"""The stages of an accession in their order, each with the status whose colour it wears."""
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


def path_figure(
    tables: Tables, theme: str, units: Sequence[str], aligned: str = CALENDAR, room: Room = WIDE
) -> go.Figure:
    """Every bar of `path_bars` over the years, a row for each kind, the countries one below the other.

    Each mark carries its country and kind as `customdata`. The look-up of the colours is `path_colours`.
    """
    ink, bars = THEMES[theme], path_bars(tables, units, aligned)
    heights, ticks, heads = _rows(bars, is_headed=len(units) > 1)
    count = max([*heights.values(), *heads.values()], default=-1) + 1
    by_calendar = aligned == CALENDAR
    span = _span(bars, tables, by_calendar=by_calendar)
    traces = [
        _bars(bars[bars["status"] == status], heights, ink, colour, name, tables, room)
        for status, (name, colour) in path_colours(theme).items()
        if status in set(bars["status"])
    ]
    layout: Json = {
        "barmode": "overlay",
        "xaxis": {
            "range": span,
            "tick0": 1960 if by_calendar else 0,
            "dtick": 20 if room.is_narrow else 10,
            "side": "top",
            "zeroline": not by_calendar,
            "zerolinecolor": ink.focus,
            "zerolinewidth": 2,
        },
        "yaxis": _rows_axis(ticks, count, room, ink),
        "annotations": [
            *(label(f"<b>{safe(name)}</b>", HEAD_PX, xref="paper", x=0, y=-height, xshift=2, bgcolor=ink.page)
              for name, height in heads.items()),
            *_names_above(ticks, _starts(bars, heights), span, room, ink),
        ],
        "margin": {"t": AXIS_PX, "b": TOP_PX},
    }  # fmt: skip
    return dressed(traces, layout, ink, round(count * _row_px(room)) + AXIS_PX + TOP_PX)


def _span(bars: pd.DataFrame, tables: Tables, *, by_calendar: bool) -> list[float]:
    """From where to where the axis of the years goes."""
    if by_calendar or bars.empty:
        return [tables.first_year, tables.last_year + 1]
    return [math.floor(bars["left"].min()), math.ceil(bars["right"].max()) + 1]


def _starts(bars: pd.DataFrame, heights: Mapping[tuple[str, str], int]) -> dict[int, float]:
    """Where the first bar of each row begins."""
    starts: dict[int, float] = {}
    for bar in bars.itertuples():
        starts.setdefault(-heights[bar.unit, bar.kind], float(bar.left))
    return starts


def _row_px(room: Room) -> int:
    return NARROW_ROW_PX if room.is_narrow else ROW_PX


def _bar_share(room: Room) -> float:
    return BAR_PX / _row_px(room)


def _rows_axis(ticks: Mapping[int, str], count: int, room: Room, ink: Theme) -> Json:
    """The axis of rows that are one high, from zero downwards; their names beside them where there is room."""
    top = 0.7 if room.is_narrow else 0.5
    axis: Json = {"range": [0.5 - count, top], "showticklabels": not room.is_narrow}
    return axis | {"tickmode": "array", "tickvals": list(ticks), "ticktext": [safe(name) for name in ticks.values()],
                   "tickfont": {"size": TICK_PX, "color": ink.text}, "ticklabelstandoff": 6}  # fmt: skip


def _names_above(
    ticks: Mapping[int, str], starts: Mapping[int, float], span: Sequence[float], room: Room, ink: Theme
) -> list[Json]:
    """The names of the rows over the beginning of their bars, where beside them there is no room."""
    above = _bar_share(room) / 2 + NAME_GAP
    return [
        over_bar(safe(name), starts[at], span, room, TICK_PX) | {"y": at + above, "bgcolor": ink.page}
        for at, name in ticks.items()
        if room.is_narrow
    ]


def path_colours(theme: str) -> dict[str, tuple[str, str]]:
    """What a bar's colour says, by the bar's status: words and fill; the empty status is everything else.

    The ways into a status are the bars, each with its name.
    """
    ink, text = THEMES[theme], words()
    fills = {str(status): (bare(status), ink.statuses[status].fill) for status in Status}
    other = {"": (text["path_chart"]["other_ties"], ink.land)}
    return {key: value for key, value in fills.items() if key != Status.NONE} | other


def _rows(bars: pd.DataFrame, *, is_headed: bool) -> tuple[dict[tuple[str, str], int], dict[int, str], dict[str, int]]:
    """How far down each country's kind stands, the labels of the rows, and where each country's name stands."""
    heights: dict[tuple[str, str], int] = {}
    ticks: dict[int, str] = {}
    heads: dict[str, int] = {}
    for bar in bars.itertuples():
        if bar.country not in heads and is_headed:
            heads[bar.country] = len(heads) + len(ticks)
        if (bar.unit, bar.kind) not in heights:
            heights[bar.unit, bar.kind] = at = len(heads) + len(ticks)
            ticks[-at] = bar.label
    return heights, ticks, heads


def _bars(
    rows: pd.DataFrame, heights: dict[tuple[str, str], int], ink: Theme, colour: str, name: str, tables: Tables,
    room: Room,
) -> go.Bar:  # fmt: skip
    return go.Bar(
        orientation="h",
        name=name,
        base=[float(left) for left in rows["left"]],
        x=[float(width) for width in rows["right"] - rows["left"]],
        y=[-heights[key] for key in zip(rows["unit"], rows["kind"], strict=True)],
        width=_bar_share(room),
        customdata=[[unit, kind] for unit, kind in zip(rows["unit"], rows["kind"], strict=True)],
        text=[_told(row, tables) for row in rows.itertuples()],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": colour,
            "line": {"color": ink.quiet_text, "width": 1},
            "pattern": hatched(colour, ink, rows["unsure"]),
        },
    )


def _told(bar: Any, tables: Tables) -> str:
    """A bar in words, as its card has it."""
    today = phrase("path_chart", "today", day=in_words(tables.as_of.isoformat()))
    span = phrase("path_chart", "span", first=in_words(bar.start), last=in_words(bar.end) or today)
    parts = (bar.label, bar.detail, span)
    unsure = f" ({words()['card']['unsure']})" if bar.unsure else ""
    return f"<b>{safe(bar.country)}</b><br>" + safe(", ".join(filter(None, parts)) + unsure)


@cache
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


def waits_figure(tables: Tables, theme: str, room: Room = WIDE) -> go.Figure:
    """Years from first contact to accession by stage; those who wait on top, hatched, until `as_of`.

    Each mark carries its country as `customdata`; at its end stand the years in all, with "about" where they are.
    """
    ink, table, text = THEMES[theme], waits_table(tables), words()["waits_chart"]
    at = {unit: -place for place, unit in enumerate(table["unit"])}
    still = table[table["kind"] == "waiting"]
    fill = ink.statuses[Status.ASPIRANT].fill
    traces = [_stage(still, at, "total", None, text["waiting"], fill, ink, room, is_hatched=True)]
    joined, base = table[table["kind"] == "joined"], None
    for stage, status in STAGES:
        traces.append(_stage(joined, at, stage, base, text[stage], ink.statuses[status].fill, ink, room))
        base = joined[stage] if base is None else base + joined[stage]
    ticks = dict(zip(at.values(), table["name"], strict=True))
    span = [0, 1.16 * table["total"].max()]
    layout: Json = {
        "barmode": "overlay",
        "xaxis": {"range": span, "dtick": 10, "side": "top"},
        "yaxis": _rows_axis(ticks, len(table), room, ink),
        "annotations": [
            *_names_above(ticks, dict.fromkeys(ticks, 0.0), span, room, ink),
            *(label(_total(row), TICK_PX, x=row.total, y=at[row.unit], xshift=6, bgcolor=ink.page)
              for row in table.itertuples()),
        ],
        "margin": {"t": AXIS_PX, "b": TOP_PX},
    }  # fmt: skip
    return dressed(traces, layout, ink, _row_px(room) * len(table) + AXIS_PX + TOP_PX)


def _total(row: Any) -> str:
    return phrase("waits_chart", "total_about" if row.total_about else "total", years=row.total)


def stage_colours(theme: str) -> list[tuple[str, str]]:
    """What the colours of `waits_figure` say: words, and the ground as CSS has it; hatched where the bars are."""
    ink, text = THEMES[theme], words()["waits_chart"]
    return [
        (text["waiting"], css_hatched(ink.statuses[Status.ASPIRANT].fill, ink)),
        *((text[stage], ink.statuses[status].fill) for stage, status in STAGES),
    ]


def _stage(
    rows: pd.DataFrame, at: dict[str, int], column: str, base: pd.Series | None, name: str, colour: str, ink: Theme,
    room: Room, *, is_hatched: bool = False,
) -> go.Bar:  # fmt: skip
    kept = rows[rows[column].notna()]
    return go.Bar(
        orientation="h",
        name=name,
        base=[0.0] * len(kept) if base is None else [float(each) for each in base.loc[kept.index]],
        x=[float(each) for each in kept[column]],
        y=[at[unit] for unit in kept["unit"]],
        width=_bar_share(room),
        customdata=[[unit] for unit in kept["unit"]],
        text=[_stage_told(row, name, column) for row in kept.itertuples()],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": colour,
            "line": {"color": ink.quiet_text, "width": 1},
            "pattern": hatched(colour, ink, [is_hatched] * len(kept)),
        },
    )


def _stage_told(row: Any, name: str, column: str) -> str:
    told, in_all = (
        phrase("waits_chart", "about_years" if getattr(row, f"{each}_about") else "years", years=getattr(row, each))
        for each in (column, "total")
    )
    lines = (phrase("waits_chart", "hover", stage=name, years=told), phrase("waits_chart", "in_all", years=in_all))
    return "<br>".join((f"<b>{safe(row.name)}</b>", *lines))
