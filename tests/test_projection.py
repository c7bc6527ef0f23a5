"""The drawing of a view against the 10m shapes: near enough, small enough, fast enough, and without stray lines."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import CRS, Transformer
from shapely.geometry import MultiPolygon, Polygon, box

from data.tables import read_tables
from geo import projection
from geo.projection import VIEWS, Drawing, View, anchor_of, draw, drawing, project_points
from geo.shapes import read_land, read_shapes
from geo.topology import decode

ROOT = Path(__file__).parent.parent
HALF_A_PIXEL = 1.0
"""One unit of a view is half a pixel on a screen 1,920 pixels wide."""

EUROPE = VIEWS["europe"]

ARCTIC = View(
    name="arctic",
    crs=CRS("+proj=laea +lat_0=90 +lon_0=10 +ellps=WGS84"),
    frame=(-4_000_000, -4_000_000, 4_000_000, 4_000_000),
    extent=(-4_000_000, -4_000_000, 4_000_000, 4_000_000),
    regions=((-181, 30, 181, 90),),
    unit_m=4_000,
)
WORLD = View(
    name="world",
    crs=CRS("+proj=eqearth +lon_0=11 +ellps=WGS84"),
    frame=(-17_300_000, -8_300_000, 17_300_000, 8_500_000),
    extent=(-17_300_000, -8_300_000, 17_300_000, 8_500_000),
    regions=((-181, -90, -169.000001, 90), (-168.999999, -90, 181, 90)),
    unit_m=9_000,
)


@cache
def units() -> pd.DataFrame:
    return read_tables().units


def europe() -> Drawing:
    return drawing("europe", units())


@cache
def drawn(view: View) -> Drawing:
    return draw(view, read_shapes(units()), read_land())


def lines_of(paths: Iterable[str]) -> list[np.ndarray]:
    return [line for path in paths for line in decode(path)]


def all_paths(picture: Drawing) -> list[str]:
    return [*picture.paths.values(), picture.land]


def edges_of(lines: list[np.ndarray]) -> np.ndarray:
    """Every edge: x0, y0, x1, y1."""
    return np.vstack([np.hstack([line[:-1], line[1:]]) for line in lines])


def off_the_box(edges: np.ndarray, width: float, height: float) -> np.ndarray:
    """The edges that do not run along the edge of the picture."""
    x0, y0, x1, y1 = edges.T
    along = ((x0 == x1) & np.isin(x0, [0, width])) | ((y0 == y1) & np.isin(y0, [0, height]))
    return edges[~along]


def distances(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    tree = shapely.STRtree(shapely.linestrings(edges.reshape(-1, 2, 2)))
    return tree.query_nearest(shapely.points(points), return_distance=True, all_matches=False)[1]


@cache
def source_lines() -> list[np.ndarray]:
    """The 10m rings in the units of the Europe view, cut at its extent, less the islets that are not drawn."""
    shapes = read_shapes(units()).geometry
    west, south, east, north = EUROPE.regions[0]
    near = shapely.clip_by_rect([*shapes, read_land()], west, south, east, north)
    to_metres = Transformer.from_crs(4326, EUROPE.crs, always_xy=True)
    in_units = shapely.transform(
        near,
        lambda c: (
            (np.column_stack(to_metres.transform(*c.T)) - [EUROPE.extent[0], EUROPE.extent[3]])
            / [EUROPE.unit_m, -EUROPE.unit_m]
        ),
    )
    parts = shapely.get_parts(shapely.intersection(in_units, box(0, 0, EUROPE.width, EUROPE.height)))
    parts = parts[shapely.area(parts) >= EUROPE.smallest_island]
    return [shapely.get_coordinates(ring) for ring in shapely.get_rings(parts)]


def test_the_frame_holds_europe_and_is_wide() -> None:
    left, top, width, height = europe().frame
    assert width == 3_840
    assert width / height == pytest.approx(1.7, abs=0.02)
    places = {
        "Iceland, west": (-24.5, 65.5),
        "North Cape": (25.8, 71.2),
        "Lisbon": (-9.4, 38.7),
        "Gibraltar": (-5.35, 36.1),
        "Crete": (24.1, 34.8),
        "Cyprus": (33.0, 34.6),
        "Caspian, east": (54.0, 41.0),
        "Urals": (60.0, 57.0),
    }
    x, y = project_points(EUROPE, *np.array(list(places.values())).T)
    assert ((left < x) & (x < left + width) & (top < y) & (y < top + height)).all()


def test_svalbard_the_canaries_and_the_levant_are_there_when_one_pans() -> None:
    x, y = project_points(EUROPE, [20.0, -18.0, -31.2, 34.9], [80.7, 27.7, 39.5, 29.6])
    assert (np.minimum(x, y) > 0).all()
    assert ((x < europe().width) & (y < europe().height)).all()
    assert {"SJM", "GRL", "ISR", "MLT", "VAT", "MCO", "SMR", "FRO", "GGY", "GIB"} <= set(europe().paths)


def test_the_regions_of_europe_hold_its_extent() -> None:
    west, south, east, north = EUROPE.extent
    edge = shapely.get_coordinates(shapely.segmentize(box(west, south, east, north), 50_000))
    lon, lat = Transformer.from_crs(EUROPE.crs, 4326, always_xy=True).transform(*edge.T)
    (region,) = EUROPE.regions
    assert region[0] < lon.min() < lon.max() < region[2]
    assert region[1] < lat.min() < lat.max() < region[3]


def test_paths_are_whole_numbers_inside_the_extent() -> None:
    picture = europe()
    for path in [*all_paths(picture), *picture.borders.values(), *picture.land_borders.values()]:
        assert not set(path) - set("Mlz- 0123456789")
    points = np.vstack(lines_of(all_paths(picture)))
    assert points.min() == 0
    assert (points.max(axis=0) <= [picture.width, picture.height]).all()


def test_99_of_100_source_vertices_lie_within_half_a_pixel_of_the_drawn_lines() -> None:
    source = np.vstack(source_lines())
    inside = ((source > 0.01) & (source < [EUROPE.width - 0.01, EUROPE.height - 0.01])).all(axis=1)
    away = distances(source[inside], edges_of(lines_of(all_paths(europe()))))
    assert len(away) > 130_000
    assert np.mean(away <= HALF_A_PIXEL) >= 0.99


def test_drawn_vertices_lie_within_half_a_pixel_of_the_source() -> None:
    points = np.vstack(lines_of(all_paths(europe())))
    away = distances(points, edges_of(source_lines()))
    assert np.mean(away <= HALF_A_PIXEL) >= 0.999


def test_no_line_runs_across_the_map() -> None:
    picture = europe()
    edges = off_the_box(edges_of(lines_of(all_paths(picture))), picture.width, picture.height)
    assert np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]).max() < 100


@pytest.mark.parametrize("view", [ARCTIC, WORLD], ids=lambda view: view.name)
def test_a_view_across_the_antimeridian_has_no_line_and_no_seam(view: View) -> None:
    picture = drawn(view)
    edges = off_the_box(edges_of(lines_of(all_paths(picture))), picture.width, picture.height)
    assert np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]).max() < 250
    (x0, x1), (y0, y1) = project_points(view, [180, 180], [67.0, 68.5])
    seam = shapely.LineString([(x0, y0), (x1, y1)]).interpolate(0.5, normalized=True)
    assert picture.shapes["RUS"].contains(seam.buffer(2))
    assert distances(shapely.get_coordinates(seam), edges).min() > 2


@pytest.mark.parametrize("view", [EUROPE, ARCTIC, WORLD], ids=lambda view: view.name)
def test_the_sea_is_nobodys(view: View) -> None:
    picture = drawn(view)
    assert shapely.is_valid(list(picture.shapes.values())).all()
    shapes = [*picture.shapes.values(), *map(Polygon, decode(picture.land))]
    for x, y in zip(*project_points(view, [2, 2, -20, 60], [75, 56, 61, 78]), strict=True):
        assert not shapely.contains_xy(shapes, x, y).any()


def test_a_view_in_two_regions_draws_both() -> None:
    alaska = project_points(WORLD, -150, 65)[0][0]
    far_east = project_points(WORLD, -172, 65)[0][0]
    assert alaska < WORLD.width * 0.2
    assert far_east > WORLD.width * 0.8
    assert drawn(WORLD).shapes["RUS"].bounds[2] > WORLD.width * 0.8
    assert set(drawn(WORLD).paths) == set(units()["unit"])


def test_the_view_is_small_on_the_wire() -> None:
    text = json.dumps(europe().payload(), allow_nan=False, separators=(",", ":"))
    assert len(gzip.compress(text.encode(), 9)) <= 100_000


def test_the_view_is_built_in_two_seconds() -> None:
    program = (
        "import time, pandas\n"
        "from geo.projection import drawing\n"
        "units = pandas.read_csv('data/units.csv', keep_default_na=False)\n"
        "start = time.process_time()\n"
        "drawing('europe', units)\n"
        "print(time.process_time() - start)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(run.stdout) < 2


def test_two_sessions_at_once_build_one_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def slow(view: View, shapes: gpd.GeoDataFrame, land: shapely.Geometry) -> Drawing:
        built.append(view.name)
        return draw(view, shapes, land)

    monkeypatch.setattr(projection, "draw", slow)
    monkeypatch.setattr(projection, "_drawings", {})
    with ThreadPoolExecutor(4) as sessions:
        drawings = list(sessions.map(lambda _: drawing("europe", units()), range(4)))
    assert built == ["europe"]
    assert all(one is drawings[0] for one in drawings)


def test_land_without_a_unit_is_drawn() -> None:
    picture = europe()
    land = shapely.union_all([Polygon(line) for line in decode(picture.land)])
    for place, lon, lat in (("Golan", 35.78, 33.0), ("Western Sahara", -12.5, 26.5), ("Oman", 56.6, 24.2)):
        (x,), (y,) = project_points(EUROPE, lon, lat)
        assert land.contains(shapely.Point(x, y)), place


def test_known_neighbours_have_a_border_and_others_have_none() -> None:
    found = set(europe().borders)
    assert {"FIN|RUS", "DEU|DEU-EAST", "RUS|UKR", "UKR|UKR-CRIMEA", "POL|RUS", "LTU|RUS", "NOR|RUS", "EST|RUS"} <= found
    assert {"CYP|CYP-NORTH", "GEO|GEO-ABKHAZIA", "MDA|MDA-TRANSNISTRIA", "ITA|SMR", "FRA|MCO", "ESP|MAR"} <= found
    assert not {"FRA|GBR", "DNK|SWE", "RUS|UKR-CRIMEA", "ITA|MLT", "DEU-EAST|DEU", "RUS|FIN", "CZE|UKR"} & found
    assert all(one < other for one, other in (pair.split("|") for pair in found))


def test_land_borders_are_kept_apart() -> None:
    assert {"DZA", "MAR", "ISR", "SYR"} <= set(europe().land_borders)
    assert not {"POL", "ISL"} & set(europe().land_borders)


def test_borders_meet_exactly() -> None:
    """Each edge of a border is an edge of both neighbours, and no edge belongs to two borders."""
    picture = europe()
    owned = {unit: undirected(path) for unit, path in picture.paths.items()}
    seen: set[frozenset[tuple[int, int]]] = set()
    for pair, path in picture.borders.items():
        one, other = pair.split("|")
        edges = undirected(path)
        assert edges <= owned[one], pair
        assert edges <= owned[other], pair
        assert not edges & seen, pair
        seen |= edges


def undirected(path: str) -> set[frozenset[tuple[int, int]]]:
    return {frozenset(((a, b), (c, d))) for a, b, c, d in edges_of(decode(path)).tolist()}


def test_a_border_is_as_long_as_in_the_source() -> None:
    """Norway and Russia: 165 km in the source, and a line of whole numbers is neither torn nor frayed."""
    edges = edges_of(decode(europe().borders["NOR|RUS"]))
    length_km = np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]).sum() * EUROPE.unit_m / 1000
    assert length_km == pytest.approx(165, rel=0.1)


def test_the_smallest_are_drawn_last_and_never_vanish() -> None:
    order = list(europe().paths)
    assert order.index("ITA") < order.index("SMR") < order.index("VAT")
    assert all(decode(path) for path in europe().paths.values())


@pytest.mark.parametrize(
    ("unit", "lon", "lat"),
    [
        ("DNK", 14.9, 55.13),  # Bornholm
        ("ITA", 12.59, 35.51),  # Lampedusa
        ("MLT", 14.25, 36.05),  # Gozo
        ("GRC", 28.0, 36.2),  # Rhodes
        ("SJM", 19.0, 74.45),  # Bear Island
        ("SJM", -8.4, 71.0),  # Jan Mayen
        ("PRT", -31.2, 39.45),  # Flores
        ("ALA", 20.0, 60.2),
    ],
)
def test_islands_of_note_are_drawn(unit: str, lon: float, lat: float) -> None:
    (x,), (y,) = project_points(EUROPE, lon, lat)
    assert any(Polygon(line).buffer(1).contains(shapely.Point(x, y)) for line in decode(europe().paths[unit]))


def test_anchors_lie_in_their_units_inside_the_frame() -> None:
    picture = europe()
    left, top, width, height = picture.frame
    for unit, anchor in picture.anchors.items():
        if anchor and anchor.radius:
            spot = picture.shapes[unit].buffer(1)
            assert spot.contains(shapely.Point(anchor.x, anchor.y)), unit
            assert spot.contains(shapely.Point(*anchor.name[:2])), unit
            assert left <= anchor.x <= left + width, unit
            assert top <= anchor.y <= top + height, unit
            assert anchor.box[0] <= anchor.x <= anchor.box[2], unit
    assert picture.anchors["SJM"] is None
    assert picture.anchors["POL"] is not None


def test_the_anchor_of_a_square_is_its_middle() -> None:
    anchor = anchor_of(box(100, 100, 200, 200), (0, 0, 1_000, 1_000))
    assert anchor is not None
    assert (anchor.x, anchor.y, anchor.radius, anchor.box) == (150, 150, 50, (100, 100, 200, 200))
    assert anchor.name[2] == pytest.approx(50, abs=2)


def test_the_anchor_is_in_the_largest_part_that_is_seen() -> None:
    islands = MultiPolygon([box(0, 0, 300, 300), box(1_000, 0, 1_100, 100)])
    seen = anchor_of(islands, (900, 0, 500, 500))
    assert seen is not None
    assert seen.box == (1_000, 0, 1_100, 100)
    assert anchor_of(islands, (2_000, 0, 500, 500)) is None


def test_a_name_goes_where_a_shape_is_wide() -> None:
    mallet = Polygon([(0, 0), (40, 0), (40, 180), (200, 180), (200, 220), (40, 220), (40, 260), (-60, 260), (-60, 190)])
    anchor = anchor_of(mallet, (-500, -500, 2_000, 2_000))
    assert anchor is not None
    assert anchor.name[1] == pytest.approx(210, abs=30)


def test_states_of_their_time_have_anchors() -> None:
    picture = europe()
    anchors = picture.anchors_for({"CSK": ("CZE", "SVK"), "YUG": ("HRV", "SRB", "BIH"), "nowhere": ("USA",)})
    czechia, slovakia = picture.anchors["CZE"], picture.anchors["SVK"]
    assert anchors["CSK"].box[0] == czechia.box[0]
    assert anchors["CSK"].box[2] == slovakia.box[2]
    assert anchors["YUG"].name[2] > max(picture.anchors[unit].name[2] for unit in ("HRV", "SRB", "BIH"))
    assert anchors["nowhere"] is None


def test_places_are_projected_to_whole_units() -> None:
    x, y = project_points(EUROPE, [20.0, 37.62], [52.0, 55.75])
    assert x.dtype == np.int64
    assert (x[0], y[0]) == (
        round(-EUROPE.extent[0] / EUROPE.unit_m),
        round(EUROPE.extent[3] / EUROPE.unit_m),
    )
    assert x[1] > x[0]
    assert y[1] < y[0]
    assert europe().shapes["RUS"].contains(shapely.Point(x[1], y[1]))
