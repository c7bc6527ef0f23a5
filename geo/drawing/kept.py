"""The drawings of the views as they were made once, so that no start of the server waits for them.

`python -m geo.drawing.kept` writes them. A file says what it was made from: where shapes, units, a view or the code
that draws are others by now, it is passed over, and the view is drawn anew, which takes seconds.
"""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any
from zipfile import BadZipFile

import numpy as np
import pandas as pd
import shapely

from data.memberships.checks import countries
from data.tables import current_tables
from geo.drawing import anchors, coverage, draw, specks
from geo.drawing.anchors import Anchor
from geo.drawing.coverage import DECIMALS, simplified
from geo.drawing.draw import Drawing
from geo.drawing.views import ALL_VIEWS, WORLD_VIEWS, View
from geo.shapes import topology
from geo.shapes.extract import EXTRACT, WORLD, read_land, read_nobodys_land, read_shapes, read_world_shapes

UNREADABLE = (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile, zlib.error)
FOLDER = Path(__file__).parent / "drawings"
SCALE = 10**DECIMALS
"""Coordinates are kept as whole numbers, each as its distance from the one before."""
SHAPES = "shapes"

_drawings: dict[tuple[str, frozenset[str]], Drawing] = {}
_drawing_locks: defaultdict[str, Lock] = defaultdict(Lock)
"""One a view: while one is drawn, another can be."""


def drawing(name: str, units: pd.DataFrame) -> Drawing:
    """The drawing of a view by name: read or made at the first call, for all sessions; ask for it from any thread."""
    key = name, frozenset(units.get("unit", units.index))
    with _drawing_locks[name]:
        if key not in _drawings:
            _drawings[key] = kept(ALL_VIEWS[name], key[1]) or _anew(ALL_VIEWS[name], units)
    return _drawings[key]


def _anew(view: View, units: pd.DataFrame) -> Drawing:
    if view.name in WORLD_VIEWS:
        shapes, land = read_world_shapes(units, countries()), read_nobodys_land()
        return specks.with_specks(draw.draw(view, simplified(view, shapes, land)))
    return draw.draw(view, simplified(view, read_shapes(units), read_land()))


def kept(view: View, units: Iterable[str]) -> Drawing | None:
    """The kept drawing of a view, or None where there is none that was made from the same."""
    try:
        with (FOLDER / f"{view.name}.npz").open("rb") as stream, np.load(stream) as file:
            if str(file["made_from"]) != made_from(view, units):
                return None
            points = np.cumsum(file["steps"], axis=0) / SCALE
            rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(file["lengths"])), file["lengths"]))
            polygons = shapely.polygons(rings, indices=file["polygon"])
            whole = shapely.multipolygons(polygons, indices=file["geometry"])
            lines: dict[str, Any] = json.loads(file["lines"].tobytes())
            shapes = dict(zip(file["ids"].tolist(), whole.tolist(), strict=True))
    except UNREADABLE:
        return None
    anchors_of = {unit: anchor and _anchor(anchor) for unit, anchor in lines["anchors"].items()}
    return Drawing(**{**lines, "frame": tuple(lines["frame"]), "anchors": anchors_of}, shapes=shapes)


def _anchor(told: dict[str, Any]) -> Anchor:
    """An anchor from JSON, whose tuples are lists there."""
    return Anchor(**{**told, "box": tuple(told["box"]), "name": tuple(told["name"])})


def keep(view: View, units: Iterable[str], drawn: Drawing, folder: Path = FOLDER) -> None:
    """Write the drawing of a view, to be found by `kept`."""
    polygons, geometry = shapely.get_parts(np.array(list(drawn.shapes.values())), return_index=True)
    lines, polygon = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(lines, return_index=True)
    whole = np.round(points * SCALE).astype(np.int32)
    np.savez_compressed(
        folder / f"{view.name}.npz",
        made_from=np.array(made_from(view, units)),
        ids=np.array(list(drawn.shapes)),
        steps=np.diff(whole, axis=0, prepend=np.zeros((1, 2), np.int32)),
        lengths=np.bincount(ring).astype(np.int32),
        polygon=polygon.astype(np.int32),
        geometry=geometry.astype(np.int32),
        lines=np.frombuffer(json.dumps(_lines(drawn), ensure_ascii=False).encode(), np.uint8),
    )


def _lines(drawn: Drawing) -> dict[str, Any]:
    """All of a drawing but its shapes, for JSON."""
    told = {field.name: getattr(drawn, field.name) for field in fields(drawn) if field.name != SHAPES}
    return {**told, "anchors": {unit: anchor and asdict(anchor) for unit, anchor in drawn.anchors.items()}}


def made_from(view: View, units: Iterable[str]) -> str:
    """What decides a drawing, in 16 letters: the shapes, the units, the view, the code that draws."""
    measure = (view.unit_m, view.tolerance, view.smallest_island, view.thinning)
    decides = (view.crs.srs, view.frame, view.extent, view.regions, view.sphere, measure, sorted(units))
    world = map(_digest, (WORLD, Path(specks.__file__))) if view.name in WORLD_VIEWS else ()
    return hashlib.sha256(b"".join((repr(decides).encode(), _shapes_and_code(), *world))).hexdigest()[:16]


@cache
def _shapes_and_code() -> bytes:
    code = (Path(str(module.__file__)) for module in (coverage, topology, draw, anchors))
    return b"".join(map(_digest, (EXTRACT, *code)))


@cache
def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def main() -> None:
    """Keep the drawing of every view."""
    units = current_tables().units
    for view in ALL_VIEWS.values():
        keep(view, units["unit"], _anew(view, units))


if __name__ == "__main__":
    main()
