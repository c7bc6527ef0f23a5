"""The views of the world: every country in one of them, its subject whole, light enough for a slow line."""

from datetime import date
from functools import cache

import numpy as np
import pytest
import shapely
from each import for_each
from made import made_facts
from shapely.geometry import box

from data.memberships.checks import countries
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership, Status, Stretch
from data.names import grounds_by_state
from data.tables import current_tables
from data.words import browser_words
from geo.drawing.draw import Drawing
from geo.drawing.kept import kept
from geo.drawing.offered import borders_of, shows_members, view_name, views_for
from geo.drawing.specks import DOT
from geo.drawing.view import map_payload
from geo.drawing.views import ALL_VIEWS, VIEWS, WORLD_VIEWS, View, project_points
from geo.shapes.topology import decode
from geo.wire.assets import current_assets

TABLES = current_tables()
UNITS = set(TABLES.units["unit"])
EVERY = UNITS | countries().keys()
CONTINENTS = ("europe", "africa", "asia", "americas")
MOST_BYTES = 120_000
ASSETS = current_assets()

each_view = pytest.mark.parametrize("view", WORLD_VIEWS.values(), ids=WORLD_VIEWS)

OF_THE_PACIFIC = {"FJI", "KIR", "MHL", "NRU", "SLB", "TON", "TUV", "VUT", "WSM"}
"""On no continent: found on the globe, where they have a dot or a shape."""

FRAMED = {
    "africa": {
        "Cabo Verde": (-25.3, 17.1),
        "Bizerte": (9.8, 37.3),
        "Cape Agulhas": (20.0, -34.8),
        "Ras Hafun": (51.4, 10.4),
        "Madagascar": (50.4, -15.5),
        "Rodrigues": (63.4, -19.7),
        "Seychelles": (55.5, -4.7),
    },
    "asia": {
        "Edirne": (26.5, 41.7),
        "Aden": (45.0, 12.8),
        "Maldives": (73.2, -0.6),
        "Sumatra": (95.3, 5.6),
        "Roti": (122.9, -10.9),
        "Merauke": (140.9, -8.5),
        "Hokkaido": (145.7, 43.3),
        "Petropavl": (69.1, 54.9),
        "Port Moresby": (147.2, -9.5),
    },
    "eurasia": {
        "Kaliningrad": (19.9, 54.6),
        "Brest": (23.7, 52.1),
        "Briceni": (27.1, 48.4),
        "Giurgiulești": (28.2, 45.5),
        "Arkhangelsk": (40.5, 64.5),
        "Sochi": (39.7, 43.6),
        "Meghri": (46.2, 38.9),
        "Serhetabat": (62.3, 35.3),
        "Pamirs": (73.0, 36.9),
        "Salekhard": (66.6, 66.5),
        "Ulan-Ude": (107.6, 51.8),
    },
    "southeast_asia": {
        "Maungdaw": (92.4, 20.8),
        "Putao": (97.4, 27.3),
        "Banda Aceh": (95.3, 5.6),
        "Lao Cai": (104.0, 22.5),
        "Batanes": (122.0, 20.5),
        "Roti": (122.9, -10.9),
        "Merauke": (140.9, -8.5),
    },
    "americas": {
        "Barrow": (-156.8, 71.3),
        "Nunivak": (-166.5, 60.0),
        "Niihau": (-160.2, 21.9),
        "Cape Columbia": (-70.0, 83.1),
        "St John's": (-52.7, 47.6),
        "João Pessoa": (-34.8, -7.1),
        "Cape Horn": (-67.3, -55.9),
    },
}

PLACES = [
    ("africa", "STP", 6.6, 0.2),
    ("africa", "ESH", -13.2, 27.0),
    ("africa", "SOM", 44.06, 9.56),  # Hargeisa
    ("asia", "IDN", 106.8, -6.2),
    ("asia", "TWN", 121.0, 23.7),
    ("asia", "SGP", 103.8, 1.35),
    ("asia", "RUS", 129.7, 62.0),
    ("asia", "JPN", 141.3, 43.0),
    ("eurasia", "ARM", 44.5, 40.2),
    ("eurasia", "GEO-ABKHAZIA", 41.02, 43.01),
    ("eurasia", "RUS", 20.5, 54.7),  # Kaliningrad
    ("eurasia", "RUS", 131.9, 43.2),  # Vladivostok
    ("eurasia", "RUS", 150.8, 59.6),  # Magadan
    ("eurasia", "UZB", 71.8, 40.4),  # Fergana
    ("eurasia", "CHN", 87.6, 43.8),
    ("southeast_asia", "MMR", 97.4, 27.3),
    ("southeast_asia", "BRN", 114.7, 4.6),
    ("southeast_asia", "TLS", 125.6, -8.6),
    ("southeast_asia", "MYS", 116.1, 6.0),  # Kota Kinabalu
    ("americas", "CUB", -75.13, 19.93),  # Guantánamo
    ("americas", "CHL", -70.9, -53.2),  # Punta Arenas
    ("americas", "TTO", -61.3, 10.4),
    ("americas", "USA", -157.86, 21.31),
    ("americas", "RUS", -172.0, 66.0),
    ("globe", "FJI", 178.0, -17.8),
    ("globe", "FJI", 179.5, -16.5),
    ("globe", "RUS", -169.8, 66.16),
    ("globe", "ATA", 0.0, -85.0),
    ("globe", "ATA", 179.9, -86.0),
    ("globe", "KIR", -157.4, 1.87),
    ("globe", "TUV", 179.2, -8.5),
]


