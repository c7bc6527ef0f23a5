"""The extract of the rest of the world: one shape a country, fitting the atlas's own, and what is left nobody's."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from each import for_each
from pyproj import Geod

from data.memberships.checks import countries
from geo.errors import JoinError
from geo.shapes.extract import WITHIN, read_nobodys_land, read_world_shapes

FOLDER = Path(__file__).parent.parent / "data" / "natural_earth"
UNITS = pd.read_csv(FOLDER.parent / "units.csv", keep_default_na=False)
WGS84 = Geod(ellps="WGS84")
LAND = "land"

PLACES = [
    ("Hargeisa", 44.06, 9.56, "SOM"),
    ("Laayoune", -13.2, 27.15, "ESH"),
    ("Taipei", 121.5, 25.04, "TWN"),
    ("Kinmen", 118.35, 24.45, "TWN"),
    ("Hong Kong", 114.15, 22.4, "HKG"),
    ("Srinagar", 74.8, 34.08, "IND"),
    ("Tawang", 91.86, 27.58, "IND"),
    ("Aksai Chin", 79.5, 35.2, "CHN"),
    ("Muzaffarabad", 73.47, 34.37, "PAK"),
    ("Abyei", 28.43, 9.6, LAND),
    ("Bir Tawil", 33.7, 21.88, LAND),
    ("Golan", 35.78, 33.0, LAND),
    ("Halaib", 36.5, 22.25, "EGY"),
    ("Ilemi", 35.3, 4.9, "KEN"),
    ("Essequibo", -59.5, 6.0, "GUY"),
    ("Guantánamo", -75.13, 19.93, "CUB"),
    ("Bouvet", 3.4, -54.42, "BVT"),
    ("Christmas Island", 105.65, -10.5, "CXR"),
    ("Dili", 125.58, -8.6, "TLS"),
    ("Oecusse", 124.35, -9.3, "TLS"),
    ("Cabinda", 12.4, -5.0, "AGO"),
    ("Zanzibar", 39.35, -6.1, "TZA"),
    ("Galápagos", -91.1, -0.5, "ECU"),
]

AREAS_KM2 = [
    ("CHN", 9_390_000, 0.02),
    ("BRA", 8_510_000, 0.01),
    ("IND", 3_150_000, 0.03),
    ("COD", 2_345_000, 0.02),
    ("SGP", 735, 0.35),  # the source has the coast of before much was won from the sea
    ("LSO", 30_360, 0.02),
    ("TWN", 36_200, 0.03),
    ("ESH", 266_000, 0.02),
]


@cache
def world() -> gpd.GeoSeries:
    return gpd.read_file(FOLDER / "world.fgb.zip").set_index("unit").geometry


@cache
def together() -> gpd.GeoSeries:
    """All shapes as the views of the world draw them, and the land of nobody."""
    shapes = read_world_shapes(UNITS, countries()).geometry
    shapes[LAND] = read_nobodys_land()
    return shapes


def record() -> dict[str, Any]:
    return dict(tomllib.loads((FOLDER / "origin.toml").read_text(encoding="utf-8"))["world"])


def area_km2(geometry: shapely.Geometry) -> float:
    area_m2, _ = WGS84.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return area_m2 / 1e6


def test_the_file_is_that_of_the_record_and_fits_the_other_extract() -> None:
    for file, digest in (("world.fgb.zip", "sha256"), ("units.fgb.zip", "fits")):
        assert hashlib.sha256((FOLDER / file).read_bytes()).hexdigest() == record()[digest]
    assert (FOLDER / "world.fgb.zip").stat().st_size < 2_000_000
    assert len(world()) == record()["rows"]
    assert shapely.get_num_coordinates(world().to_numpy()).sum() == record()["vertices"]
    assert record()["within"] == WITHIN


def test_each_code_has_one_shape_and_each_shape_one_code() -> None:
    assert world().index.tolist() == [*countries(), LAND]
    assert record()["units"] == list(countries())
    assert not countries().keys() & set(UNITS["unit"])
    assert world().is_valid.all()
    assert not world().is_empty.any()


def test_coordinates_lie_on_the_grid() -> None:
    grid = tomllib.loads((FOLDER / "origin.toml").read_text(encoding="utf-8"))["extract"]["grid_degrees"]
    steps = shapely.get_coordinates(world().to_numpy()) / grid
    assert (steps == steps.round()).all()


def test_with_the_atlas_s_own_they_cover_the_land_and_none_overlaps_another() -> None:
    """A valid coverage: neighbours share every vertex, and nothing lies over anything."""
    assert shapely.coverage_is_valid(together().to_numpy())
    atlas = gpd.read_file(FOLDER / "units.fgb.zip").geometry
    assert shapely.area(together().to_numpy()).sum() == pytest.approx(shapely.area(atlas.to_numpy()).sum(), rel=1e-9)


def test_islands_of_other_units_are_given_up_by_them() -> None:
    atlas = gpd.read_file(FOLDER / "units.fgb.zip").set_index("unit").geometry
    for country, unit in WITHIN.items():
        whole, without = atlas[unit], together()[unit]
        assert whole.covers(world()[country])
        assert without.area + sum(world()[c].area for c, u in WITHIN.items() if u == unit) == pytest.approx(whole.area)


@for_each("place, lon, lat, unit", PLACES)
def test_a_place_lies_in_one(place: str, lon: float, lat: float, unit: str) -> None:
    assert list(together().index[together().contains(shapely.Point(lon, lat))]) == [unit]


@pytest.mark.parametrize(("unit", "expected", "error"), AREAS_KM2, ids=[unit for unit, *_ in AREAS_KM2])
def test_a_country_is_as_large_as_it_should_be(unit: str, expected: float, error: float) -> None:
    assert area_km2(world()[unit]) == pytest.approx(expected, rel=error)


def test_a_country_without_a_shape_is_named() -> None:
    with pytest.raises(JoinError, match="differ in ATL; expected one shape for each"):
        read_world_shapes(UNITS, [*countries(), "ATL"])
    with pytest.raises(JoinError, match="differ in ZWE"):
        read_world_shapes(UNITS, [code for code in countries() if code != "ZWE"])
