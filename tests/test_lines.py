"""What lies on what among the lines of a picture: nothing hides a front, and small ground is still seen."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from made import made_view
from numpy.typing import NDArray
from seen_lines import Dots, dots_of, near, seen_at

from data.borders_in_time import Front
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership
from data.picture import days_that_differ, picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.apart import apart_from
from geo.drawing.corners import corners_of
from geo.drawing.gold import LEAST, SHARE, WHOLE, band, bands
from geo.drawing.label_layout import Box
from geo.drawing.line_room import fineness, largest_at, ring_along, room_beside, rooms_of
from geo.drawing.lines import FRONT_CORE, FRONT_LEAST, FRONT_WIDTH
from geo.drawing.palette import THEMES
from geo.drawing.rings import main_rings
from geo.drawing.sheet import NO_FOCUS, Focus, Sheet
from geo.drawing.svg import png
from geo.picture import svg
from geo.shapes.topology import decode

TABLES = current_tables()
GEO = Path(__file__).parent.parent / "geo"
CASES, FINENESS = (
    json.loads((Path(__file__).parent / "cases" / name).read_text(encoding="utf-8"))
    for name in ("line_rooms.json", "line_fineness.json")
)
EUROPE = made_view("europe")
SHEETS = (1200, 640, 360)
LARGER = 4  # times as large as on a screen, to see what is small
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, cases, rooms} = JSON.parse(readFileSync(0, 'utf8'));
const {fineness, largestAt, ringAlong, roomBeside, roomsOf} = await import(`file://${geo}/atlas/core/line_room.mjs`);
const {apartFrom} = await import(`file://${geo}/atlas/core/apart.mjs`);
console.log(JSON.stringify([rooms.map(fineness), cases.map(({paths, border}) => ({
  rooms: paths.map(roomsOf),
  largest: paths.map(largestAt),
  along: paths.map((path) => ringAlong(path, border)),
  beside: roomBeside(border, paths) ?? null,
  apart: paths.map((path) => path.split(/(?=M)/).map((ring) => apartFrom(ring, [border]))),
}))]));
"""


def test_a_line_has_the_room_that_the_cases_say_on_a_picture() -> None:
    for case in CASES:
        paths, border = case["paths"], case["border"]
        assert [list(rooms_of(path)) for path in paths] == case["rooms"], case["what"]
        assert [largest_at(path) for path in paths] == case["largest"], case["what"]
        assert [ring_along(path, border) for path in paths] == case["along"], case["what"]
        assert room_beside(border, paths) == case["beside"], case["what"]
        rings = [[f"M{ring}" for ring in path.split("M")[1:]] for path in paths]
        assert [[[*apart_from(ring, (border,))] for ring in path] for path in rings] == case["apart"], case["what"]


def test_a_line_has_the_room_that_the_cases_say_in_a_browser(program: Callable[[str], str]) -> None:
    given = json.dumps({"geo": str(GEO), "cases": CASES, "rooms": [case["room"] for case in FINENESS]})
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    fine, rooms = json.loads(ran.stdout)
    assert fine == pytest.approx([case["fine"] for case in FINENESS])
    assert rooms == [{key: case[key] for key in ("rooms", "largest", "along", "beside", "apart")} for case in CASES]


def test_lines_are_as_fine_as_the_cases_say_on_a_picture() -> None:
    for case in FINENESS:
        assert fineness(case["room"]) == pytest.approx(case["fine"]), case["what"]


@pytest.mark.parametrize(
    ("unit", "year"), [("DEU-EAST", 1989), ("BGR", 1989), ("CZE", 1999), ("NOR", 1989), ("EST", 2022)]
)
@pytest.mark.parametrize("width", SHEETS[1:2])
def test_lines_leave_most_of_a_country_in_sight_on_a_small_map_of_the_world(unit: str, year: int, width: int) -> None:
    text = svg(year, "world", ("front",), sheet=alone(width), tables=TABLES)
    image, (k, corner) = painted(text, LARGER * width), placed(text)
    path = made_view("world")["paths"][unit]
    inside = LARGER * (ring(path.split("M")[1:][largest_at(path)]) * k + corner)
    left, top = np.floor(inside.min(axis=0)).astype(int)
    right, bottom = np.ceil(inside.max(axis=0)).astype(int)
    ground = within(inside - (left, top), (bottom - top, right - left))
    fill = THEMES["light"].statuses[picture_on(picture_day(year, TABLES), TABLES).units[unit].status].fill
    assert (near(image[top:bottom, left:right], fill, 40) & ground).sum() > ground.sum() / 2