@cache
def drawn(name: str) -> Drawing:
    """The kept drawing of a view: it must be there, or the first visitor waits."""
    found = kept(ALL_VIEWS[name], UNITS)
    assert found is not None, f"{name} was made from something else: run python -m geo.drawing.kept"
    return found


def at(view: View, lon: float, lat: float) -> shapely.Point:
    x, y = project_points(view, [lon], [lat])
    return shapely.Point(int(x[0]), int(y[0]))


def path_of(name: str, unit: str) -> shapely.Geometry:
    return shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in decode(drawn(name).paths[unit])])


def test_the_globe_shows_every_country() -> None:
    assert set(drawn("globe").paths) == EVERY
    assert not [code for code in EVERY if drawn("globe").anchors[code] is None]


def test_every_country_lies_on_a_continent_but_those_of_the_pacific() -> None:
    found = {unit for name in CONTINENTS for unit, anchor in drawn(name).anchors.items() if anchor}
    missing = EVERY - found
    kinds = dict(zip(TABLES.units["unit"], TABLES.units["kind"], strict=True))
    dependent = {"ATA", "BVT", "CCK", "COK", "CXR", "HMD", "NFK", "NIU", "TKL"}
    assert {unit for unit in missing if kinds.get(unit, "country") == "country"} - dependent == OF_THE_PACIFIC


@for_each("name, place", [(name, place) for name, places in FRAMED.items() for place in places])
def test_the_frame_holds(name: str, place: str) -> None:
    left, top, width, height = drawn(name).frame
    assert box(left, top, left + width, top + height).contains(at(ALL_VIEWS[name], *FRAMED[name][place]))


@for_each("name, unit, lon, lat", PLACES)
def test_places_lie_in_their_countries(name: str, unit: str, lon: float, lat: float) -> None:
    assert path_of(name, unit).distance(at(ALL_VIEWS[name], lon, lat)) <= 1.5


@each_view
def test_what_is_drawn_fits_together_and_fills_the_stage(view: View) -> None:
    shapes = list(drawn(view.name).shapes.values())
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    left, top, width, height = drawn(view.name).frame
    assert 0 <= left <= left + width <= view.width
    assert 0 <= top <= top + height <= view.height
    assert view.width >= 1.35 * height, "the map of a picture, beside its words"


@each_view
def test_every_country_can_be_seen(view: View) -> None:
    """A dot, or as large as one; but for those with land all around or at a coast, such as the Vatican."""
    drawing = drawn(view.name)
    beside = {unit for pair in drawing.borders for unit in pair.split("|")}
    least = shapely.Polygon(DOT).area
    small = {unit for unit in drawing.paths.keys() - beside if path_of(view.name, unit).area < least * 0.9}
    inside = box(0, 0, view.width, view.height).buffer(-10)
    others = shapely.STRtree(list(drawing.shapes.values()))
    for unit in small:
        shape = drawing.shapes[unit]
        near = len(others.query(shape.centroid.buffer(4), predicate="intersects"))
        assert near > 1 or not inside.contains(shape), unit


@each_view
def test_all_that_is_drawn_can_be_named_beyond_the_frame_too(view: View) -> None:
    """On a stage of another shape than that, and where somebody drags the map."""
    here, names = drawn(view.name).shapes.keys(), map_payload(view.name, TABLES)["names"]
    lone = TABLES.units.loc[TABLES.units["kind"] == "country", "unit"]
    states = {state for state, units in grounds_by_state(TABLES).items() if not here.isdisjoint(units)}
    assert ({*lone, *countries()} & here | states) <= names.keys()
    for named in names.values():
        x, y, _ = named["at"]
        assert 0 <= x <= view.width
        assert 0 <= y <= view.height


