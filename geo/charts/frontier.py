"""The charts of the page Frontier: the border by country, the nearest land, the growth, what each round added.

All run over the same years from left to right, so that one line can stand at one year in every chart. A year begins at
its number and what changed stands at its day: the line of a year, which is its picture, stands where the year ends.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.cities import city_name
from data.dates import spelled
from data.frontier import COMPUTED, whole_km
from data.paths import decimal_year
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

Naming = Callable[[str, date], str]
"""What a unit was called on a day."""

CITY_NAMES: dict[str, str] = {city: words()["city"][city] for city in City}
"""Of today, for what tells of many years."""
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
NEEDLE = 0.8
"""How many years a needle is wide."""
PLOT_PX = 116
HEADING_PX = 42
"""Over each panel: its heading, and air between that and the zero of the panel above."""
YEAR_PX = 24
"""Over a chart: the chosen year."""
BORDER_PX = 380
GAP_PX = 7
TICKS_PX = 48
"""Left of a chart at most: the figures of its axis."""


def border_figure(rows: pd.DataFrame, named: Naming, theme: str, room: Room = WIDE) -> go.Figure:
    """The border with Russia, a band a country; hatched where a computed length stands in for a published one.

    `rows` by day as `border_by_country` has them. The bands of today are named to their right, with their length.
    """
    ink, inks = THEMES[theme], COUNTRIES[theme]
    mixed, last = len(set(rows["length"])) > 1, rows["day"].max()
    order = list(dict.fromkeys(rows["member"]))
    traces, labels, whole = [], [], whole_km(rows)
    for (member, length), here in rows.groupby(["member", "length"], sort=False):
        fill = inks[order.index(member) % len(inks)]
        stands_in = mixed and length == COMPUTED
        hatch = {"shape": "/", "bgcolor": fill.fill, "fgcolor": ink.page, "size": 9, "solidity": 0.16}
        end = here["day"].max()
        name = _of_band(named(member, end), stands_in=stands_in)
        told_on = [(safe(_of_band(named(member, day), stands_in=stands_in)), spelled(day)) for day in here["day"]]
        traces.append(
            go.Scatter(
                x=_on_axis(here["day"]),
                y=here["km"].to_numpy(),
                name=name,
                customdata=told_on,
                mode="lines",
                stackgroup="border",
                line={"shape": "hv", "width": 0.8, "color": ink.page},
                fillcolor=fill.fill,
                fillpattern=hatch if stands_in else None,
                hovertemplate=words()["border_chart"]["hover"] + ONLY_THIS,
            )
        )
        column = rows[rows["day"] == end]
        below = column.iloc[: column["member"].tolist().index(member)]["km"].sum()
        band = "band_computed" if stands_in else "band"
        told = phrase("border_chart", band, country=safe(named(member, end)), km=whole[here.index[-1]])
        if end == last:
            labels.append(_at_the_end(told, last, below + here["km"].iloc[-1] / 2))
        else:
            over = {"x": decimal_year(here["day"].min()), "y": below + here["km"].iloc[-1], "yanchor": "bottom"}
            labels.append(label(told, **over, align="left"))
    widest = max(text_px(each["text"]) for each in labels)
    total = rows.groupby("day")["km"].sum().max()
    layout = {
        "xaxis": _years(rows["day"], room),
        "yaxis": {"range": [0, 1.04 * total], "tickformat": ",", "showgrid": True, "dtick": 500},
        "annotations": [_heading(words()["border_chart"]["axis"], 1, ink), *labels],
    }
    return _dressed(traces, layout, ink, BORDER_PX, widest)


def _of_band(country: str, *, stands_in: bool) -> str:
    """A country, and that its length is a computed one where others have published ones."""
    return phrase("border_chart", "computed", country=country) if stands_in else country


def nearest_figure(
    nearest: pd.DataFrame, steps: pd.DataFrame, named: Naming, theme: str, room: Room = WIDE
) -> go.Figure:
    """The distance of the nearest NATO land from each city by day, a panel a city, all on one scale.

    `steps` are the runs of `nearest`; each is named on its step.
    """
    ink, cities = THEMES[theme], list(dict.fromkeys(nearest["city"]))
    span = (nearest["day"].min(), nearest["day"].max())
    traces, labels = [], []
    for place, city in enumerate(cities):
        here, axis = nearest[nearest["city"] == city], _axis(place)
        told_on = [
            (
                city_name(City(city), row.day),
                spelled(row.day),
                safe(phrase("nearest_chart", "place", place=row.place, country=named(row.unit, row.day))),
            )
            for row in here.itertuples()
        ]
        hover = words()["nearest_chart"]["hover"] + ONLY_THIS
        traces.append(_line(here["day"], here["distance_km"], axis, CITY_NAMES[city], hover, ink, told_on))
        for row in steps[steps["city"] == city].itertuples():
            told = phrase("nearest_chart", "step", country=safe(named(row.unit, row.last_day)), km=row.distance_km)
            labels.append(_on_step(told, row, span, yref=axis))
    headings = [phrase("nearest_chart", "heading", city=CITY_NAMES[city]) for city in cities]
    layout = {"xaxis": {**_years(nearest["day"], room), "anchor": _axis(len(cities) - 1)},
              **_panels(headings, ink, labels)}  # fmt: skip
    for place in range(len(cities)):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.25 * nearest["distance_km"].max()], "dtick": 500,
                                        "tickformat": ",", "showgrid": True}  # fmt: skip
    widest = max(text_px(each["text"]) for each in labels if each["x"] == decimal_year(span[1]))
    return _dressed(traces, layout, ink, _panels_px(len(cities)), widest)


def _on_step(told: str, row: Any, span: tuple[date, date], **more: Any) -> Json:
    """The name of a step: over the first, under a later one, left of it where it is too short, right of the last."""
    first, (beginning, last) = decimal_year(row.first_day), span
    if row.last_day == last:
        return _at_the_end(told, last, row.distance_km, **more)
    if row.first_day == beginning:
        return label(told, x=first, y=row.distance_km, yanchor="bottom", yshift=2, **more)
    if decimal_year(row.last_day) - first < SHORT_RUN:
        return label(told, x=first - 0.5, y=row.distance_km, **more) | {"xanchor": "right", "yanchor": "middle"}
    return label(told, x=first, y=row.distance_km, yanchor="top", yshift=-2, **more)


def growth_figure(grown: pd.DataFrame, theme: str, room: Room = WIDE) -> go.Figure:
    """Members, their people of today, area and share of Europe by day, a panel each; the last value at its end."""
    ink, text = THEMES[theme], words()["growth_chart"]
    last, told_on = grown["day"].max(), [(spelled(day),) for day in grown["day"]]
    traces, labels = [], []
    for place, (column, unit) in enumerate(GROWTH.items()):
        axis, hover = _axis(place), phrase("growth_chart", "hover", figure=text[column]["figure"]) + ONLY_THIS
        values = grown[column] / unit
        traces.append(_line(grown["day"], values, axis, text[column]["heading"], hover, ink, told_on))
        labels.append(_at_the_end(text[column]["end"].format(values.iloc[-1]), last, values.iloc[-1], yref=axis))
    layout = {
        "xaxis": {**_years(grown["day"], room), "anchor": _axis(len(GROWTH) - 1)},
        **_panels([text[column]["heading"] for column in GROWTH], ink, labels),
    }
    for place, (column, unit) in enumerate(GROWTH.items()):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.15 * float(grown[column].max()) / unit], "showgrid": True,
                                        "nticks": 4, "tickformat": ","}  # fmt: skip
    return _dressed(traces, layout, ink, _panels_px(len(GROWTH)), max(text_px(each["text"]) for each in labels))


def additions_figure(added: pd.DataFrame, days: Sequence[date], theme: str, room: Room = WIDE) -> go.Figure:
    """What each round added, a needle at its day: countries and area, absolute and as shares of what was before.

    `days` are those from which and to which the years run.
    """
    ink, text, told_on = THEMES[theme], words()["additions_chart"], [(spelled(day),) for day in added["joined_on"]]
    traces, labels = [], []
    for place, (column, unit) in enumerate(ADDITIONS.items()):
        values = added[column] / unit
        traces.append(
            go.Bar(
                x=_on_axis(added["joined_on"]),
                y=values.to_numpy(),
                width=NEEDLE,
                customdata=told_on,
                yaxis=_axis(place),
                name=text[column]["heading"],
                marker={"color": ink.quiet_text, "line": {"width": 0}},
                text=[safe(who) for who in added["names"]],
                textposition="none",
                hovertemplate=f"%{{customdata[0]}}: {text[column]['figure']}<br>%{{text}}{ONLY_THIS}",
            )
        )
        most = added.loc[added[column].idxmax()]
        told = phrase("additions_chart", "most", year=most["year"], figure=text[column]["most"].format(values.max()))
        left = decimal_year(most["joined_on"]) - NEEDLE / 2
        labels.append(label(told, x=left, y=values.max(), yanchor="bottom", yshift=2, yref=_axis(place)))
    layout = {
        "xaxis": {**_years(days, room), "anchor": _axis(len(ADDITIONS) - 1)},
        **_panels([text[column]["heading"] for column in ADDITIONS], ink, labels),
    }
    for place, (column, unit) in enumerate(ADDITIONS.items()):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.35 * float(added[column].max()) / unit], "nticks": 4,
                                        "showgrid": True, "tickformat": ","}  # fmt: skip
    return _dressed(traces, layout, ink, _panels_px(len(ADDITIONS)), 0)


def at_year(drawn: Json, day: date, theme: str, room: Room = WIDE) -> Drawn:
    """A figure, given as its dictionary, with the line of a year, clear of every text; the dictionary stays as it was.

    `day` is that of the year's picture.
    """
    ink, at = THEMES[theme], decimal_year(day)
    told = {"xref": "x", "yref": "paper", "x": at, "y": 1, "yanchor": "bottom", "yshift": HEADING_PX - YEAR_PX + 6,
            "showarrow": False, "text": f"<b>{day.year}</b>", "font": {"color": ink.focus, "size": 15}}  # fmt: skip
    layout = dict(drawn["layout"])
    panels = [axis.get("domain", (0, 1)) for name, axis in layout.items() if name.startswith("yaxis")]
    layout["shapes"] = [
        {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": low, "y1": high,
         "line": {"color": ink.focus, "width": 2}}
        for low, high in panels
    ]  # fmt: skip
    layout["annotations"] = [*(_clear_of(at, each, layout, room) for each in layout.get("annotations", ())), told]
    return Drawn({"data": drawn["data"], "layout": layout})


def reach(told: Json, per_px: float) -> tuple[float, float]:
    """From which year to which a label reaches at most."""
    years = text_px(told["text"], told["font"]["size"]) * per_px
    return (told["x"] - years, told["x"]) if told["xanchor"] == "right" else (told["x"], told["x"] + years)


def years_per_px(layout: Json, room: Room) -> float:
    """How many years of a chart one pixel has at most."""
    first, last = layout["xaxis"]["range"]
    return float((last - first) / (room.width - TICKS_PX - layout["margin"]["r"]))


def _clear_of(at: float, told: Json, layout: Json, room: Room) -> Json:
    """A label beside the line of a year, where it would stand across it."""
    if told.get("xref") == "paper" or "xshift" in told:
        return told
    per_px = years_per_px(layout, room)
    (left, right), gap = reach(told, per_px), GAP_PX * per_px
    if not left - gap < at < right + gap:
        return told
    if at + gap + right - left < layout["xaxis"]["range"][1]:
        return {**told, "x": at + gap, "xanchor": "left"}
    return {**told, "x": at - gap, "xanchor": "right"}


def _line(
    days: pd.Series, y: pd.Series, axis: str, name: str, hover: str, ink: Theme, told_on: Sequence[tuple[str, ...]]
) -> go.Scatter:
    """Steps at their days; of each day what the pointer reads."""
    return go.Scatter(
        x=_on_axis(days),
        y=y.to_numpy(),
        yaxis=axis,
        name=name,
        mode="lines",
        line={"shape": "hv", "color": ink.text, "width": 2.5},
        customdata=told_on,
        hovertemplate=hover,
    )


def _at_the_end(told: str, last: date, y: float, **more: Any) -> Json:
    """A label right of the last day, where no line stands."""
    return label(told, x=decimal_year(last), y=y, yanchor="middle", xshift=GAP_PX + 2, **more)


def _axis(place: int) -> str:
    return "y" if place == 0 else f"y{place + 1}"


def _on_axis(days: Iterable[date]) -> list[float]:
    return [decimal_year(day) for day in days]


def _years(days: Iterable[date], room: Room) -> Json:
    every, apart = list(days), 20 if room.is_narrow else 10
    span = [min(every).year - 1, decimal_year(max(every)) + 0.5]
    return {"range": span, "dtick": apart, "tick0": 1960, "showgrid": True}


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
