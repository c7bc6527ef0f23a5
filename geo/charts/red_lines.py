"""The charts of the page Red lines: statements over time, and where Moscow's line ran.

Their rows are as high as they need to be for no sign to stand on another: the upright axis counts pixels.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

import pandas as pd

from data.dates import spelled, spelled_as_given
from data.event_told import event_told
from data.quotation import words_said
from data.red_lines import GENERAL, line_by_year
from data.rounds import all_joiners
from data.tables import Tables
from data.vocabulary import Confidence, Side, Stance
from data.words import counted, phrase, words
from geo.charts.peaks import peak_notes
from geo.charts.signs import chosen_uri, placed, said_uris, stance_uri
from geo.charts.style import (
    AXIS_PX,
    LABEL_PX,
    ONLY_THIS,
    TICK_PX,
    TOP_PX,
    WIDE,
    Drawn,
    Room,
    label,
    look,
    mixed,
    safe,
)
from geo.drawing.palette import THEMES, Theme
from geo.wire.strict_json import Json

SIDE_ROWS: tuple[tuple[str, tuple[Side, ...]], ...] = (
    ("moscow", (Side.SOVIET, Side.RUSSIAN)),
    ("nato", (Side.NATO, Side.US)),
    ("applicants", (Side.APPLICANT, Side.MEMBER)),
    ("ukraine", (Side.UKRAINIAN,)),
    ("others", (Side.OTHER_WESTERN, Side.OTHER)),
)
"""The rows of the time chart, from the top: each side the same height."""
SAID = ("refused", "objected", "tolerated", "both", "worked", "offer")
"""What Moscow said of a country in a year."""
SIGN_PICTURE = 24 / 16
"""A picture of a sign is larger than the sign, for the ring that some wear."""
FREE = 1.1
"""The room that a sign keeps for itself, in its own width."""
NAME_PX = 24
FOOT_PX = 5
MEMBERS_PX = 92
HEADING_PX = 26
NOTES_PX = 15
"""Between the members and the notes over the statements."""
SIDE_PX = 14
NAMES_PX = 168
"""Left of the grid at most: the names of its rows."""
MS_PER_DAY = 86_400_000
TINT = 0.3
"""How much of the colour of a rule is in the ground of every other row."""


# ---------------------------------------------------------------------- all statements


def statements_figure(rows: pd.DataFrame, tables: Tables, theme: str, selected: str = "", room: Room = WIDE) -> Drawn:
    """Members by year as steps; below, every statement of `rows` as the sign of its stance, one row a side.

    Each mark carries its statement's id as `customdata`. Contested statements wear a ring. The years with most
    statements are told over the rows.
    """
    ink, said = THEMES[theme], list(rows.itertuples())
    px = room.width - 2 * SIDE_PX
    span, days_per_px = _span(rows, tables, px, room)
    heights, edges = _side_rows(said, FREE * room.sign * days_per_px, room)
    notes, notes_px = peak_notes(rows, span, px, tables, ink)
    whole = MEMBERS_PX + NOTES_PX + notes_px + edges[0]
    layout = {
        "xaxis": {"range": span, "dtick": "M240" if room.is_narrow else "M120", "tick0": "1950-01-01", "anchor": "y2",
                  "side": "top", "automargin": False},
        "yaxis": {"domain": [1 - MEMBERS_PX / whole, 1], "range": [0, 1.1 * len(all_joiners(tables))],
                  "showticklabels": False},
        "yaxis2": {"domain": [0, edges[0] / whole], "range": [0, edges[0]], "showticklabels": False},
        "annotations": [*_members_labels(tables, ink), *_side_names(edges, ink),
                        *({**note, "y": edges[0] / whole} for note in notes)],
        "shapes": _grounds(edges, "y2", ink),
        "images": _signs(said, heights, ink, selected, room, days_per_px),
        "margin": {"t": TOP_PX + HEADING_PX, "b": TOP_PX, "l": SIDE_PX, "r": SIDE_PX},
    }  # fmt: skip
    traces = [_members(tables, ink), _event_marks(tables, ink), *_marks(said, heights, room)]
    return Drawn({"data": traces, "layout": look(layout, ink, whole + 2 * TOP_PX + HEADING_PX)})


def _span(rows: pd.DataFrame, tables: Tables, px: int, room: Room) -> tuple[tuple[date, date], float]:
    """From when to when the chart goes, with room for a whole sign at both ends; and how many days a pixel has."""
    first = min([date(tables.first_year, 1, 1), *rows["day"]])
    days_per_px = (tables.as_of - first).days / (px - 2 * room.sign)
    edge = timedelta(days=days_per_px * room.sign)
    return (first - edge, tables.as_of + edge), days_per_px


def _side_rows(rows: Sequence[Any], near: float, room: Room) -> tuple[dict[str, float], list[int]]:
    """How high each statement stands, and the upper edge of each side's row, from the top."""
    heights: dict[str, float] = {}
    tops: list[int] = []
    base = 0
    for _, sides in reversed(SIDE_ROWS):
        here = [row for row in rows if row.side in sides]
        lanes = _lanes([row.day.toordinal() for row in here], near)
        heights |= {row.id: base + FOOT_PX + (lane + 0.5) * _step(room) for row, lane in zip(here, lanes, strict=True)}
        base += round(NAME_PX + FOOT_PX + _step(room) * (max(lanes, default=0) + 1))
        tops.insert(0, base)
    return heights, tops


