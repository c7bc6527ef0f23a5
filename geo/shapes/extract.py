"""The shapes of the units, joined to what the tables call them."""

from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geo.errors import JoinError

EXTRACT = Path(__file__).parent.parent.parent / "data" / "natural_earth" / "units.fgb.zip"
LAND = "land"
COLUMNS = ["name", "kind", "iso3", "of"]


def read_shapes(units: pd.DataFrame) -> gpd.GeoDataFrame:
    """One row per unit: index `unit`; columns `name`, `kind`, `iso3`, `of`, `geometry` (lon/lat, EPSG:4326).

    Parameters
    ----------
    units
        The units of the tables, with `unit` as a column or as the index.

    Raises
    ------
    JoinError
        A unit has no shape, or a shape has no unit or no name.
    """
    named = units if units.index.name == "unit" else units.set_index("unit")
    shapes = _read_extract().drop(LAND)
    _check_join(named, shapes)
    return gpd.GeoDataFrame(named[COLUMNS].join(shapes[["geometry"]]), geometry="geometry", crs=shapes.crs)


def read_land() -> BaseGeometry:
    """All land that is no unit, as one geometry in lon/lat, with the gaps between countries that claims leave."""
    return _read_extract().geometry[LAND]


@cache
def _read_extract() -> gpd.GeoDataFrame:
    try:
        return gpd.read_file(EXTRACT).set_index("unit")
    except (RuntimeError, OSError, KeyError) as error:  # as GDAL says that a file is missing or none of its kind
        raise JoinError(f"{EXTRACT.name} cannot be read; expected the shapes of the units, by unit ({error})") from None


def _check_join(named: pd.DataFrame, shapes: gpd.GeoDataFrame) -> None:
    if bare := sorted(set(named.index) - set(shapes.index)):
        raise JoinError(f"no shape in {EXTRACT.name} for unit {', '.join(bare)}")
    if strange := sorted(set(shapes.index) - set(named.index)):
        raise JoinError(f"{EXTRACT.name} has a shape for {', '.join(strange)}, expected a row for it in units.csv")
    if nameless := sorted(named.index[named["name"].isna() | (named["name"] == "")]):
        raise JoinError(f"no name in units.csv for unit {', '.join(nameless)}")
