"""The charts of the page Frontier: the border by country, the nearest land, the growth, what each round added.

All run over the same years from left to right, so that one line can stand at one year in every chart.
"""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from data.frontier import COMPUTED
from data.vocabulary import City, Status
from data.words import phrase, words
from geo.charts.style import FONT, ONLY_THIS, Drawn, safe
from geo.drawing.palette import THEMES, Ink, Theme
from geo.wire.strict_json import Json

SHADES = (Status.MEMBER, Status.ASPIRANT, Status.INVITEE, Status.PARTNER)
"""Fills that tell one band from the next; here they stand for no status."""
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
    "joined": "{:.0f}",
    "share_of_members": "{:.1f}",
    "added_km2": "{:,.0f}",
    "share_of_area": "{:.2f}",
    "share_outside_america": "{:.2f}",
    "added_people": "{:,.0f}",
    "share_of_people": "{:.2f}",
}
"""Panels from the top, by column: the form of the number that stands on the largest bar."""
PANEL_PX = 128
SHORT_RUN = 12
"""Years below which a step has no room for its own name."""


def border_figure(rows: pd.DataFrame, names: Mapping[str, str], theme: str) -> go.Figure:
    """The border with Russia by year, a band a country; hatched where a computed length stands in for a published one.

    `rows` as `border_by_country` has them.
    """
    ink = THEMES[theme]
    mixed = len(set(rows["length"])) > 1
    order = list(dict.fromkeys(rows["member"]))
    traces, labels = [], []
    for (member, length), here in rows.groupby(["member", "length"], sort=False):
        fill = ink.statuses[SHADES[order.index(member) % len(SHADES)]]
        stands_in = mixed and length == COMPUTED
        hatch = {"shape": "/", "bgcolor": fill.fill, "fgcolor": ink.page, "size": 9, "solidity": 0.22}
        name = phrase("border_chart", "computed", country=names[member]) if stands_in else names[member]
        traces.append(
            go.Scatter(
                x=here["year"].to_numpy(),
                y=here["km"].to_numpy(),
                name=name,
                mode="lines",
                stackgroup="border",
                line={"shape": "hvh", "width": 0.6, "color": ink.page},
                fillcolor=fill.fill,
                fillpattern=hatch if stands_in else None,
                hovertemplate=phrase("border_chart", "hover", name=safe(name)) + ONLY_THIS,
            )
        )
        end = here["year"].max()
        column = rows[rows["year"] == end]
        below = column.iloc[: column["member"].tolist().index(member)]["km"].sum()
        label = {"text": safe(names[member]), "y": below + here["km"].iloc[-1] / 2}
        labels.append(label | _in_band(here["year"].min(), end, rows["year"].max(), fill, ink))
    layout = {
        "xaxis": _years(rows["year"]),
        "yaxis": {"title": words()["border_chart"]["axis"], "rangemode": "tozero", "tickformat": ",", "showgrid": True},
        "annotations": [{"showarrow": False, **label} for label in labels],
    }
    return _dressed(traces, layout, ink, 440)


def _in_band(start: int, end: int, last: int, fill: Ink, ink: Theme) -> Json:
    """Where the name of a band stands: in its middle or at its right end; left of it where it is too narrow."""
    if end - start < SHORT_RUN:
        return {"x": start - 1, "xanchor": "right", "font": {"size": 13, "color": ink.text}}
    inside = {"font": {"size": 13, "color": fill.text}, "bgcolor": fill.fill, "borderpad": 0}
    if end < last:
        return {"x": (start + end) / 2, "xanchor": "center", **inside}
    return {"x": end, "xanchor": "right", **inside}