def test_a_disc_has_the_room_of_its_radius() -> None:
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    corners = np.rint(100 * np.column_stack([np.cos(turns), np.sin(turns)])).astype(int)
    steps = np.diff(corners, axis=0, prepend=[[0, 0]])
    path = "M" + " ".join(f"{x} {y}" for x, y in steps.tolist()) + "z"
    assert rooms_of(path) == pytest.approx((100,), rel=0.01)


@pytest.mark.parametrize("view", ["europe", "baltic", "balkans", "world"])
def test_every_front_is_found_along_both_its_countries(view: str) -> None:
    paths, borders = made_view(view)["paths"], made_view(view)["borders"]
    for border in made_view(view)["fronts"]:
        for unit in border.split("|"):
            assert ring_along(paths[unit], borders[border]) >= 0, border


def test_of_all_land_apart_from_its_country_kaliningrad_has_the_longest_fronts() -> None:
    paths, borders = EUROPE["paths"], EUROPE["borders"]
    rooms = {border: room_beside(borders[border], [paths[unit] for unit in border.split("|")]) for border in borders}
    assert rooms["FIN|RUS"] is None
    assert rooms["LTU|RUS"] == rooms["POL|RUS"] == pytest.approx(21, abs=3)


# ---------------------------------------------------------------------- who joined


def test_gold_takes_the_smaller_part_of_the_ground_of_all_but_the_smallest() -> None:
    for day in days_that_differ(TABLES):
        for unit in picture_on(day, TABLES).joined:
            for view in ("europe", "baltic", "balkans"):
                path = made_view(view)["paths"].get(unit)
                for ring, width in bands(path, 2.0) if path else []:
                    room = rooms_of(ring)[0]
                    assert width <= max(SHARE * room, LEAST * WHOLE * 2.0) + 1e-9


def test_the_gold_of_an_island_is_as_narrow_as_it_has_to_be() -> None:
    assert band(1000) == WHOLE
    assert band(5, is_largest=False) == 5 * SHARE
    assert band(5) == LEAST * WHOLE
    (_, first), *others = bands(EUROPE["paths"]["GRC"], 2.0)
    assert all(width < first for _, width in others)


ONE_STATE = [("coe", 1991), ("coe", 1995), ("coe", 1999), ("coe", 2003), ("eu", 2004), ("euro", 2008), ("csto", 1993)]


@pytest.mark.parametrize(("name", "year"), ONE_STATE)
def test_no_gold_runs_inside_a_state_that_joined(name: str, year: int) -> None:
    facts = picture_of_year(current_membership(name), year)
    inner = [id_ for id_ in EUROPE["borders"] if {*id_.split("|")} <= {*facts.joined} and facts.is_inner(id_)]
    assert inner
    text = svg(facts, layers=(), sheet=alone(1200), tables=TABLES)
    gold = {
        frozenset((start, end))
        for path in drawn(text)
        if "data-joined" in path or path.get("stroke") == THEMES["light"].news
        for line in decode(path["d"])
        for start, end in pairwise(map(tuple, line.tolist()))
    }
    assert gold
    for id_ in inner:
        sides = {
            frozenset(pair) for line in decode(EUROPE["borders"][id_]) for pair in pairwise(map(tuple, line.tolist()))
        }
        assert not sides & gold, id_


def test_who_joined_as_one_state_is_wrapped_in_gold_all_around() -> None:
    text = svg(picture_of_year(current_membership("coe"), 1991), layers=(), sheet=alone(1200), tables=TABLES)
    (k, corner), image, borders = placed(text), painted(text, 1200), EUROPE["borders"]
    seen = {
        id_: seen_along(image, borders[id_], k, corner, THEMES["light"].news, reach=4)
        for id_ in ("CZE|SVK", "AUT|CZE", "CZE|DEU", "HUN|SVK", "CZE|POL", "POL|SVK")
    }
    assert seen.pop("CZE|SVK") < 0.5  # near its ends the gold of the borders beside it
    assert min(seen.values()) > 0.9


def test_gold_is_around_all_parts_of_a_country_of_like_size() -> None:
    paths, joined = made_view("southeast_asia")["paths"], picture_of_year(current_membership("asean"), 1984).joined
    assert joined == ("BRN",)
    assert main_rings(paths["BRN"]).count("M") == 2  # Temburong


