"""The coverages of the views as they were simplified once, so that no start of the server waits for it.

`python -m geo.drawing.kept` writes them. A file says what it was made from: where shapes, units, a view or the code
that simplifies are others by now, it is passed over, and the view is simplified anew, which takes seconds.
"""

import hashlib
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import shapely

from data.tables import current_tables
from geo.drawing import coverage
from geo.drawing.coverage import DECIMALS, Coverage, simplified
from geo.drawing.views import VIEWS, View
from geo.shapes import topology
from geo.shapes.extract import EXTRACT, read_land, read_shapes

UNREADABLE = (OSError, EOFError, KeyError, ValueError, BadZipFile, zlib.error)
FOLDER = Path(__file__).parent / "coverages"
SCALE = 10**DECIMALS
"""Coordinates are kept as whole numbers, each as its distance from the one before."""


def kept(view: View, units: Iterable[str]) -> Coverage | None:
    """The kept coverage of a view, or None where there is none that was made from the same."""
    try:
        with (FOLDER / f"{view.name}.npz").open("rb") as stream, np.load(stream) as file:
            if str(file["made_from"]) != made_from(view, units):
                return None
            points = np.cumsum(file["steps"], axis=0) / SCALE
            rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(file["lengths"])), file["lengths"]))
            polygons = shapely.polygons(rings, indices=file["polygon"])
            whole = shapely.multipolygons(polygons, indices=file["geometry"])
            return Coverage(tuple(file["ids"].tolist()), np.asarray(whole))
    except UNREADABLE:
        return None


def keep(view: View, units: Iterable[str], coverage: Coverage, folder: Path = FOLDER) -> None:
    """Write the coverage of a view, to be found by `kept`."""
    polygons, geometry = shapely.get_parts(coverage.geometries, return_index=True)
    lines, polygon = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(lines, return_index=True)
    whole = np.round(points * SCALE).astype(np.int32)
    np.savez_compressed(
        folder / f"{view.name}.npz",
        made_from=np.array(made_from(view, units)),
        ids=np.array(coverage.ids),
        steps=np.diff(whole, axis=0, prepend=np.zeros((1, 2), np.int32)),
        lengths=np.bincount(ring).astype(np.int32),
        polygon=polygon.astype(np.int32),
        geometry=geometry.astype(np.int32),
    )


def made_from(view: View, units: Iterable[str]) -> str:
    """What decides a coverage, in 16 letters: the shapes, the units, the view, the code that simplifies."""
    measure = (view.unit_m, view.tolerance, view.smallest_island, view.thinning)
    decides = (view.crs.srs, view.extent, view.regions, measure, sorted(units))
    return hashlib.sha256(repr(decides).encode() + _shapes_and_code()).hexdigest()[:16]


@cache
def _shapes_and_code() -> bytes:
    paths = (EXTRACT, Path(coverage.__file__), Path(topology.__file__))
    return b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)


def main() -> None:
    """Keep the coverage of every view."""
    units = current_tables().units
    shapes, land = read_shapes(units), read_land()
    for view in VIEWS.values():
        keep(view, units["unit"], simplified(view, shapes, land))


if __name__ == "__main__":
    main()
