"""The chart of the treaties of arms control: from entry into force to the end, with a sign for how it ended."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from data.dates import spelled, spelled_as_given
from data.paths import decimal_year
from data.tables import Tables
from data.treaties import Treaty, treaties
from data.vocabulary import TreatyEnd
from data.words import phrase, words
from geo.charts.style import ONLY_THIS, dressed, safe
from geo.drawing.palette import THEMES, Theme
from geo.wire.strict_json import Json

ROW_PX = 40
BAR_SHARE = 0.5
ROOM_YEARS = 12  # to the right of today, for the year of an end on a phone
END_SIGNS: dict[TreatyEnd, str] = {
    TreatyEnd.LEFT_BY_US: "square",
    TreatyEnd.LEFT_BY_RUSSIA: "diamond",
    TreatyEnd.EXPIRED: "circle",
}
"""How a treaty ended, told apart by shape alone."""


def treaties_figure(tables: Tables, theme: str) -> go.Figure:
    """A bar a treaty, hatched from the day on which one side stopped applying it; at its end a sign and the year.

    Each mark carries the treaty's id as `customdata`.
    """
    ink, shown, text = THEMES[theme], treaties(tables), words()["treaties_chart"]
    cut = [treaty for treaty in shown if treaty.applied_until < treaty.end]
    traces: list[go.Bar | go.Scatter] = [
        _bars(shown, [(one.start, one.applied_until) for one in shown], text["applied"], ink, hatched=False),
        _bars(cut, [(one.applied_until, one.end) for one in cut], text["suspended"], ink, hatched=True),
        *(_ends([one for one in shown if one.row.ended_by == how], how, ink) for how in TreatyEnd),
    ]
    first = min((one.start.year for one in shown), default=tables.first_year)
    layout: Json = {
        "barmode": "overlay",
        "xaxis": {"range": [first - 1, tables.last_year + ROOM_YEARS], "dtick": 10, "tick0": 1970, "automargin": True},
        "yaxis": {"categoryorder": "array", "categoryarray": [safe(one.row.name) for one in shown][::-1]},
    }  # fmt: skip
    return dressed(traces, layout, ink, ROW_PX * len(shown) + 110)


def told(treaty: Treaty, as_of: date) -> str:
    """A treaty and its stretch of time in words: ABM Treaty, 3 October 1972 to 13 June 2002."""
    row = treaty.row
    end = spelled_as_given(row.ended_on) if row.ended_on else phrase("treaties_chart", "today", day=spelled(as_of))
    return phrase("treaties_chart", "span", name=row.name, first=spelled_as_given(row.in_force_on), last=end)


def _bars(rows: Sequence[Treaty], spans: list[tuple[date, date]], name: str, ink: Theme, *, hatched: bool) -> go.Bar:
    left = [decimal_year(start) for start, _ in spans]
    return go.Bar(
        orientation="h",
        name=name,
        base=left,
        x=[decimal_year(end) - start for (_, end), start in zip(spans, left, strict=True)],
        y=[safe(one.row.name) for one in rows],
        width=BAR_SHARE,
        customdata=[[one.row.id] for one in rows],
        text=[f"<b>{safe(one.row.name)}</b><br>{safe(one.row.ending)}" for one in rows],
        textposition="none",
        hovertemplate="%{text}" + ONLY_THIS,
        marker={
            "color": ink.calm,
            "line": {"color": ink.calm, "width": 1},
            "pattern": {
                "shape": "/" if hatched else "",
                "fillmode": "replace",
                "bgcolor": ink.page,
                "fgcolor": ink.calm,
                "size": 7,
                "solidity": 0.3,
            },
        },
    )


def _ends(rows: Sequence[Treaty], how: TreatyEnd, ink: Theme) -> go.Scatter:
    return go.Scatter(
        mode="markers+text",
        name=words()["treaties_chart"][how],
        x=[decimal_year(one.end) for one in rows],
        y=[safe(one.row.name) for one in rows],
        text=[str(one.end.year) for one in rows],
        textposition="middle right",
        textfont={"size": 14, "color": ink.text},
        customdata=[[one.row.id] for one in rows],
        hoverinfo="skip",
        cliponaxis=False,
        marker={"symbol": END_SIGNS[how], "size": 14, "color": ink.text, "line": {"color": ink.page, "width": 1.5}},
    )
