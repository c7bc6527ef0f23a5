"""The charts of the page Frontier: the border by country, the nearest land, the growth, what each round added.

All run over the same years from left to right, so that one line can stand at one year in every chart.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.frontier import COMPUTED, whole_km
from data.vocabulary import City
from data.words import phrase, words
from geo.charts.style import (
    AXIS_PX,
    EDGE_PX,
    LABEL_PX,
    ONLY_THIS,
    WIDE,
    Drawn,
    Room,
    dressed,
    label,
    safe,
    text_px,
)
from geo.drawing.palette import COUNTRIES, THEMES, Theme
from geo.wire.strict_json import Json

CITY_NAMES: dict[str, str] = {city: words()["city"][city] for city in City}
GROWTH = {
    "members": 1,
    "people": 1e6,
    "area_outside_america_km2": 1e6,
    "area_km2": 1e6,
    "share_of_europe": 1,
}
"""Panels from the top, by column: the unit of its axis."""
ADDITIONS = {
    "joined": 1,
    "share_of_members": 1,
    "added_km2": 1e3,
    "share_of_area": 1,
    "share_outside_america": 1,
    "added_people": 1e6,
    "share_of_people": 1,
}
"""The same for what each round added."""
SHORT_RUN = 12
"""Years below which a step has no room for its own name."""
PLOT_PX = 116
HEADING_PX = 42
"""Over each panel: its heading, and air between that and the zero of the panel above."""
YEAR_PX = 24
"""Over a chart: the chosen year."""
BORDER_PX = 380
GAP_PX = 7
TICKS_PX = 48
"""Left of a chart at most: the figures of its axis."""


def border_figure(rows: pd.DataFrame, names: Mapping[str, str], theme: str, room: Room = WIDE) -> go.Figure:
    """The border with Russia by year, a band a country; hatched where a computed length stands in for a published one.

    `rows` as `border_by_country` has them. The bands of today are named to their right, with their length.
    """
    ink, inks = THEMES[theme], COUNTRIES[theme]
    mixed, last = len(set(rows["length"])) > 1, int(rows["year"].max())
    order = list(dict.fromkeys(rows["member"]))
    traces, labels, whole = [], [], whole_km(rows)
    for (member, length), here in rows.groupby(["member", "length"], sort=False):
        fill = inks[order.index(member) % len(inks)]
        stands_in = mixed and length == COMPUTED
        hatch = {"shape": "/", "bgcolor": fill.fill, "fgcolor": ink.page, "size": 9, "solidity": 0.16}
        name = phrase("border_chart", "computed", country=names[member]) if stands_in else names[member]
        traces.append(
            go.Scatter(
                x=here["year"].to_numpy(),
                y=here["km"].to_numpy(),
                name=name,
                mode="lines",
                stackgroup="border",
                line={"shape": "hvh", "width": 0.8, "color": ink.page},
                fillcolor=fill.fill,
                fillpattern=hatch if stands_in else None,
                hovertemplate=phrase("border_chart", "hover", name=safe(name)) + ONLY_THIS,
            )
        )
        end = int(here["year"].max())
        column = rows[rows["year"] == end]
        below = column.iloc[: column["member"].tolist().index(member)]["km"].sum()
        band = "band_computed" if stands_in else "band"
        told = phrase("border_chart", band, country=safe(names[member]), km=whole[here.index[-1]])
        if end == last:
            labels.append(_at_the_end(told, last, below + here["km"].iloc[-1] / 2))
        else:
            over = {"x": int(here["year"].min()), "y": below + here["km"].iloc[-1], "yanchor": "bottom"}
            labels.append(label(told, **over, align="left"))
    widest = max(text_px(each["text"]) for each in labels)
    total = rows.groupby("year")["km"].sum().max()
    layout = {
        "xaxis": _years(rows["year"], room),
        "yaxis": {"range": [0, 1.04 * total], "tickformat": ",", "showgrid": True, "dtick": 500},
        "annotations": [_heading(words()["border_chart"]["axis"], 1, ink), *labels],
    }
    return _dressed(traces, layout, ink, BORDER_PX, widest)


def nearest_figure(
    nearest: pd.DataFrame, steps: pd.DataFrame, names: Mapping[str, str], theme: str, room: Room = WIDE
) -> go.Figure:
    """The distance of the nearest NATO land from each city by year, a panel a city, all on one scale.

    `steps` are the runs of `nearest`; each is named on its step.
    """
    ink, cities = THEMES[theme], list(dict.fromkeys(nearest["city"]))
    span = (int(nearest["year"].min()), int(nearest["year"].max()))
    traces, labels = [], []
    for place, city in enumerate(cities):
        here, axis = nearest[nearest["city"] == city], _axis(place)
        where = [
            safe(phrase("nearest_chart", "place", place=row.place, country=names[row.unit]))
            for row in here.itertuples()
        ]
        hover = phrase("nearest_chart", "hover", city=CITY_NAMES[city]) + ONLY_THIS
        traces.append(_line(here["year"], here["distance_km"], axis, CITY_NAMES[city], hover, ink, where))
        for row in steps[steps["city"] == city].itertuples():
            told = phrase("nearest_chart", "step", country=safe(names[row.unit]), km=row.distance_km)
            labels.append(_on_step(told, row, span, yref=axis))
    headings = [phrase("nearest_chart", "heading", city=CITY_NAMES[city]) for city in cities]
    layout = {"xaxis": {**_years(nearest["year"], room), "anchor": _axis(len(cities) - 1)},
              **_panels(headings, ink, labels)}  # fmt: skip
    for place in range(len(cities)):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.25 * nearest["distance_km"].max()], "dtick": 500,
                                        "tickformat": ",", "showgrid": True}  # fmt: skip
    widest = max(text_px(each["text"]) for each in labels if each["x"] == span[1])
    return _dressed(traces, layout, ink, _panels_px(len(cities)), widest)


def _on_step(told: str, row: Any, span: tuple[int, int], **more: Any) -> Json:
    """The name of a step: over the first, under a later one, left of it where it is too short, right of the last."""
    first, (beginning, last) = row.first_year, span
    if row.last_year == last:
        return _at_the_end(told, last, row.distance_km, **more)
    if first == beginning:
        return label(told, x=first, y=row.distance_km, yanchor="bottom", yshift=2, **more)
    if row.last_year - first < SHORT_RUN:
        return label(told, x=first - 1, y=row.distance_km, **more) | {"xanchor": "right", "yanchor": "middle"}
    return label(told, x=first, y=row.distance_km, yanchor="top", yshift=-2, **more)


def growth_figure(grown: pd.DataFrame, theme: str, room: Room = WIDE) -> go.Figure:
    """Members, their people of today, area and share of Europe by year, a panel each; the last value at its end."""
    ink, text = THEMES[theme], words()["growth_chart"]
    last = int(grown["year"].max())
    traces, labels = [], []
    for place, (column, unit) in enumerate(GROWTH.items()):
        axis, hover = _axis(place), phrase("growth_chart", "hover", figure=text[column]["figure"]) + ONLY_THIS
        values = grown[column] / unit
        traces.append(_line(grown["year"], values, axis, text[column]["heading"], hover, ink))
        labels.append(_at_the_end(text[column]["end"].format(values.iloc[-1]), last, values.iloc[-1], yref=axis))
    layout = {
        "xaxis": {**_years(grown["year"], room), "anchor": _axis(len(GROWTH) - 1)},
        **_panels([text[column]["heading"] for column in GROWTH], ink, labels),
    }
    for place, (column, unit) in enumerate(GROWTH.items()):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.15 * float(grown[column].max()) / unit], "showgrid": True,
                                        "nticks": 4, "tickformat": ","}  # fmt: skip
    return _dressed(traces, layout, ink, _panels_px(len(GROWTH)), max(text_px(each["text"]) for each in labels))


def additions_figure(added: pd.DataFrame, years: Iterable[int], theme: str, room: Room = WIDE) -> go.Figure:
    """What each round added, a needle at its year: countries and area, absolute and as shares of what was before."""
    ink, text, every = THEMES[theme], words()["additions_chart"], list(years)
    traces, labels = [], []
    for place, (column, unit) in enumerate(ADDITIONS.items()):
        values = added[column] / unit
        traces.append(
            go.Bar(
                x=added["year"].to_numpy(),
                y=values.to_numpy(),
                width=1,
                yaxis=_axis(place),
                name=text[column]["heading"],
                marker={"color": ink.quiet_text, "line": {"width": 0}},
                text=[safe(who) for who in added["names"]],
                textposition="none",
                hovertemplate=f"%{{x}}: {text[column]['figure']}<br>%{{text}}{ONLY_THIS}",
            )
        )
        most = added.loc[added[column].idxmax()]
        told = phrase("additions_chart", "most", year=most["year"], figure=text[column]["most"].format(values.max()))
        labels.append(label(told, x=int(most["year"]) - 0.5, y=values.max(), yanchor="bottom", yshift=2,
                            yref=_axis(place)))  # fmt: skip
    layout = {
        "xaxis": {**_years(every, room), "anchor": _axis(len(ADDITIONS) - 1)},
        **_panels([text[column]["heading"] for column in ADDITIONS], ink, labels),
    }
    for place, (column, unit) in enumerate(ADDITIONS.items()):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.35 * float(added[column].max()) / unit], "nticks": 4,
                                        "showgrid": True, "tickformat": ","}  # fmt: skip
    return _dressed(traces, layout, ink, _panels_px(len(ADDITIONS)), 0)


def at_year(drawn: Json, year: int, theme: str, room: Room = WIDE) -> Drawn:
    """A figure, given as its dictionary, with a line at a year, clear of every text; the dictionary stays as it was."""
    ink = THEMES[theme]
    told = {"xref": "x", "yref": "paper", "x": year, "y": 1, "yanchor": "bottom", "yshift": HEADING_PX - YEAR_PX + 6,
            "showarrow": False, "text": f"<b>{year}</b>", "font": {"color": ink.focus, "size": 15}}  # fmt: skip
    layout = dict(drawn["layout"])
    panels = [axis.get("domain", (0, 1)) for name, axis in layout.items() if name.startswith("yaxis")]
    layout["shapes"] = [
        {"type": "line", "xref": "x", "yref": "paper", "x0": year, "x1": year, "y0": low, "y1": high,
         "line": {"color": ink.focus, "width": 2}}
        for low, high in panels
    ]  # fmt: skip
    layout["annotations"] = [*(_clear_of(year, each, layout, room) for each in layout.get("annotations", ())), told]
    return Drawn({"data": drawn["data"], "layout": layout})


def reach(told: Json, per_px: float) -> tuple[float, float]:
    """From which year to which a label reaches at most."""
    years = text_px(told["text"], told["font"]["size"]) * per_px
    return (told["x"] - years, told["x"]) if told["xanchor"] == "right" else (told["x"], told["x"] + years)


def years_per_px(layout: Json, room: Room) -> float:
    """How many years of a chart one pixel has at most."""
    first, last = layout["xaxis"]["range"]
    return float((last - first) / (room.width - TICKS_PX - layout["margin"]["r"]))


def _clear_of(year: int, told: Json, layout: Json, room: Room) -> Json:
    """A label beside the line at a year, where it would stand across it."""
    if told.get("xref") == "paper" or "xshift" in told:
        return told
    per_px = years_per_px(layout, room)
    (left, right), gap = reach(told, per_px), GAP_PX * per_px
    if not left - gap < year < right + gap:
        return told
    if year + gap + right - left < layout["xaxis"]["range"][1]:
        return {**told, "x": year + gap, "xanchor": "left"}
    return {**told, "x": year - gap, "xanchor": "right"}


def _line(
    x: pd.Series, y: pd.Series, axis: str, name: str, hover: str, ink: Theme, text: list[str] | None = None
) -> go.Scatter:
    return go.Scatter(
        x=x.to_numpy(),
        y=y.to_numpy(),
        yaxis=axis,
        name=name,
        mode="lines",
        line={"shape": "hvh", "color": ink.text, "width": 2.5},
        text=text,
        hovertemplate=hover,
    )


def _at_the_end(told: str, last: int, y: float, **more: Any) -> Json:
    """A label right of the last year, where no line stands."""
    return label(told, x=last, y=y, yanchor="middle", xshift=GAP_PX + 2, **more)


def _axis(place: int) -> str:
    return "y" if place == 0 else f"y{place + 1}"


def _years(years: Iterable[int], room: Room) -> Json:
    every = list(years)
    return {"range": [min(every) - 1, max(every) + 0.5], "dtick": 20 if room.is_narrow else 10, "tick0": 1960,
            "showgrid": True}  # fmt: skip


def _heading(told: str, y: float, ink: Theme) -> Json:
    """What a panel shows, over its upper left."""
    font = {"size": LABEL_PX, "color": ink.quiet_text}
    return label(f"<b>{told}</b>", xref="paper", x=0, yref="paper", y=y, yanchor="bottom", yshift=3) | {"font": font}


def _panels_px(count: int) -> int:
    return count * PLOT_PX + (count - 1) * HEADING_PX


def _panels(headings: list[str], ink: Theme, labels: Iterable[Json] = ()) -> Json:
    """Panels of one height under one another, each headed at its upper left."""
    whole = _panels_px(len(headings))
    tops = [1 - place * (PLOT_PX + HEADING_PX) / whole for place in range(len(headings))]
    layout: Json = {
        f"yaxis{place + 1}": {"domain": [max(0, top - PLOT_PX / whole), top], "anchor": "x"}
        for place, top in enumerate(tops)
    }
    layout["annotations"] = [
        *(_heading(heading, top, ink) for heading, top in zip(headings, tops, strict=True)),
        *({"bgcolor": ink.page, **each} for each in labels),
    ]
    return layout


def _dressed(traces: list[go.Scatter | go.Bar], layout: Json, ink: Theme, plot_px: int, end_px: float) -> go.Figure:
    """The house's look, with room above for the chosen year and to the right for the names of what lasts."""
    top = HEADING_PX + 4
    margin = {"t": top, "r": EDGE_PX + GAP_PX + round(end_px), "l": EDGE_PX, "b": AXIS_PX}
    for name in layout:
        if name.startswith("yaxis"):
            layout[name] = {"rangemode": "tozero", **layout[name]}
    return dressed(traces, {**layout, "margin": margin}, ink, plot_px + top + AXIS_PX)
