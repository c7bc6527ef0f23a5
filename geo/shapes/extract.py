"""The shapes of the units, joined to what the tables call them.

GeoPandas is loaded where shapes are read: what is kept drawn needs neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import JoinError

if TYPE_CHECKING:
    import geopandas as gpd

FOLDER = Path(__file__).parent.parent.parent / "data" / "natural_earth"
EXTRACT = FOLDER / "units.fgb.zip"
WORLD = FOLDER / "world.fgb.zip"
"""The countries of the world that are no units."""
LAND = "land"
WITHIN = {"BVT": "NOR", "CCK": "AUS", "CXR": "AUS", "TKL": "NZL"}
"""Countries by ISO 3166-1 whose islands lie in a unit of the atlas, which gives them up where the world is drawn."""
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
    shapes = _read(EXTRACT).drop(LAND)
    _check_join(named, shapes)
    import geopandas as gpd

    return gpd.GeoDataFrame(named[COLUMNS].join(shapes[["geometry"]]), geometry="geometry", crs=shapes.crs)


def read_land() -> BaseGeometry:
    """All land that is no unit, as one geometry in lon/lat, with the gaps between countries that claims leave."""
    return _read(EXTRACT).geometry[LAND]


def read_world_shapes(units: pd.DataFrame, countries: Iterable[str]) -> gpd.GeoDataFrame:
    """One row per unit and one per country of the world that is none: index `unit`; column `geometry`, lon/lat.

    Raises JoinError as `read_shapes`, or where a country has no shape or a shape no country.
    """
    import geopandas as gpd

    others = _read(WORLD).drop(LAND)
    if odd := sorted(set(others.index) ^ set(countries)):
        raise JoinError(
            f"{WORLD.name} and countries.csv differ in {', '.join(odd)}; expected one shape for each country"
        )
    shapes = pd.concat([read_shapes(units)[["geometry"]], others[["geometry"]]])
    for country, unit in WITHIN.items():
        if unit in shapes.index:
            shapes.loc[unit, "geometry"] = _without(shapes.geometry[unit], shapes.geometry[country])
    return gpd.GeoDataFrame(shapes, geometry="geometry", crs=others.crs)


def read_nobodys_land() -> BaseGeometry:
    """All land of no unit and no country, as one geometry in lon/lat."""
    return _read(WORLD).geometry[LAND]


def _without(shape: BaseGeometry, islands: BaseGeometry) -> BaseGeometry:
    """A shape without some of its polygons."""
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[~shapely.intersects(parts, islands)])


@cache
def _read(extract: Path) -> gpd.GeoDataFrame:
    import geopandas as gpd

    try:
        return gpd.read_file(extract).set_index("unit")
    except (RuntimeError, OSError, KeyError) as error:  # as GDAL says that a file is missing or none of its kind
        raise JoinError(f"{extract.name} cannot be read; expected the shapes of the units, by unit ({error})") from None


def _check_join(named: pd.DataFrame, shapes: gpd.GeoDataFrame) -> None:
    if bare := sorted(set(named.index) - set(shapes.index)):
        raise JoinError(f"no shape in {EXTRACT.name} for unit {', '.join(bare)}")
    if strange := sorted(set(shapes.index) - set(named.index)):
        raise JoinError(f"{EXTRACT.name} has a shape for {', '.join(strange)}, expected a row for it in units.csv")
    if nameless := sorted(named.index[named["name"].isna() | (named["name"] == "")]):
        raise JoinError(f"no name in units.csv for unit {', '.join(nameless)}")
