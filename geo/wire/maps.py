"""The map of a day for other programs: shapes in lon/lat with what the tables say of each, as GeoJSON and GeoPackage.

Shapes are simplified together, so that borders fit as before, and only once.
"""

import io
import json
from datetime import date
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data.citation import WORK
from data.panel import units_on
from data.tables import Tables
from geo.shapes.extract import read_shapes

TOLERANCE_DEGREES = 0.02
"""A corner goes where the triangle that it makes is smaller than the square of this: about 2 km on either side."""
DECIMALS = 4
"""Of a degree: 11 m at the equator, far below the tolerance."""
LAYER = "units"
CRS = "EPSG:4326"


def map_geojson(day: date, tables: Tables) -> bytes:
    """A FeatureCollection as in RFC 7946, one feature a unit; ValueError for a day the tables do not cover."""
    told = units_on(day, tables)
    shapes = _written_shapes(tuple(told["unit"]), tables)
    head: dict[str, object] = {"type": "FeatureCollection", "name": f"eastward-{day}", "title": WORK, "date": str(day)}
    head |= {"version": tables.version, "as_of": str(tables.as_of), "tolerance_degrees": TOLERANCE_DEGREES}
    features = ",\n".join(
        f'{{"type":"Feature","id":{_json(values["unit"])},"properties":{_json(values)},"geometry":{shape}}}'
        for values, shape in zip(_values(told), shapes, strict=True)
    )
    return f'{_json(head)[:-1]},"features":[\n{features}\n]}}\n'.encode()


def map_gpkg(day: date, tables: Tables) -> bytes:
    """The same as a GeoPackage with one layer, `units`; ValueError for a day the tables do not cover."""
    import pyogrio  # with GDAL a third of a second, which the start need not wait for

    told = units_on(day, tables)
    frame = gpd.GeoDataFrame(told, geometry=list(_shapes(tuple(told["unit"]), tables)), crs=CRS)
    written = io.BytesIO()
    # The day of the facts instead of the time of writing: the same tables give the same bytes.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{tables.as_of}T00:00:00.000Z"})
    try:
        pyogrio.write_dataframe(
            frame, written, layer=LAYER, driver="GPKG", geometry_type="MultiPolygon", promote_to_multi=True
        )
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    return written.getvalue()


@lru_cache(maxsize=2)
def _shapes(units: tuple[str, ...], tables: Tables) -> np.ndarray:
    """The shapes of units, simplified as one coverage, outer rings against the clock as RFC 7946 asks for."""
    whole = read_shapes(tables.units).geometry.loc[list(units)]
    simple = shapely.coverage_simplify(np.array(whole), TOLERANCE_DEGREES)
    return np.asarray(shapely.orient_polygons(shapely.transform(simple, lambda corners: corners.round(DECIMALS))))


@lru_cache(maxsize=2)
def _written_shapes(units: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    return tuple(shapely.to_geojson(_shapes(units, tables)).tolist())


def _values(told: pd.DataFrame) -> list[dict[str, object]]:
    """What is said of each unit; `null` where a list has no number."""
    plain = told.astype("object").where(told.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