def nearest_figure(nearest: pd.DataFrame, steps: pd.DataFrame, names: Mapping[str, str], theme: str) -> go.Figure:
    """The distance of the nearest NATO land from each city by year, a panel a city, all on one scale.

    `steps` are the runs of `nearest`; each is named on its step.
    """
    ink = THEMES[theme]
    cities = list(dict.fromkeys(nearest["city"]))
    top = 1.25 * nearest["distance_km"].max()
    traces, labels = [], []
    for place, city in enumerate(cities):
        here, axis = nearest[nearest["city"] == city], _axis(place)
        traces.append(
            go.Scatter(
                x=here["year"].to_numpy(),
                y=here["distance_km"].to_numpy(),
                yaxis=axis,
                name=CITY_NAMES[city],
                mode="lines",
                line={"shape": "hvh", "color": ink.statuses[Status.INVITEE].fill, "width": 2.5},
                text=[
                    safe(phrase("nearest_chart", "place", place=row.place, country=names[row.unit]))
                    for row in here.itertuples()
                ],
                hovertemplate=phrase("nearest_chart", "hover", city=CITY_NAMES[city]) + ONLY_THIS,
            )
        )
        for row in steps[steps["city"] == city].itertuples():
            labels.append({"yref": axis, "y": row.distance_km, "font": {"size": 13},
                           "text": phrase("nearest_chart", "step", country=safe(names[row.unit]), km=row.distance_km),
                           **_beside(row, nearest["year"])})  # fmt: skip
    layout = {
        "xaxis": {**_years(nearest["year"]), "anchor": _axis(len(cities) - 1)},
        **_panels([phrase("nearest_chart", "heading", city=CITY_NAMES[city]) for city in cities], ink, labels),
    }
    for place in range(len(cities)):
        layout[f"yaxis{place + 1}"] |= {"range": [0, top], "dtick": 500, "tickformat": ",", "showgrid": True}
    return _dressed(traces, layout, ink, 60 + 158 * len(cities))


def _beside(row: object, years: Iterable[int]) -> Json:
    """Where the name of a step stands: over it; under it in the middle; left of it where it is too short."""
    first, last = row.first_year, row.last_year  # type: ignore[attr-defined]
    if last == max(years):
        return {"x": last + 0.5, "xanchor": "right", "yanchor": "bottom", "yshift": 3}
    if first == min(years):
        return {"x": first - 0.5, "xanchor": "left", "yanchor": "bottom", "yshift": 3}
    if last - first < SHORT_RUN:
        return {"x": first - 1, "xanchor": "right", "yanchor": "middle"}
    return {"x": first, "xanchor": "left", "yanchor": "top", "yshift": -3}


def growth_figure(grown: pd.DataFrame, theme: str) -> go.Figure:
    """Members, their people of today, area and share of Europe by year, a panel each."""
    ink, text = THEMES[theme], words()["growth_chart"]
    traces = [
        go.Scatter(
            x=grown["year"].to_numpy(),
            y=(grown[column] / unit).to_numpy(),
            yaxis=_axis(place),
            name=text[column]["heading"],
            mode="lines",
            line={"shape": "hvh", "color": ink.statuses[Status.INVITEE].fill, "width": 2.5},
            hovertemplate=phrase("growth_chart", "hover", figure=text[column]["figure"]) + ONLY_THIS,
        )
        for place, (column, unit) in enumerate(GROWTH.items())
    ]
    layout = {
        "xaxis": {**_years(grown["year"]), "anchor": _axis(len(GROWTH) - 1)},
        **_panels([text[column]["heading"] for column in GROWTH], ink),
    }
    for place, (column, unit) in enumerate(GROWTH.items()):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.12 * float(grown[column].max()) / unit], "showgrid": True}
    return _dressed(traces, layout, ink, 60 + PANEL_PX * len(GROWTH))