@pytest.mark.parametrize(("unit", "year"), [("SVN", 2004), ("LTU", 2004), ("MNE", 2017), ("HRV", 2009), ("CZE", 1999)])
@pytest.mark.parametrize("width", SHEETS[:2])
def test_more_of_who_joined_has_the_fill_of_a_member_than_gold(unit: str, year: int, width: int) -> None:
    text = svg(year, layers=("front",), sheet=alone(width), tables=TABLES)
    image, k, corner = painted(text, width), *placed(text)
    path = EUROPE["paths"][unit]
    inside = ring(path.split("M")[1:][largest_at(path)]) * k + corner
    left, top = np.floor(inside.min(axis=0)).astype(int)
    right, bottom = np.ceil(inside.max(axis=0)).astype(int)
    corner_of = image[top:bottom, left:right]
    ground = within(inside - (left, top), corner_of.shape[:2])
    theme = THEMES["light"]
    fill, gold = (near(corner_of, colour, 40) & ground for colour in (theme.statuses["member"].fill, theme.news))
    assert gold.any()
    assert fill.sum() > ground.sum() / 2 if width == SHEETS[0] else fill.sum() > gold.sum()


# ---------------------------------------------------------------------- fronts above all


def drawn(text: str) -> list[dict[str, str]]:
    return [path.attrib for path in ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}path")]


@pytest.mark.parametrize("units", [(), ("POL", "DEU", "FIN", "LTU")])
def test_fronts_are_drawn_after_gold_and_outlines_and_gold_after_outlines(units: tuple[str, ...]) -> None:
    for year in (1955, 1990, 1999, 2004, 2023):
        text = svg(year, layers=("front",), tables=TABLES, focus=Focus(units=units))
        order = [
            *(["outline"] if "data-outline=" in text else []),
            *(["joined"] if "data-joined=" in text else []),
            "front",
        ]
        for below, above in pairwise(order):
            assert text.rindex(f"data-{below}=") < text.index(f"data-{above}="), (year, below, above)
        for path in drawn(text):
            if "data-joined" in path:
                assert path["clip-path"] == f"url(#inside-{path['data-joined']})"


FRONTS = [
    pytest.param(2024, "FIN|RUS", ("FIN",), id="outlined-beside-Russia"),
    pytest.param(2024, "FIN|RUS", ("RUS",), id="Russia-outlined"),
    pytest.param(2023, "FIN|RUS", (), id="joined-beside-Russia"),
    pytest.param(1955, "DEU|DEU-EAST", (), id="joined-beside-an-ally"),
    pytest.param(1955, "CZE|DEU", ("CZE",), id="joined-and-outlined"),
    pytest.param(1970, "CZE|DEU", ("DEU",), id="outlined-beside-an-ally"),
    pytest.param(1990, "DEU-EAST|POL", ("DEU",), id="gold-within-an-outline"),
    pytest.param(2004, "EST|RUS", ("EST", "LVA"), id="small"),
    pytest.param(2010, "LTU|RUS", ("LTU", "POL"), id="Kaliningrad"),
]


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", SHEETS)
@pytest.mark.parametrize(("year", "border", "units"), FRONTS)
def test_the_line_of_a_front_is_seen_along_all_of_it(
    year: int, border: str, units: tuple[str, ...], width: int, theme: str
) -> None:
    text = svg(year, layers=("front",), theme=theme, sheet=alone(width), tables=TABLES, focus=Focus(units=units))
    (k, corner), colours = placed(text), THEMES[theme]
    seen = seen_along(painted(text, width), EUROPE["borders"][border], k, corner, colours.front)
    assert seen > 0.95


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("year", "border", "unit", "colour"),
    [(2023, "FIN|RUS", "FIN", "focus"), (1970, "CZE|DEU", "DEU", "focus"), (1955, "CZE|DEU", "DEU", "news")],
)
def test_what_steps_aside_for_a_front_is_seen_beside_it(
    year: int, border: str, unit: str, colour: str, theme: str
) -> None:
    focus = Focus(units=(unit,), news=False) if colour == "focus" else NO_FOCUS
    text = svg(year, layers=("front",), theme=theme, sheet=alone(1200), tables=TABLES, focus=focus)
    (k, corner), ink = placed(text), getattr(THEMES[theme], colour)
    assert seen_along(painted(text, 1200), EUROPE["borders"][border], k, corner, ink, reach=6) > 0.9


