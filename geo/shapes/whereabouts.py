"""Who borders on whom, and how far east each unit lies: read from the shapes once, for what is said of the map.

`python -m geo.shapes.whereabouts` writes `whereabouts.toml` and the file of the world anew, by hand, after a change of
shapes or units.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from data.memberships.checks import countries
from data.tables import Tables, current_tables
from data.whole_file import write_whole
from geo.shapes.extract import read_shapes, read_world_shapes
from geo.shapes.topology import Rings, bordering_pairs

if TYPE_CHECKING:
    import geopandas as gpd

FILE = Path(__file__).parent / "whereabouts.toml"
OF_THE_WORLD = Path(__file__).parent / "whereabouts_of_the_world.toml"
"""The same with every country of the world."""
HEAD = "# Who borders on whom by land, and the longitudes of the units. Written by whereabouts.py.\n"


@dataclass(frozen=True)
class Whereabouts:
    """What the shapes say of where units lie.

    Attributes
    ----------
    borders
        Pairs of units that share a land border today, `FIN|RUS`, in alphabetical order.
    longitudes
        Degrees east of the middle of each unit's largest polygon.
    """

    borders: tuple[str, ...]
    longitudes: dict[str, float]


@cache
def whereabouts(file: Path = FILE) -> Whereabouts:
    """What was read from the shapes, as it is kept."""
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    return Whereabouts(tuple(kept["borders"]), kept["longitudes"])


def measured_whereabouts(tables: Tables) -> Whereabouts:
    """The same from the shapes of the units, which takes a second."""
    return _measured(read_shapes(tables.units).geometry)


def measured_in_the_world(tables: Tables) -> Whereabouts:
    """The same with every country of the world, which takes two."""
    return _measured(read_world_shapes(tables.units, countries()).geometry)


def _measured(shapes: gpd.GeoSeries) -> Whereabouts:
    units = list(shapes.index)
    pairs = bordering_pairs(Rings.of(np.array(shapes)))
    borders = sorted("|".join(sorted((units[one], units[other]))) for one, other in pairs)
    largest = {unit: max(shapely.get_parts(shape), key=shapely.area) for unit, shape in shapes.items()}
    return Whereabouts(
        tuple(borders), {unit: round(float(shapely.centroid(largest[unit]).x), 1) for unit in sorted(units)}
    )


def main() -> None:
    """Write both."""
    for file, measure in ((FILE, measured_whereabouts), (OF_THE_WORLD, measured_in_the_world)):
        found = measure(current_tables())
        lines = [
            HEAD,
            "borders = [",
            *(f"  {json.dumps(border)}," for border in found.borders),
            "]",
            "",
            "[longitudes]",
        ]
        lines += [f"{unit} = {longitude}" for unit, longitude in found.longitudes.items()]
        write_whole(file, "\n".join([*lines, ""]).encode())


if __name__ == "__main__":
    main()
