"""One view, drawn, with the places of the statements and the anchors of names."""

from collections.abc import Iterable, Sequence
from typing import Any

from data.borders_in_time import front_runs
from data.names import grounds_by_state, state_names
from data.tables import Tables
from data.vocabulary import City, UnitKind
from geo.drawing.draw import drawing
from geo.drawing.views import VIEWS, project_points
from geo.shapes.measures import NEAREST_TO, REFERENCE_POINTS

Json = dict[str, Any]
BERLIN = (13.37, 52.51)
"""Lon, lat of the mark for West Berlin, which the shapes cannot separate."""


def view_payload(name: str, tables: Tables) -> Json:
    """One drawing with the places of the statements and the anchors of names; all in units of the view."""
    drawn = drawing(name, tables.units)
    payload = drawn.payload()
    grounds = grounds_by_state(tables)
    parts = {
        unit: tuple(rows["unit"]) for unit, rows in tables.units[tables.units["kind"] == UnitKind.PART].groupby("of")
    }
    wholes = {unit: (unit, *also) for unit, also in parts.items()}
    anchors = {**drawn.anchors, **drawn.anchors_for(wholes), **drawn.anchors_for(grounds)}
    names = state_names(tables)
    labels = [
        *((unit, unit, None) for unit in tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"]),
        *((state, units[0], names[state]) for state, units in grounds.items()),
    ]
    x, y = project_points(VIEWS[name], tables.statements["lon"].astype(float), tables.statements["lat"].astype(float))
    return {
        **payload,
        "anchors": {unit: [a.x, a.y, a.radius] for unit, a in drawn.anchors.items() if a},
        "names": {
            key: {"id": key, "unit": unit, "at": list(anchor.name)} | ({"text": text} if text else {})
            for key, unit, text in labels
            if (anchor := anchors.get(key))
        },
        "fronts": _fronts(drawn.borders, tables),
        "nearest": {city: _nearest(name, city, tables) for city in NEAREST_TO},
        "berlin": _points(name, [BERLIN])[0],
        "places": {id_: [int(px), int(py)] for id_, px, py in zip(tables.statements["id"], x, y, strict=True)},
    }


def _points(view: str, lonlat: Sequence[tuple[float, float]]) -> list[list[int]]:
    lon, lat = zip(*lonlat, strict=True)
    x, y = project_points(VIEWS[view], lon, lat)
    return [[int(px), int(py)] for px, py in zip(x, y, strict=True)]


def _nearest(view: str, city: City, tables: Tables) -> Json:
    """The city and, by year, the nearest NATO land, in units of the view."""
    rows = tables.measures
    if rows.empty:
        return {}
    spots = _points(view, list(zip(rows[f"{city}_lon"], rows[f"{city}_lat"], strict=True)))
    return {
        "city": _points(view, [REFERENCE_POINTS[city]])[0],
        "land": dict(zip(map(int, rows["year"]), spots, strict=True)),
    }


def _fronts(borders: Iterable[str], tables: Tables) -> dict[str, list[tuple[int, str]]]:
    """The runs of every border that was ever front line."""
    runs = {}
    for border in borders:
        one, other = border.split("|")
        if front := front_runs(one, other, tables):
            runs[border] = front
    return runs