@pytest.mark.parametrize(("unit", "is_outside"), [("GEO", True), ("UKR", True), ("POL", False)])
def test_an_outline_hides_no_ground_in_dispute(unit: str, is_outside: bool) -> None:
    """Abkhazia is hardly wider on a map of Europe than the line: that lies outside the border."""
    paths = drawn(svg(2021, "europe", ("names",), tables=TABLES, focus=Focus(units=(unit,))))
    (line,) = (path for path in paths if path.get("data-outline") == unit)
    assert (line.get("clip-path") == f"url(#outline-{unit})") == is_outside


def test_an_outline_around_gold_is_seen_outside_it() -> None:
    text = svg(1990, layers=("front",), sheet=alone(1200), tables=TABLES, focus=Focus(units=("DEU",)))
    (k, corner), image = placed(text), painted(text, 1200)
    for colour in ("focus", "news", "front"):
        ink = getattr(THEMES["light"], colour)
        assert seen_along(image, EUROPE["borders"]["DEU-EAST|POL"], k, corner, ink, reach=7) > 0.9, colour


def test_a_border_in_dispute_is_seen_above_an_outline() -> None:
    text = svg(2015, layers=(), tables=TABLES, focus=Focus(units=("XKX",)))
    after = text[text.index('data-outline="XKX"') :]
    disputed = [border for border in EUROPE["borders"] if "XKX" in border.split("|")]
    dashes = [path for path in re.findall(r"<path [^>]*stroke-dasharray[^>]*>", after) if "data-border" not in path]
    for border in disputed:
        assert any(EUROPE["borders"][border] in path for path in dashes), border


def test_a_front_is_narrower_where_land_between_two_is_small() -> None:
    def width(sheet: int, border: str) -> float:
        text = svg(2010, layers=("front",), sheet=alone(sheet), tables=TABLES)
        widest = max(float(path["stroke-width"]) for path in drawn(text) if path.get("data-at") == border)
        return widest * placed(text)[0]

    for sheet in SHEETS[:2]:
        assert width(sheet, "EST|RUS") == pytest.approx(6.6, abs=0.05)
    k = placed(svg(2010, layers=(), sheet=alone(360), tables=TABLES))[0]
    assert width(360, "EST|RUS") == pytest.approx(6.6 * fineness(EUROPE["room"] * k), abs=0.05)
    assert width(640, "LTU|RUS") < 6.6
    assert width(360, "LTU|RUS") == pytest.approx(width(360, "EST|RUS") * FRONT_LEAST, abs=0.05)
    russia, bloc = (FRONT_CORE[front] * FRONT_WIDTH[front] for front in (Front.RUSSIA, Front.BLOC))
    assert FRONT_LEAST * russia > 1.2 * bloc


def alone(width: int) -> Sheet:
    """A map and nothing else."""
    height = round(width * 0.6)
    return Sheet(width, height, Box(0, 0, width, height), base=13, around="nothing")


def placed(text: str) -> tuple[float, NDArray[np.float64]]:
    """Px of a unit of the view, and where its corner lies."""
    found = re.search(r"matrix\(([\d.]+) 0 0 [\d.]+ (-?[\d.]+) (-?[\d.]+)\)", text)
    assert found
    k, *corner = map(float, found.groups())
    return k, np.array(corner)


def painted(text: str, width: int) -> Dots:
    return dots_of(png(text, width))


def within(corners: NDArray[np.float64], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which dots have their middle in a ring."""
    y, x = np.mgrid[: shape[0], : shape[1]] + 0.5
    odd = np.zeros(shape, bool)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 != y1:
            odd ^= ((y0 <= y) != (y1 <= y)) & (x < x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    return odd


def seen_along(dots: Dots, border: str, k: float, corner: NDArray[np.float64], colour: str, reach: int = 1) -> float:
    """At what part of a border that is on the sheet a colour is seen, within so many px."""
    return seen_at(dots, points_along(border, k, corner), colour, reach)


def points_along(border: str, k: float, corner: NDArray[np.float64]) -> Iterator[tuple[float, float]]:
    for line in border.split("M")[1:]:
        corners = ring(line) * k + corner
        for start, end in pairwise(corners):
            for part in np.linspace(0, 1, max(2, int(np.hypot(*(end - start)))), endpoint=False):
                x, y = start + part * (end - start)
                yield float(x), float(y)


def front_kinds(year: int) -> set[Any]:
    return {picture_on(date(year, 12, 31), TABLES).front_of(border) for border in EUROPE["borders"]} - {None}


def test_the_years_above_have_both_kinds_of_front() -> None:
    assert front_kinds(1955) == set(Front)


def ring(line: str) -> NDArray[np.float64]:
    corners = corners_of(f"M{line}")
    return np.array([corners.x, corners.y], float).T