def test_of_whom_but_a_sliver_lies_in_the_frame_the_name_belongs_to_the_rest() -> None:
    arctic, eurasia = (map_payload(name, TABLES) for name in ("arctic", "eurasia"))
    _, top, _, height = arctic["frame"]
    assert arctic["names"]["GBR"]["at"][1] > top + height  # not off Shetland
    assert eurasia["names"]["BGR"]["at"][0] < eurasia["frame"][0]


@each_view
def test_a_view_is_light(view: View) -> None:
    assert len(ASSETS.file(f"{view.name}.json").gzipped) <= MOST_BYTES


def test_the_atlas_of_nato_offers_none_and_sends_no_word_of_them() -> None:
    assert views_for(None) == tuple(VIEWS)
    assert not VIEWS.keys() & WORLD_VIEWS.keys()
    assert not browser_words()["view"].keys() & WORLD_VIEWS.keys()
    assert all(ASSETS.has(f"{view}.json") for view in WORLD_VIEWS)
    assert {unit["id"] for unit in made_facts()["units"]} == UNITS
    assert all(set(drawn(view).paths) <= UNITS for view in VIEWS)


def test_a_reader_has_a_word_for_each_view() -> None:
    names = [view_name(view) for view in WORLD_VIEWS]
    assert names == ["Africa", "Asia", "Eurasia", "Southeast Asia", "The Americas", "World"]
    assert view_name("europe") == "Europe"


def membership(*codes: str) -> Membership:
    member = Status("member", "Member", "In it", 1, True, "{names}", "{names}", "{names}", "{names}")
    rows = tuple(Stretch(code, code, "member", date(1990, 1, 1)) for code in codes)
    return Membership("made", "Made", "it", date(1990, 1, 1), date(2000, 1, 1), (member,), rows, TABLES, views=())


@pytest.mark.parametrize(
    ("codes", "offered"),
    [
        ("FRA DEU POL", tuple(VIEWS)),
        ("KEN UGA TZA EGY SOM", ("africa", "globe")),
        ("BRA ARG", ("americas", "globe")),
        ("IND KEN BRA GBR JAM NGA", ("globe", "africa", "americas", "europe", "asia")),
        ("TUV WSM", ("globe",)),
        ("RUS BLR ARM KAZ KGZ TJK", ("eurasia", *VIEWS)),
        ("RUS CHN KAZ KGZ TJK UZB", ("eurasia", "asia", "europe", "globe")),  # where of either much is seen
        ("IDN KHM MMR PHL", ("southeast_asia", "asia", "globe")),
        ("USA CAN NOR", ("north_atlantic", *VIEWS)),
        ("DNK FIN ISL NOR SWE", ("baltic", *VIEWS)),
        ("BGR GRC ROU", ("balkans", *VIEWS)),
        ("GEO MDA UKR", ("black_sea", *VIEWS)),
        ("EST FIN RUS", ("europe", *VIEWS)),  # which is large there; the Baltic's frame is smaller than Russia
    ],
)
def test_a_membership_is_offered_where_its_countries_are(codes: str, offered: tuple[str, ...]) -> None:
    found = views_for(membership(*codes.split()))
    assert found[0] == offered[0]
    assert set(found) == set(offered)


def test_the_shipped_begin_where_they_say() -> None:
    assert views_for(current_membership("asean")) == ("southeast_asia", "asia", "globe")
    assert views_for(current_membership("eu")) == tuple(VIEWS)
    assert views_for(current_membership("csto")) == ("eurasia", *VIEWS)
    assert views_for(current_membership("coe"))[0] == "europe"
    assert {"americas", "globe", "balkans"} <= set(views_for(current_membership("coe")))


@pytest.mark.parametrize(("id_", "says"), [("csto", True), ("asean", True), ("eu", False), ("", False)])
def test_whose_borders_are_drawn_is_said_of_all_that_a_map_shows(id_: str, says: bool) -> None:
    told = borders_of(current_membership(id_) if id_ else None)
    assert ("Taiwan" in told) == says


@pytest.mark.parametrize("id_", membership_ids())
def test_the_first_view_shows_all_who_ever_were_members(id_: str) -> None:
    membership = current_membership(id_)
    assert shows_members(membership, views_for(membership)[0])


@pytest.mark.parametrize(("name", "unit"), [("americas", "RUS"), ("globe", "RUS"), ("globe", "FJI"), ("globe", "ATA")])
def test_no_edge_runs_along_180(name: str, unit: str) -> None:
    """Land that reaches it from both sides is one: Chukotka, Wrangel, Vanua Levu, Antarctica."""
    view = ALL_VIEWS[name]
    meridian = shapely.LineString([at(view, 180.0, lat) for lat in np.arange(-89, 76, 0.5)]).buffer(1)
    rings = decode(drawn(name).paths[unit])
    edges = shapely.linestrings(np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings]))
    assert shapely.length(shapely.intersection(edges, meridian)).max() < 6
