"""The rival: `px.choropleth` over the units, years and simplified shapes that the atlas draws."""

from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import shapely

from data.membership import status_at_year_end
from data.tables import current_tables
from data.vocabulary import Status
from geo.drawing.kept import drawing
from geo.drawing.palette import LIGHT
from geo.drawing.views import VIEWS

VIEW = "europe"
DECIMALS = 4  # of a degree: about ten metres
BASE_MAP = {"type": "Topology", "arcs": [], "objects": {}}
"""Plotly fetches a base map even with shapes of one's own: this one is empty."""
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
NOTHING: dict[str, Any] = {"type": "GeometryCollection", "geometries": []}
NO_SHAPES: dict[str, Any] = {"type": "FeatureCollection", "features": []}


def base_map() -> dict[str, Any]:
    """An empty base map with the layers Plotly looks for."""
    return {**BASE_MAP, "objects": dict.fromkeys(LAYERS, NOTHING)}


@cache
def shapes() -> dict[str, Any]:
    """The simplified shapes of the atlas as GeoJSON in degrees, wound as Plotly wants them: clockwise."""
    view = VIEWS[VIEW]
    drawn = drawing(VIEW, current_tables().units).shapes
    metres = shapely.transform(
        list(drawn.values()),
        lambda at: at * [view.unit_m, -view.unit_m] + [view.extent[0], view.extent[3]],
    )
    degrees = gpd.GeoSeries(metres, index=list(drawn), crs=view.crs).to_crs("EPSG:4326")
    wound = shapely.orient_polygons(degrees.array, exterior_cw=True)
    rounded = shapely.transform(wound, lambda at: at.round(DECIMALS))
    return dict(gpd.GeoSeries(rounded, index=list(drawn)).__geo_interface__)


@cache
def statuses() -> pd.DataFrame:
    """One row per year and unit of the view: `year`, `unit`, `code` (the place of its status in the list)."""
    tables = current_tables()
    ids = [feature["id"] for feature in shapes()["features"]]
    codes = {status: place for place, status in enumerate(Status)}
    years = range(tables.first_year, tables.last_year + 1)
    frames = [status_at_year_end(year, tables).loc[ids, ["status"]].assign(year=year) for year in years]
    table = pd.concat(frames).rename_axis("unit").reset_index()
    return table.assign(code=table["status"].map(codes).astype(int))[["year", "unit", "code"]]


def choropleth(table: pd.DataFrame, **options: Any) -> go.Figure:
    """One trace with whole numbers and a stepped scale: the lightest choropleth that Plotly Express can make."""
    last = len(Status) - 1
    steps = [
        [edge / (last + 1), LIGHT.statuses[status].fill]
        for place, status in enumerate(Status)
        for edge in (place, place + 1)
    ]
    figure = px.choropleth(
        table,
        locations="unit",
        color="code",
        range_color=(-0.5, last + 0.5),
        color_continuous_scale=steps,
        **{"geojson": shapes(), **options},
    )
    figure.update_geos(
        visible=False,
        projection={"type": "azimuthal equal area", "rotation": {"lon": 20, "lat": 52}},
        lonaxis_range=[-20, 60],
        lataxis_range=[34, 72],
        fitbounds=False,
    )
    figure.update_layout(meta=int(table["year"].min()), margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=900)
    return figure


def animated() -> go.Figure:
    """All years behind Plotly's own slider.

    Plotly Express puts a copy of the shapes into every frame, 78 in all: more than 100 MB, and seconds of copying. One
    copy serves them all.
    """
    figure = choropleth(statuses(), geojson=NO_SHAPES, animation_frame="year")
    figure.data[0].geojson = shapes()
    for frame in figure.frames:
        frame.data[0].geojson = None
    return figure
