"""The extract of Natural Earth: that it is what its record says, and that the cuts run where they should."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from each import for_each
from pyproj import Geod

FOLDER = Path(__file__).parent.parent / "data" / "natural_earth"
UNITS = pd.read_csv(FOLDER.parent / "units.csv", keep_default_na=False)["unit"].tolist()
WGS84 = Geod(ellps="WGS84")
HALF_THE_GLOBE_KM2 = 255_000_000

PLACES = [
    ("Simferopol", 34.10, 44.95, "UKR-CRIMEA"),
    ("Kerch", 36.46, 45.35, "UKR-CRIMEA"),
    ("Armyansk", 33.69, 46.10, "UKR-CRIMEA"),
    ("Melitopol", 35.37, 46.85, "UKR"),
    ("Henichesk", 34.80, 46.18, "UKR"),
    ("Leipzig", 12.37, 51.34, "DEU-EAST"),
    ("Berlin-Mitte", 13.40, 52.52, "DEU-EAST"),
    ("Berlin-Charlottenburg", 13.30, 52.51, "DEU-EAST"),
    ("Rügen", 13.40, 54.45, "DEU-EAST"),
    ("Eisenach", 10.32, 50.98, "DEU-EAST"),
    ("Hamburg", 10.00, 53.55, "DEU"),
    ("Lübeck", 10.69, 53.87, "DEU"),
    ("Fehmarn", 11.13, 54.47, "DEU"),
    ("Hof", 11.90, 50.32, "DEU"),
    ("Göttingen", 9.93, 51.53, "DEU"),
    ("Tskhinvali", 43.97, 42.225, "GEO-SOUTH-OSSETIA"),
    ("Akhalgori", 44.48, 42.12, "GEO-SOUTH-OSSETIA"),
    ("Gori", 44.11, 41.98, "GEO"),
    ("Sukhumi", 41.02, 43.01, "GEO-ABKHAZIA"),
    ("Gali", 41.73, 42.63, "GEO-ABKHAZIA"),
    ("Zugdidi", 41.87, 42.51, "GEO"),
    ("Tiraspol", 29.60, 46.84, "MDA-TRANSNISTRIA"),
    ("Ribnita", 29.00, 47.77, "MDA-TRANSNISTRIA"),
    ("Chisinau", 28.86, 47.01, "MDA"),
    ("Kyrenia", 33.32, 35.33, "CYP-NORTH"),
    ("Famagusta", 33.94, 35.12, "CYP-NORTH"),
    ("Kokkina", 32.62, 35.18, "CYP-NORTH"),
    ("Larnaca", 33.63, 34.92, "CYP"),
    ("Paphos", 32.43, 34.78, "CYP"),
    ("Longyearbyen", 15.63, 78.20, "SJM"),
    ("Jan Mayen", -8.40, 71.00, "SJM"),
    ("Oslo", 10.75, 59.91, "NOR"),
    ("Hammerfest", 23.70, 70.60, "NOR"),
    ("Cayenne", -52.33, 4.92, "GUF"),
    ("Saint-Denis", 55.45, -20.92, "REU"),
    ("Basse-Terre", -61.70, 16.05, "GLP"),
    ("Fort-de-France", -61.03, 14.65, "MTQ"),
    ("Mamoudzou", 45.20, -12.79, "MYT"),
    ("Ajaccio", 8.75, 41.95, "FRA"),
    ("Bonaire", -68.27, 12.18, "BES"),
    ("Saba", -63.23, 17.63, "BES"),
    ("Amsterdam", 4.90, 52.37, "NLD"),
    ("Pristina", 21.16, 42.66, "XKX"),
    ("Kaliningrad", 20.50, 54.70, "RUS"),
    ("Grodno", 23.83, 53.68, "BLR"),
    ("Kangerlussuaq", -50.70, 67.00, "GRL"),
    ("Mariehamn", 19.94, 60.10, "ALA"),
    ("Akrotiri", 32.98, 34.58, "GBR-AKROTIRI"),
    ("Golan", 35.78, 33.00, "land"),
    ("Beijing", 116.40, 39.90, "land"),
    ("Guantánamo", -75.13, 19.93, "land"),
]

AREAS_KM2 = [
    ("UKR-CRIMEA", 26_900, 0.02),  # the Autonomous Republic and Sevastopol
    ("CYP-NORTH", 3_355, 0.02),
    ("GEO-ABKHAZIA", 8_660, 0.02),
    ("GEO-SOUTH-OSSETIA", 3_900, 0.15),  # the line is coarse in the mountains
    ("MDA-TRANSNISTRIA", 3_450, 0.15),  # 4,160 by its own count; the line leaves Bender and its surroundings out
    ("DEU-EAST", 108_810, 0.01),  # the German Democratic Republic and West Berlin
    ("SJM", 61_400, 0.02),
    ("XKX", 10_900, 0.01),
]


@cache
def extract() -> gpd.GeoSeries:
    return gpd.read_file(FOLDER / "units.fgb.zip").set_index("unit").geometry


def origin() -> dict[str, dict[str, object]]:
    return tomllib.loads((FOLDER / "origin.toml").read_text(encoding="utf-8"))


def area_km2(geometry: shapely.Geometry) -> float:
    area_m2, _ = WGS84.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return area_m2 / 1e6


@pytest.mark.parametrize("part", ["extract", "cut_lines"])
def test_the_files_are_those_of_the_record(part: str) -> None:
    record = origin()[part]
    assert hashlib.sha256((FOLDER / str(record["file"])).read_bytes()).hexdigest() == record["sha256"]


def test_the_extract_has_the_rows_and_columns_of_the_record() -> None:
    record, frame = origin()["extract"], gpd.read_file(FOLDER / "units.fgb.zip")
    assert len(frame) == record["rows"]
    assert list(frame.columns) == record["columns"]
    assert frame.crs.to_string() == record["crs"]
    assert shapely.get_num_coordinates(frame.geometry.to_numpy()).sum() == record["vertices"]
    assert (FOLDER / str(record["file"])).stat().st_size < 4_000_000


def test_every_coordinate_lies_on_the_grid_of_the_record() -> None:
    steps = shapely.get_coordinates(extract().to_numpy()) / origin()["extract"]["grid_degrees"]
    assert (steps == steps.round()).all()


def test_every_unit_has_one_valid_shape_and_nothing_else_has() -> None:
    shapes = extract()
    assert sorted(shapes.index) == sorted([*UNITS, "land"])
    assert shapes.is_valid.all()
    assert not shapes.is_empty.any()
    assert set(shapes.geom_type) <= {"Polygon", "MultiPolygon"}


def test_neighbours_share_every_vertex_of_their_border() -> None:
    assert shapely.coverage_is_valid(extract().to_numpy())


def test_no_edge_is_longer_than_a_degree() -> None:
    rings = shapely.get_rings(shapely.get_parts(extract().to_numpy()))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    edges = np.diff(points, axis=0)[ring[1:] == ring[:-1]]
    assert np.hypot(*edges.T).max() <= 1.0001


@for_each("place, lon, lat, unit", PLACES)
def test_a_place_lies_in_one_unit(place: str, lon: float, lat: float, unit: str) -> None:
    shapes = extract()
    assert list(shapes.index[shapes.contains(shapely.Point(lon, lat))]) == [unit]


@pytest.mark.parametrize(("place", "lon", "lat"), [("Caspian", 50.8, 41.8), ("Black Sea", 34, 43), ("Azov", 36.5, 46)])
def test_the_sea_is_nobodys(place: str, lon: float, lat: float) -> None:
    assert not extract().contains(shapely.Point(lon, lat)).any()


@pytest.mark.parametrize(("unit", "expected", "error"), AREAS_KM2, ids=[unit for unit, *_ in AREAS_KM2])
def test_a_part_is_as_large_as_it_should_be(unit: str, expected: float, error: float) -> None:
    assert area_km2(extract()[unit]) == pytest.approx(expected, rel=error)


def test_no_unit_covers_half_the_globe() -> None:
    areas = extract().map(area_km2)
    assert areas.min() > 0
    assert areas.drop("land").idxmax() == "RUS"
    assert areas.max() < HALF_THE_GLOBE_KM2


def test_all_land_of_the_earth_is_there() -> None:
    """147 million km² of land, lakes included but for the Caspian, and ice shelves in part."""
    assert extract().map(area_km2).sum() == pytest.approx(147_000_000, rel=0.01)
