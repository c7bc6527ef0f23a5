"""The join of the tables' units to their shapes, and how it refuses."""

import pandas as pd
import pytest

from data.tables import read_tables
from geo.errors import JoinError
from geo.shapes.extract import read_land, read_shapes


@pytest.fixture(scope="module")
def units() -> pd.DataFrame:
    return read_tables().units


def test_every_unit_has_its_shape_and_its_name(units: pd.DataFrame) -> None:
    shapes = read_shapes(units)
    assert list(shapes.index) == units["unit"].tolist()
    assert list(shapes.columns) == ["name", "kind", "iso3", "of", "geometry"]
    assert shapes.loc["EST", "name"] == "Estonia"
    assert shapes.loc["DEU-EAST", "of"] == "DEU"
    assert not shapes.is_empty.any()


def test_shapes_are_in_longitude_and_latitude(units: pd.DataFrame) -> None:
    shapes = read_shapes(units)
    assert shapes.crs.to_epsg() == 4326
    west, south, east, north = shapes.geometry["ISL"].bounds
    assert -25 < west < east < -13
    assert 63 < south < north < 67


def test_units_may_come_as_a_column_or_as_the_index(units: pd.DataFrame) -> None:
    assert read_shapes(units.set_index("unit")).equals(read_shapes(units))


def test_a_reader_cannot_spoil_the_shapes_of_the_next(units: pd.DataFrame) -> None:
    first = read_shapes(units)
    first["geometry"] = first.geometry.iloc[0]
    assert read_shapes(units).geometry.nunique() == len(units)


def test_a_unit_without_a_shape_is_named(units: pd.DataFrame) -> None:
    atlantis = units.iloc[:1].assign(unit="ATL", name="Atlantis")
    with pytest.raises(JoinError, match=r"no shape .* ATL"):
        read_shapes(pd.concat([units, atlantis]))


def test_a_shape_without_a_unit_is_named(units: pd.DataFrame) -> None:
    with pytest.raises(JoinError, match=r"a shape for FIN, MLT"):
        read_shapes(units[~units["unit"].isin(["MLT", "FIN"])])


@pytest.mark.parametrize("nothing", ["", None])
def test_a_shape_without_a_name_is_named(units: pd.DataFrame, nothing: str | None) -> None:
    nameless = units.assign(name=units["name"].where(units["unit"] != "POL", nothing))
    with pytest.raises(JoinError, match=r"no name .* POL"):
        read_shapes(nameless)


def test_other_land_overlaps_no_unit(units: pd.DataFrame) -> None:
    land = read_land()
    assert land.is_valid
    assert not read_shapes(units).representative_point().within(land).any()