def _step(room: Room) -> float:
    return FREE * room.sign


def _lanes(places: Sequence[float], near: float) -> list[int]:
    """A lane for each place, in their order: the lowest on which nothing stands near."""
    taken: list[float] = []
    lanes = []
    for place in places:
        lane = next((i for i, last in enumerate(taken) if place - last > near), len(taken))
        taken[lane : lane + 1] = [place]
        lanes.append(lane)
    return lanes


def _signs(
    said: Sequence[Any], heights: Mapping[str, float], ink: Theme, selected: str, room: Room, days_per_px: float
) -> list[Json]:
    px = SIGN_PICTURE * room.sign
    size = {"yref": "y2", "sizey": px, "sizex": 4 * px * days_per_px * MS_PER_DAY}
    pictures = [
        placed(stance_uri(Stance(row.stance), ink, ringed=row.confidence == Confidence.CONTESTED), row.day,
               heights[row.id], **size)
        for row in said
    ]  # fmt: skip
    chosen = [placed(chosen_uri(ink), row.day, heights[row.id], **size) for row in said if row.id == selected]
    return pictures + chosen


def _marks(said: Sequence[Any], heights: Mapping[str, float], room: Room) -> list[Json]:
    """What the pointer meets, unseen under the signs; one trace for each stance."""
    text = words()
    return [
        {**_unseen(room), "yaxis": "y2", "name": text["stance"][stance]["label"],
         "x": [row.day for row in here], "y": [heights[row.id] for row in here],
         "customdata": [[row.id] for row in here], "text": [_hover(row, text) for row in here]}
        for stance in Stance
        if (here := [row for row in said if row.stance == stance])
    ]  # fmt: skip


def _unseen(room: Room) -> Json:
    hidden = {"marker": {"opacity": 0}}
    return {"type": "scatter", "mode": "markers", "marker": {"size": room.sign, "opacity": 0}, "selected": hidden,
            "unselected": hidden, "hovertemplate": "%{text}" + ONLY_THIS}  # fmt: skip


def _side_names(edges: Sequence[int], ink: Theme) -> list[Json]:
    """The names of the sides, each at the upper left of its row."""
    names = words()["statements_chart"]["side"]
    return [
        label(
            f"<b>{names[key]}</b>",
            TICK_PX,
            xref="paper",
            x=0,
            xshift=6,
            yref="y2",
            y=edge,
            yanchor="top",
            yshift=-3,
            bgcolor=ground(place, ink),
        )
        for place, (edge, (key, _)) in enumerate(zip(edges, SIDE_ROWS, strict=True))
    ]


