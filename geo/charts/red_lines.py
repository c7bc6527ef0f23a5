"""The charts of the page Red lines: statements over time, and where Moscow's line ran."""

from bisect import bisect_right
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.dates import first_day, spelled
from data.quotation import quoted
from data.red_lines import GENERAL, line_by_year
from data.rounds import all_joiners
from data.tables import Tables
from data.vocabulary import Confidence, Side, Stance
from data.words import phrase, words
from geo.charts.style import ONLY_THIS, Drawn, dressed, look, safe
from geo.drawing.palette import PLOT_SYMBOLS, STANCE_INKS, THEMES, Theme
from geo.wire.strict_json import Json

SIDE_ROWS: tuple[tuple[str, tuple[Side, ...]], ...] = (
    ("moscow", (Side.SOVIET, Side.RUSSIAN)),
    ("nato", (Side.NATO, Side.US)),
    ("applicants", (Side.APPLICANT, Side.MEMBER)),
    ("ukraine", (Side.UKRAINIAN,)),
    ("others", (Side.OTHER_WESTERN, Side.OTHER)),
)
"""The rows of the time chart, from the top: each side the same height."""
NEAR_DAYS = 420  # marks closer than this share no lane
LANE_PX = 15
MEMBERS_PX = 150
SAID = {
    "refused": ("square", "red"),
    "objected": ("square", "ink"),
    "tolerated": ("diamond-open-dot", "calm"),
    "both": ("square-cross-open", "ink"),
    "worked": ("circle-open-dot", "ink"),
    "offer": ("circle-open", "calm"),
}
"""What Moscow said of a country in a year: sign, colour."""