def additions_figure(added: pd.DataFrame, years: Iterable[int], theme: str) -> go.Figure:
    """What each round added, a needle at its year: countries and area, absolute and as shares of what was before."""
    ink, text = THEMES[theme], words()["additions_chart"]
    traces, labels = [], []
    for place, (column, form) in enumerate(ADDITIONS.items()):
        traces.append(
            go.Bar(
                x=added["year"].to_numpy(),
                y=added[column].to_numpy(),
                width=1,
                yaxis=_axis(place),
                name=text[column]["heading"],
                marker={"color": ink.statuses[Status.INVITEE].fill, "line": {"width": 0}},
                text=[safe(who) for who in added["names"]],
                textposition="none",
                hovertemplate=f"%{{x}}: {text[column]['figure']}<br>%{{text}}{ONLY_THIS}",
            )
        )
        most = added.loc[added[column].idxmax()]
        figure = phrase("additions_chart", "most", year=most["year"], figure=form.format(most[column]))
        labels.append({"yref": _axis(place), "x": most["year"] - 1, "y": most[column], "yanchor": "bottom",
                       "xanchor": "left", "font": {"size": 13}, "text": figure})  # fmt: skip
    layout = {
        "xaxis": {**_years(years), "anchor": _axis(len(ADDITIONS) - 1)},
        **_panels([text[column]["heading"] for column in ADDITIONS], ink, labels),
    }
    for place, column in enumerate(ADDITIONS):
        layout[f"yaxis{place + 1}"] |= {"range": [0, 1.3 * float(added[column].max())], "nticks": 4, "showgrid": True}
        layout[f"yaxis{place + 1}"]["tickformat"] = "~s"
    return _dressed(traces, layout, ink, 60 + PANEL_PX * len(ADDITIONS))


def at_year(drawn: Json, year: int, theme: str) -> Drawn:
    """A figure, given as its dictionary, with a line at a year; the dictionary stays as it was."""
    ink = THEMES[theme]
    line = {"type": "line", "xref": "x", "yref": "paper", "x0": year, "x1": year, "y0": 0, "y1": 1,
            "line": {"color": ink.focus, "width": 2}}  # fmt: skip
    label = {"xref": "x", "yref": "paper", "x": year, "y": 1, "yanchor": "bottom", "showarrow": False,
             "text": f"<b>{year}</b>", "font": {"color": ink.focus, "size": 15}}  # fmt: skip
    layout = dict(drawn["layout"])
    layout["shapes"] = [*layout.get("shapes", ()), line]
    layout["annotations"] = [*layout.get("annotations", ()), label]
    return Drawn({"data": drawn["data"], "layout": layout})


def _axis(place: int) -> str:
    return "y" if place == 0 else f"y{place + 1}"


def _years(years: Iterable[int]) -> Json:
    every = list(years)
    return {"range": [min(every) - 1, max(every) + 2], "dtick": 10, "tick0": 1950, "showgrid": True}


def _panels(headings: list[str], ink: Theme, labels: Iterable[Json] = ()) -> Json:
    """Panels of one height under one another, each headed at its upper left."""
    share = 1 / len(headings)
    gap = 0.19 * share
    layout: Json = {
        f"yaxis{place + 1}": {"domain": [1 - (place + 1) * share, 1 - place * share - gap], "anchor": "x"}
        for place in range(len(headings))
    }
    layout["annotations"] = [
        *({"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1 - place * share - gap,
           "yanchor": "bottom", "text": f"<b>{heading}</b>", "showarrow": False,
           "font": {"size": 14, "color": ink.quiet_text}, "bgcolor": ink.page}
          for place, heading in enumerate(headings)),
        *({"showarrow": False, "borderpad": 1, "bgcolor": ink.page, **label} for label in labels),
    ]  # fmt: skip
    return layout


def _dressed(traces: list[go.Scatter | go.Bar], layout: Json, ink: Theme, height: int) -> go.Figure:
    """Traces and axes in the look of the house."""
    every = {"gridcolor": ink.rule, "zeroline": False, "fixedrange": True, "tickfont": {"size": 14}, "automargin": True}
    y = {**every, "rangemode": "tozero"}
    axes = {name: {**(every if name.startswith("x") else y), **own} for name, own in layout.items() if "axis" in name}
    return go.Figure(
        traces,
        {
            **layout,
            **axes,
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 26, "b": 8},
            "paper_bgcolor": ink.page,
            "plot_bgcolor": ink.page,
            "font": {"family": FONT, "color": ink.text, "size": 15},
            "showlegend": False,
            "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 14}, "bgcolor": ink.raised},
            "dragmode": False,
        },
    )
