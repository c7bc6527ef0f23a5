"""One view, drawn, with the places of the statements and the anchors of names."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from data.borders_in_time import front_runs, inner_runs
from data.measures import NEAREST_TO, measured_days, measures_on
from data.memberships.checks import countries
from data.names import grounds_by_state
from data.picture import days_that_differ, picture_on
from data.runs import Runs, runs_of
from data.statement_places import statement_places
from data.tables import Tables
from data.timeline import segments
from data.vocabulary import City, UnitKind
from geo.drawing.anchors import Anchor
from geo.drawing.draw import Drawing
from geo.drawing.graticule import graticule
from geo.drawing.kept import drawing
from geo.drawing.lands import lands_in
from geo.drawing.line_room import land_room
from geo.drawing.views import ALL_VIEWS, project_points
from geo.shapes.measures import REFERENCE_POINTS
from geo.shapes.topology import Ints

Json = dict[str, Any]
SLIVER, MOSTLY = 20, 4
"""So narrow, in units, no name stands upon what lies of a country in the frame; it belongs to the rest where that is so
many times as wide."""
LIKELY = 8
"""Shapes with the nearest boxes, among which the nearest country mostly is."""
BERLIN = (13.37, 52.51)
"""Lon, lat of the mark for West Berlin, which the shapes cannot separate."""


def view_payload(name: str, tables: Tables) -> Json:
    """What the browser needs of one view: the map and all that changes on it in time."""
    drawn = drawing(name, tables.units)
    return {
        **map_payload(name, tables),
        "outlines": {" ".join(units): outline(name, units, tables) for units in _together(drawn.shapes, tables)},
        "fronts": _in_time(front_runs, drawn.borders, tables),
        "inner": _in_time(inner_runs, drawn.borders, tables),
        "nearest": {city: _nearest(name, city, tables) for city in NEAREST_TO},
    }


@lru_cache(maxsize=1024)
def outline(name: str, units: tuple[str, ...], tables: Tables) -> str:
    """Path data around units of a view that belong together."""
    return drawing(name, tables.units).outline(units)


def map_payload(name: str, tables: Tables) -> Json:
    """One drawing with the places of the statements and the anchors of names; all in units of the view."""
    drawn = drawing(name, tables.units)
    payload = drawn.payload()
    grounds = grounds_by_state(tables)
    parts = {
        unit: tuple(rows["unit"]) for unit, rows in tables.units[tables.units["kind"] == UnitKind.PART].groupby("of")
    }
    disputed = set(tables.disputed["unit"])  # a name on hatched ground can hardly be read
    wholes = {unit: (unit, *(part for part in also if part not in disputed)) for unit, also in parts.items()}
    lone = list(tables.units.loc[tables.units["kind"] == UnitKind.COUNTRY, "unit"])
    alone = {unit: (unit,) for unit in (*lone, *countries())}
    anchors = {**drawn.anchors, **drawn.anchors_for(wholes), **drawn.anchors_for(grounds)}
    anchors |= _anchors_beyond(drawn, {**alone, **wholes, **grounds}, anchors)
    labels = [
        *((unit, unit) for unit in lone),
        *((state, units[0]) for state, units in grounds.items()),
        *((code, code) for code in countries()),
    ]
    x, y = _project(name, statement_places(tables))
    lines, lands = graticule(ALL_VIEWS[name]), lands_in(ALL_VIEWS[name], drawn.anchors)
    return {
        **payload,
        "room": land_room(drawn.paths, drawn.borders),
        **({"graticule": lines} if lines else {}),
        **({"lands": lands} if lands else {}),
        "anchors": {unit: [a.x, a.y, a.radius] for unit, a in drawn.anchors.items() if a},
        "names": {
            key: {"id": key, "unit": unit, "at": list(anchor.name)}
            for key, unit in labels
            if (anchor := anchors.get(key))
        },
        "berlin": _points(name, [BERLIN])[0],
        "places": [
            [int(px), int(py), room] for px, py, room in zip(x, y, _rooms(drawn.shapes, x, y, parts), strict=True)
        ],
        "forces": [[int(px), int(py)] for px, py in zip(*_project(name, tables.forces), strict=True)],
    }


def _anchors_beyond(
    drawn: Drawing, grounds: Mapping[str, tuple[str, ...]], anchors: Mapping[str, Anchor | None]
) -> dict[str, Anchor | None]:
    """Anchors of the drawn among countries and states that lie beyond the frame, or all but a sliver of them.

    A sheet of another shape than that shows them, too.
    """
    whole = replace(drawn, frame=(0, 0, drawn.width, drawn.height))
    slivers = {key: anchor.name[2] if anchor else 0 for key, anchor in anchors.items()}
    hidden = {key: units for key, units in grounds.items() if slivers.get(key, 0) < SLIVER}
    beyond = whole.anchors_for(
        {key: units for key, units in hidden.items() if not drawn.shapes.keys().isdisjoint(units)}
    )
    return {
        key: anchor
        for key, anchor in beyond.items()
        if not anchors.get(key) or (anchor and anchor.name[2] > MOSTLY * max(1, slivers[key]))
    }


def _rooms(shapes: Mapping[str, BaseGeometry], x: Ints, y: Ints, parts: Mapping[str, tuple[str, ...]]) -> list[int]:
    """Units from each place to the nearest country but its own, which is the one that lies nearest."""
    whole = {part: unit for unit, others in parts.items() for part in others}
    owner = np.array([whole.get(unit, unit) for unit in shapes])
    ground = np.array(list(shapes.values()))
    boxes = shapely.box(*shapely.bounds(ground).T)
    rooms = {}
    for place in set(zip(x.tolist(), y.tolist(), strict=True)):
        point = shapely.Point(place)
        least = shapely.distance(boxes, point)  # no shape is nearer than its box: most need not be measured
        far = np.full(len(ground), np.inf)
        likely = least.argsort()[:LIKELY]
        far[likely] = shapely.distance(ground[likely], point)
        rest = np.isinf(far) & (least <= _room(far, owner))
        far[rest] = shapely.distance(ground[rest], point)
        rooms[place] = round(_room(far, owner))
    return [rooms[place] for place in zip(x.tolist(), y.tolist(), strict=True)]


def _room(far: NDArray[np.float64], owner: NDArray[np.str_]) -> float:
    """The distance of the nearest shape whose owner is not that of the nearest of all."""
    return float(far[owner != owner[far.argmin()]].min())


def _project(view: str, places: pd.DataFrame) -> tuple[Ints, Ints]:
    """Places of a table with `lat` and `lon`, in units of the view."""
    return project_points(ALL_VIEWS[view], places["lon"].astype(float), places["lat"].astype(float))


def _points(view: str, lonlat: Sequence[tuple[float, float]]) -> list[list[int]]:
    lon, lat = zip(*lonlat, strict=True)
    x, y = project_points(ALL_VIEWS[view], lon, lat)
    return [[int(px), int(py)] for px, py in zip(x, y, strict=True)]


def _together(shapes: Container[str], tables: Tables) -> list[tuple[str, ...]]:
    """The units of the view that ever stood in one outline, each time in the same order."""
    outlines = {inside for day in days_that_differ(tables) for inside in picture_on(day, tables).outlines.values()}
    here = {tuple(unit for unit in inside if unit in shapes) for inside in outlines}
    return sorted(inside for inside in here if len(inside) > 1)


def _nearest(view: str, city: City, tables: Tables) -> Json:
    """The city and, as runs, the nearest NATO land, in units of the view; null before there was any."""
    days = sorted({tables.first_day, *measured_days(tables)})
    lands = {day: measures.nearest[city] for day in days if (measures := measures_on(day, tables))}
    at, *points = _points(view, [REFERENCE_POINTS[city], *((land.lon, land.lat) for land in lands.values())])
    land_on = dict(zip(lands, points, strict=True))
    return {"city": at, "land": runs_of(days, land_on.get, tables)}


def _in_time(
    runs: Callable[[str, str, Tables | None], Runs[Any]], borders: Iterable[str], tables: Tables
) -> dict[str, Runs[Any]]:
    """What held of each border between units in time; those of which it never held are left out."""
    history = segments(tables)
    pairs = {border: border.split("|") for border in borders}
    found = {
        border: runs(one, other, tables)
        for border, (one, other) in pairs.items()
        if one in history and other in history
    }
    return {border: each for border, each in found.items() if each}