def statements_figure(rows: pd.DataFrame, tables: Tables, theme: str, selected: str = "") -> Drawn:
    """Members by year as steps; below, every statement of `rows` a mark by stance, one row a side.

    Each mark carries its statement's id as `customdata`. Contested statements wear a ring; headline events are thin
    lines.
    """
    ink, text = THEMES[theme], words()
    said = list(rows.itertuples())
    lanes, rungs = _lanes(said)
    height = LANE_PX * (sum(rungs) + 1)
    share = MEMBERS_PX / (MEMBERS_PX + height)
    events = tables.events[tables.events["headline"] & ~tables.events["after_as_of"]]
    traces = [_members(tables, ink), _event_marks(events, ink)]
    contested = [row for row in said if row.confidence == Confidence.CONTESTED]
    if contested:
        traces.append(_rings(contested, [lanes[row.id] for row in contested], ink))
    for stance in Stance:
        if here := [row for row in said if row.stance == stance]:
            traces.append(_marks(here, stance, [lanes[row.id] for row in here], ink, selected))
    tops = [sum(rungs[place:]) for place in range(len(rungs))]
    edges = [top - 0.5 for top in tops]
    thin = {"type": "line", "line": {"color": ink.rule, "width": 1}, "layer": "below"}
    layout = {
        "xaxis": {"range": [date(tables.first_year - 1, 6, 1), tables.as_of + timedelta(days=365)], "dtick": "M120",
                  "anchor": "y2"},
        "yaxis": {"title": {"text": text["panel"]["members"].capitalize()}, "rangemode": "tozero", "dtick": 10,
                  "domain": [1.03 - share, 1]},
        "yaxis2": {"domain": [0, 1 - share], "showticklabels": False,
                   "range": [-0.8, sum(rungs) - 0.2]},
        "annotations": [
            {"xref": "paper", "x": 0, "xanchor": "left", "xshift": 4, "yref": "y2", "y": edge, "yanchor": "top",
             "text": text["statements_chart"]["side"][key], "showarrow": False,
             "font": {"size": 14, "color": ink.quiet_text}}
            for edge, (key, _) in zip(edges, SIDE_ROWS, strict=True)
        ],
        "shapes": [
            *({**thin, "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1} for day in events["day"]),
            *({**thin, "xref": "paper", "yref": "y2", "x0": 0, "x1": 1, "y0": edge, "y1": edge} for edge in edges),
        ],
    }  # fmt: skip
    return Drawn({"data": traces, "layout": look(layout, ink, MEMBERS_PX + height + 80)})


def _signs(here: list[Any], at: list[int], **more: Any) -> Json:
    """Signs for some statements, each at its day and height."""
    place = {"type": "scatter", "mode": "markers", "x": [row.day for row in here], "y": at, "yaxis": "y2"}
    return {**place, "unselected": {"marker": {"opacity": 1}}, **more}


def _marks(here: list[Any], stance: Stance, at: list[int], ink: Theme, selected: str) -> Json:
    text, colour = words(), getattr(ink, STANCE_INKS[stance])
    chosen = [row.id == selected for row in here]
    return _signs(
        here,
        at,
        name=text["stance"][stance]["label"],
        customdata=[[row.id] for row in here],
        text=[_hover(row, text) for row in here],
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "symbol": PLOT_SYMBOLS[stance],
            "size": [17 if one else 11 for one in chosen],
            "opacity": 1,
            "color": colour,
            "line": {
                "color": [ink.focus if one else colour for one in chosen],
                "width": [3 if one else 1.5 for one in chosen],
            },
        },
    )


def _rings(here: list[Any], at: list[int], ink: Theme) -> Json:
    """The ring that a contested statement wears; the sign in it takes the pointer."""
    return _signs(
        here,
        at,
        name=words()["statement"]["contested"],
        hoverinfo="skip",
        marker={"symbol": "circle-open", "size": 18, "opacity": 1, "color": ink.text, "line": {"width": 1.3}},
    )


def _members(tables: Tables, ink: Theme) -> Json:
    joined = sorted(one.joined_on for one in all_joiners(tables))
    days, text = sorted(set(joined)), words()["statements_chart"]
    counts = [bisect_right(joined, day) for day in days]
    return {
        "type": "scatter",
        "x": [*days, tables.as_of],
        "y": [*counts, counts[-1]],
        "mode": "lines",
        "line": {"shape": "hv", "color": ink.text, "width": 2.5},
        "name": text["members"],
        "showlegend": False,
        "hovertemplate": text["members_hover"] + ONLY_THIS,
    }


def _event_marks(events: pd.DataFrame, ink: Theme) -> Json:
    return {
        "type": "scatter",
        "x": list(events["day"]),
        "y": [0] * len(events),
        "mode": "markers",
        "marker": {"symbol": "line-ns-open", "size": 10, "color": ink.quiet_text},
        "text": [
            phrase("statements_chart", "event", day=spelled(row.day), title=safe(row.title))
            for row in events.itertuples()
        ],
        "hovertemplate": "%{text}" + ONLY_THIS,
        "name": words()["statements_chart"]["events"],
        "showlegend": False,
    }


def _lanes(rows: list[Any]) -> tuple[dict[str, int], list[int]]:
    """A height for each statement, so that no two meet, and how many lanes each side takes, from the top.

    A side's marks stand on its lowest lane as far as there is room, and above it where several fall together.
    """
    heights: dict[str, int] = {}
    rungs: list[int] = []
    base = 0
    for _, sides in reversed(SIDE_ROWS):
        taken: list[date] = []
        for row in rows:
            if row.side not in sides:
                continue
            lane = next((i for i, last in enumerate(taken) if (row.day - last).days > NEAR_DAYS), len(taken))
            taken[lane : lane + 1] = [row.day]
            heights[row.id] = base + lane
        rungs.insert(0, max(2, len(taken) + 1))
        base += rungs[0]
    return heights, rungs


def _hover(row: Any, text: Json) -> str:
    quote = quoted(row.quote) if row.quote else row.paraphrase
    stance = text["stance"][row.stance]["label"]
    line = phrase("statements_chart", "hover", speaker=row.speaker, day=row.date, stance=stance)
    return f"<b>{safe(line)}</b><br>{'<br>'.join(_lines(safe(quote)))}"


def _lines(text: str, width: int = 70) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def line_figure(tables: Tables, theme: str, selected: tuple[str, int] | None = None) -> go.Figure:
    """A sign for each country and year that Moscow named, as `line_by_year` says; empty where it was not named.

    Each mark carries country and year as `customdata`. Countries stand in the order in which they were first named.
    """
    ink, table, text = THEMES[theme], line_by_year(tables), words()["line_chart"]
    names = {GENERAL: text["general"], **dict(zip(tables.units["unit"], tables.units["name"], strict=True))}
    order = list(dict.fromkeys(table["country"]))
    labels = [names[country] for country in order]
    traces = []
    for said, (symbol, colour) in SAID.items():
        here = table[table["said"] == said]
        chosen = [selected == (country, year) for country, year in zip(here["country"], here["year"], strict=True)]
        traces.append(
            go.Scatter(
                x=list(here["year"]),
                y=[names[country] for country in here["country"]],
                mode="markers",
                name=text[said],
                customdata=[[country, int(year)] for country, year in zip(here["country"], here["year"], strict=True)],
                marker={
                    "symbol": symbol,
                    "size": 11,
                    "opacity": 1,
                    "color": getattr(ink, colour),
                    "line": {"color": [ink.focus if each else getattr(ink, colour) for each in chosen],
                             "width": [4 if each else 1.5 for each in chosen]},
                },
                unselected={"marker": {"opacity": 1}},
                text=[
                    phrase("line_chart", "statement" if len(ids) == 1 else "statements", n=len(ids))
                    for ids in here["ids"]
                ],
                hovertemplate=text["hover"] + ONLY_THIS,
            )
        )  # fmt: skip
    thin = {
        "type": "line",
        "line": {"color": ink.rule, "width": 1},
        "layer": "below",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
    }
    years = [first_day(start).year for start in tables.line_phases["start_on"]]
    layout = {
        "yaxis": {"categoryorder": "array", "categoryarray": labels[::-1]},
        "xaxis": {"range": [tables.first_year - 1, tables.last_year + 1], "dtick": 10},
        "shapes": [{**thin, "x0": year, "x1": year} for year in years],
    }
    return dressed(traces, layout, ink, 150 + 24 * len(order))