def _grounds(edges: Sequence[int], yref: str, ink: Theme) -> list[Json]:
    """Each row on its ground, and a rule over it."""
    bottoms = [*edges[1:], 0]
    wide = {"xref": "paper", "yref": yref, "x0": 0, "x1": 1, "layer": "below"}
    grounds = [
        {**wide, "type": "rect", "y0": low, "y1": high, "fillcolor": ground(place, ink), "line": {"width": 0}}
        for place, (low, high) in enumerate(zip(bottoms, edges, strict=True))
    ]
    thin = {**wide, "type": "line", "line": {"color": ink.rule, "width": 1}}
    rules = [{**thin, "y0": edge, "y1": edge} for edge in edges]
    return grounds + rules


def ground(place: int, ink: Theme) -> str:
    """The ground of a row: every other one is tinted."""
    return mixed(ink.page, ink.rule, TINT) if place % 2 == 0 else ink.page


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
        "hovertemplate": text["members_hover"] + ONLY_THIS,
    }


def _members_labels(tables: Tables, ink: Theme) -> list[Json]:
    """What the upper panel shows, and the first and the last number of its steps."""
    joined = sorted(one.joined_on for one in all_joiners(tables))
    quiet = {"font": {"size": LABEL_PX, "color": ink.quiet_text}}
    heading = f"<b>{words()['statements_chart']['members_by_year']}</b>"
    first = joined.count(joined[0])
    return [
        label(heading, xref="paper", x=0, yref="paper", y=1, yanchor="bottom", yshift=4) | quiet,
        label(str(first), TICK_PX, x=joined[0], y=first, yanchor="top", yshift=-1),
        label(str(len(joined)), TICK_PX, x=tables.as_of, y=len(joined), yanchor="bottom", yshift=1)
        | {"xanchor": "right"},
    ]


def _event_marks(tables: Tables, ink: Theme) -> Json:
    """A short stroke under the members for each headline event, told to the pointer."""
    days, told = events_told(tables)
    return {
        "type": "scatter",
        "x": list(days),
        "y": [1.5] * len(days),
        "mode": "markers",
        "marker": {"symbol": "line-ns-open", "size": 8, "color": ink.quiet_text},
        "text": list(told),
        "hovertemplate": "%{text}" + ONLY_THIS,
        "name": words()["statements_chart"]["events"],
    }


