"""Build the extract of the countries of the world that the atlas has no unit for.

Run by hand after `build.py`, with the same two files, never by the atlas::

    python -m data.natural_earth.build_world ne_10m_admin_0_countries_deu.zip data/natural_earth/cut_lines.geojson

The shapes are those that `build.py` merges into one land, each by itself, so that both extracts fit together. What was
done to them is told under `[world]` in `origin.toml`, which this script writes anew; the rest of that file stays.
"""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import box

from data.natural_earth.build import (
    AREA_ERROR,
    EXTRACT,
    HERE,
    LAND,
    Geometries,
    Split,
    asked,
    matched_at_antimeridian,
    merged,
    pieces,
    polygons,
    sha256,
    write,
)

COUNTRIES_CSV = HERE.parent / "memberships" / "countries.csv"
ORIGIN = HERE / "origin.toml"
WORLD = HERE / "world.fgb.zip"
HEADING = "\n[world]\n"

LEASED = {"USG": "CUB"}
"""Ground under lease goes with the country to which Natural Earth gives the sovereignty."""

ISLANDS = (
    Split("BVT", "NOR", ((3.0, -55.0, 4.0, -54.0),)),
    Split("CCK", "AUS", ((96.5, -12.5, 97.5, -11.5),)),
    Split("CXR", "AUS", ((105.0, -11.0, 106.0, -10.0),)),
    Split("TKL", "NZL", ((-173.0, -10.0, -171.0, -8.0),)),
)
"""Whole islands that are countries of ISO 3166-1 and lie in a unit of the atlas."""

RECORD = """\
# Written by build_world.py, beside the extract above and fitting it.
file = "{file}"
sha256 = "{sha256}"
fits = "{fits}"
format = "FlatGeobuf in a zip"
crs = "EPSG:4326"
rows = {rows}
columns = {columns}
units = {units}
vertices = {vertices}
within = {within}
changes = [
    "The same as above, up to the merging of other land: each country of data/memberships/countries.csv by itself.",
    "Features that share an id merged: the island between Brazil and Uruguay into BRA.",
    "Leased ground put to the country that Natural Earth names as sovereign: {leased}.",
    "Whole islands shown by themselves, though they lie in a unit of the atlas, which keeps them in its own extract: \
{islands}. Whoever draws both extracts takes them from that unit.",
    "`{land}` is what of the other extract's lies in no country: the gaps named above, Bir Tawil, the Spratly Islands \
and Scarborough Reef.",
]
disputed = "As in the point of view of Germany, from which nothing was changed: Western Sahara (ESH), Taiwan (TWN), \
Palestine (PSE), Hong Kong (HKG) and Macao (MAC) are features of their own and have shapes of their own; Somaliland \
lies in SOM; Kashmir is divided along the lines of control between IND, PAK and CHN; Arunachal Pradesh lies in IND, \
Aksai Chin in CHN, the Halaib triangle in EGY, the \
Ilemi triangle in KEN; Abyei lies in no country. Neither a shape nor its absence says whose the land is."
"""


def build(land: gpd.GeoSeries, units: list[str], countries: list[str]) -> gpd.GeoDataFrame:
    """One row per country and one for land that is nobody's: columns `unit` and `geometry`, lon/lat on WGS84."""
    exact, names = land.to_numpy(), np.array(land.index.to_series().replace(LEASED))
    shapes: dict[str, shapely.Geometry] = {}
    for country in countries:
        found = exact[names == country]
        if len(found):
            shapes[country] = shapely.coverage_union_all(found)
    for island in ISLANDS:
        whole = exact[names == island.source][0]
        shapes[island.unit] = merged(
            [part for part in polygons(whole) if any(box(*bounds).covers(part) for bounds in island.boxes)]
        )
    if missing := sorted(set(countries) - set(shapes)):
        raise ValueError(f"no shape in the source for {missing}")
    nobodys = shapely.coverage_union_all(exact[~np.isin(names, [*units, *countries])])
    # With all other shapes, so that each gets the vertices of whoever lies on the other side of 180°.
    layer = matched_at_antimeridian(np.array([*exact, *(shapes[country] for country in countries), nobodys]))
    return gpd.GeoDataFrame({"unit": [*countries, LAND]}, geometry=layer[len(exact) :], crs=land.crs)


def check(world: gpd.GeoDataFrame, extract: gpd.GeoDataFrame) -> None:
    """Refuse shapes that are invalid, do not fit those of the atlas, or cover land that the atlas does not have."""
    shapes, atlas = world.set_index("unit").geometry, extract.set_index("unit").geometry
    islands = {island.unit: island.source for island in ISLANDS}
    own = shapes.drop(list(islands)).to_numpy()
    together: Geometries = np.array([*atlas.drop(LAND).to_numpy(), *own])
    if not (shapely.is_valid(shapes.to_numpy()).all() and shapely.coverage_is_valid(together)):
        raise ValueError("the two extracts are not a valid coverage")
    if any(not atlas[unit].covers(shapes[island]) for island, unit in islands.items()):
        raise ValueError("an island is not the atlas's")
    found, expected = shapely.area(own).sum(), atlas[LAND].area
    if abs(found - expected) > AREA_ERROR * expected or not shapely.covers(atlas[LAND].buffer(1e-6), own).all():
        raise ValueError(f"the countries and what is nobody's cover {found} square degrees; expected {expected}")


def record(world: gpd.GeoDataFrame) -> str:
    """What was done, as TOML."""
    return RECORD.format(
        file=WORLD.name,
        sha256=sha256(WORLD),
        fits=sha256(EXTRACT),
        rows=len(world),
        columns=json.dumps(list(world.columns)),
        units=json.dumps([unit for unit in world["unit"] if unit != LAND]),
        vertices=shapely.get_num_coordinates(world.geometry.to_numpy()).sum(),
        within="{ " + ", ".join(f'{island.unit} = "{island.source}"' for island in ISLANDS) + " }",
        leased=", ".join(f"{old} to {new}" for old, new in LEASED.items()),
        islands=", ".join(f"{island.unit} from {island.source}" for island in ISLANDS),
        land=LAND,
    )


def main() -> None:
    """Write the extract and its record."""
    source, cut_lines, units = asked(__doc__)
    countries = pd.read_csv(COUNTRIES_CSV, keep_default_na=False)["code"].tolist()
    world = build(pieces(source, cut_lines, units), units, countries)
    check(world, gpd.read_file(EXTRACT))
    write(world, WORLD)
    before = ORIGIN.read_text(encoding="utf-8").partition(HEADING)[0]
    ORIGIN.write_text(before + HEADING + record(world), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
