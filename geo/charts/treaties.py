"""The chart of the treaties of arms control: from entry into force to the end, each told over its own bar."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from data.dates import spelled, spelled_as_given
from data.paths import decimal_year
from data.tables import Tables
from data.treaties import Treaty, treaties
from data.words import phrase, words
from geo.charts.style import AXIS_PX, ONLY_THIS, TOP_PX, WIDE, Room, dressed, hatched, over_bar, safe
from geo.drawing.palette import THEMES, Theme
from geo.wire.strict_json import Json

ROW_PX = 46
BAR_SHARE = 0.3
ABOVE = 0.17
"""How far over the middle of its bar a text stands, in rows."""


def treaties_figure(tables: Tables, theme: str, room: Room = WIDE) -> go.Figure:
    """A bar a treaty, hatched from the day on which one side stopped applying it; over it its name, years and end.

    Each mark carries the treaty's id as `customdata`.
    """
    ink, shown, text = THEMES[theme], treaties(tables), words()["treaties_chart"]
    at = {one.row.id: -place for place, one in enumerate(shown)}
    cut = [treaty for treaty in shown if treaty.applied_until < treaty.end]
    traces = [
        _bars(shown, at, [(one.start, one.applied_until) for one in shown], text["applied"], ink, is_hatched=False),
        _bars(cut, at, [(one.applied_until, one.end) for one in cut], text["suspended"], ink, is_hatched=True),
    ]
    span = [min((one.start.year for one in shown), default=tables.first_year) - 1, tables.last_year + 1]
    layout: Json = {
        "barmode": "overlay",
        "xaxis": {"range": span, "dtick": 20 if room.is_narrow else 10, "tick0": 1970,
                  "side": "top"},
        "yaxis": {"range": [0.5 - len(shown), 0.75], "showticklabels": False},
        "annotations": [
            over_bar(_heading(one), decimal_year(one.start), span, room)
            | {"y": at[one.row.id] + ABOVE, "bgcolor": ink.page}
            for one in shown
        ],
        "margin": {"t": AXIS_PX, "b": TOP_PX},
    }  # fmt: skip
    return dressed(traces, layout, ink, round(ROW_PX * (len(shown) + 0.25)) + AXIS_PX + TOP_PX)


def _heading(treaty: Treaty) -> str:
    """Name, years and end of a treaty: ABM Treaty, 1972 to 2002: the United States left."""
    row, text = treaty.row, words()["treaties_chart"]
    if treaty.stands:
        years = phrase("treaties_chart", "since", first=treaty.start.year)
    else:
        years = phrase("treaties_chart", "years", first=treaty.start.year, last=treaty.end.year, how=text[row.ended_by])
    return f"<b>{safe(row.name)}</b> {years}"


def told(treaty: Treaty, as_of: date) -> str:
    """A treaty and its stretch of time in words: ABM Treaty, 3 October 1972 to 13 June 2002."""
    row = treaty.row
    end = spelled_as_given(row.ended_on) if row.ended_on else phrase("treaties_chart", "today", day=spelled(as_of))
    return phrase("treaties_chart", "span", name=row.name, first=spelled_as_given(row.in_force_on), last=end)


def _bars(
    rows: Sequence[Treaty], at: dict[str, int], spans: list[tuple[date, date]], name: str, ink: Theme, *,
    is_hatched: bool,
) -> go.Bar:  # fmt: skip
    left = [decimal_year(start) for start, _ in spans]
    return go.Bar(
        orientation="h",
        name=name,
        base=left,
        x=[decimal_year(end) - start for (_, end), start in zip(spans, left, strict=True)],
        y=[at[one.row.id] for one in rows],
        width=BAR_SHARE,
        customdata=[[one.row.id] for one in rows],
        text=[f"<b>{safe(one.row.name)}</b><br>{safe(one.row.ending)}" for one in rows],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": ink.calm,
            "line": {"color": ink.calm, "width": 1},
            "pattern": hatched(ink.page, ink, [is_hatched] * len(rows)) | {"fgcolor": ink.calm},
        },
    )
