"""One view, drawn, with the places of the statements and the anchors of names."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from data.borders_in_time import front_runs, inner_runs
from data.measures import NEAREST_TO, measured_days, measures_on
from data.names import grounds_by_state, state_names
from data.runs import Runs, runs_of
from data.tables import Tables
from data.vocabulary import City, UnitKind
from geo.drawing.draw import drawing
from geo.drawing.views import VIEWS, project_points
from geo.shapes.measures import REFERENCE_POINTS

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
        "fronts": _in_time(front_runs, drawn.borders, tables),
        "inner": _in_time(inner_runs, drawn.borders, tables),
        "nearest": {city: _nearest(name, city, tables) for city in NEAREST_TO},
        "berlin": _points(name, [BERLIN])[0],
        "places": {id_: [int(px), int(py)] for id_, px, py in zip(tables.statements["id"], x, y, strict=True)},
    }


def _points(view: str, lonlat: Sequence[tuple[float, float]]) -> list[list[int]]:
    lon, lat = zip(*lonlat, strict=True)
    x, y = project_points(VIEWS[view], lon, lat)
    return [[int(px), int(py)] for px, py in zip(x, y, strict=True)]


def _nearest(view: str, city: City, tables: Tables) -> Json:
    """The city and, as runs, the nearest NATO land, in units of the view; null before there was any."""

    def land_on(day: date) -> list[int] | None:
        measures = measures_on(day, tables)
        return _points(view, [(measures.nearest[city].lon, measures.nearest[city].lat)])[0] if measures else None

    days = sorted({tables.first_day, *measured_days(tables)})
    return {"city": _points(view, [REFERENCE_POINTS[city]])[0], "land": runs_of(days, land_on, tables)}


def _in_time(
    runs: Callable[[str, str, Tables], Runs[Any]], borders: Iterable[str], tables: Tables
) -> dict[str, Runs[Any]]:
    """What held of each border of the view in time; those of which it never held are left out."""
    found = {border: runs(*border.split("|"), tables) for border in borders}
    return {border: each for border, each in found.items() if each}