@cache
def events_told(tables: Tables) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The days of the headline events, and what is told of each."""
    events = tables.events[tables.events["headline"] & ~tables.events["after_as_of"]]
    told = (
        phrase("statements_chart", "event", day=spelled(row.day), title=safe(event_told(row, tables).title))
        for row in events.itertuples()
    )
    return tuple(events["day"]), tuple(told)


def _hover(row: Any, text: Json) -> str:
    stance = text["stance"][row.stance]["label"]
    line = phrase("statements_chart", "hover", speaker=row.speaker, day=spelled_as_given(row.date), stance=stance)
    return f"<b>{safe(line)}</b><br>{'<br>'.join(_lines(safe(words_said(row))))}"


def _lines(text: str, width: int = 46) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


# ---------------------------------------------------------------------- where the line ran


def names_of_line(tables: Tables) -> dict[str, str]:
    """The names of the rows of the grid, by country."""
    return {GENERAL: words()["line_chart"]["general"],
            **dict(zip(tables.units["unit"], tables.units["name"], strict=True))}  # fmt: skip


def line_figure(tables: Tables, theme: str, selected: tuple[str, int] | None = None, room: Room = WIDE) -> Drawn:
    """A sign for each country and year that Moscow named, as `line_by_year` says; empty where it was not named.

    Each mark carries country and year as `customdata`. Countries stand in the order in which they were first named.
    """
    ink, table, names = THEMES[theme], line_by_year(tables), names_of_line(tables)
    span = (tables.first_year - 1.5, tables.last_year + 1.5)
    left = SIDE_PX if room.is_narrow else NAMES_PX
    years_per_px = (span[1] - span[0]) / (room.width - left - SIDE_PX)
    order = list(dict.fromkeys(table["country"]))
    heights, edges = _country_rows(table, order, FREE * room.sign * years_per_px, room)
    px = SIGN_PICTURE * room.sign
    size, uris = {"yref": "y", "sizey": px, "sizex": 4 * px * years_per_px}, said_uris(ink)
    cells = list(table.itertuples())
    images = [placed(uris[cell.said], cell.year, heights[cell.country, cell.year], **size) for cell in cells]
    if selected in heights:
        images.append(placed(chosen_uri(ink), selected[1], heights[selected], **size))
    middles = [(low + high) / 2 for low, high in zip([*edges[1:], 0], edges, strict=True)]
    beside = {"showticklabels": True, "tickmode": "array", "tickvals": middles, "ticklabelstandoff": 6,
              "ticktext": [safe(names[country]) for country in order],
              "tickfont": {"size": LABEL_PX, "color": ink.text}}  # fmt: skip
    layout = {
        "yaxis": {"range": [0, edges[0]], **({"showticklabels": False} if room.is_narrow else beside)},
        "xaxis": {"range": span, "dtick": 20 if room.is_narrow else 10, "tick0": 1950, "side": "top"},
        "annotations": [
            label(
                safe(names[country]),
                TICK_PX,
                xref="paper",
                x=0,
                xshift=4,
                y=edge,
                yanchor="top",
                yshift=-3,
                bgcolor=ground(place, ink),
            )
            for place, (country, edge) in enumerate(zip(order, edges, strict=True))
            if room.is_narrow
        ],
        "shapes": _grounds(edges, "y", ink),
        "images": images,
        "margin": {"t": AXIS_PX, "b": TOP_PX, "l": SIDE_PX, "r": SIDE_PX},
    }
    traces = [
        {**_unseen(room), "name": words()["line_chart"][said], "x": [cell.year for cell in here],
         "y": [heights[cell.country, cell.year] for cell in here],
         "customdata": [[cell.country, cell.year] for cell in here],
         "text": [_told_of_cell(cell, safe(names[cell.country])) for cell in here]}
        for said in SAID
        for here in [[cell for cell in cells if cell.said == said]]
    ]  # fmt: skip
    return Drawn({"data": traces, "layout": look(layout, ink, edges[0] + AXIS_PX + TOP_PX)})


def _country_rows(
    table: pd.DataFrame, order: Iterable[str], near: float, room: Room
) -> tuple[dict[tuple[str, int], float], list[int]]:
    """How high each cell stands, and the upper edge of each country's row, from the top."""
    head = NAME_PX if room.is_narrow else FOOT_PX
    years = {country: [int(year) for year in table.loc[table["country"] == country, "year"]] for country in order}
    lanes = {country: _lanes(here, near) for country, here in years.items()}
    rows_px = [round(head + FOOT_PX + _step(room) * (max(lanes[country]) + 1)) for country in years]
    edges = list(accumulate(reversed(rows_px)))[::-1]
    heights = {
        (country, year): edge - px + FOOT_PX + (lane + 0.5) * _step(room)
        for (country, here), edge, px in zip(years.items(), edges, rows_px, strict=True)
        for year, lane in zip(here, lanes[country], strict=True)
    }
    return heights, edges


def _told_of_cell(cell: Any, country: str) -> str:
    text = words()["line_chart"]
    n = counted(text["statements"], len(cell.ids))
    return phrase("line_chart", "hover", country=country, year=cell.year, said=text[cell.said], statements=n)
