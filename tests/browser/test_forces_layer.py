"""The layer of forces as a hand meets it: on, a sign with its name, its country's card; and not before its day."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from atlas_page import Open
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_ground import MadeGround
from playwright.sync_api import Locator, Page, expect
from rested import two_frames

from data.tables import current_tables
from geo.drawing.force_signs import crowd_unit, fold_crowds, lines_to_places, place_forces
from geo.drawing.label_layout import Box
from geo.drawing.mark_beside import Land
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
ROW = TABLES.forces.set_index("id").loc["tapa-battlegroup"]
SIGN = f'svg [data-force="{ROW.place}"]'


@pytest.fixture
def opened(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Callable[..., AbstractContextManager[Page]]
) -> object:
    """`open(search)`: the atlas without Streamlit at an address."""
    with serve(current_assets()) as url, watched() as page:

        def open_at(search: str) -> Locator:
            page.goto(url + search)
            root = page.locator("[data-atlas]")
            expect(root).to_have_attribute("data-ready", "true")
            return root

        yield open_at


def test_a_click_on_the_layer_shows_a_sign_and_a_click_on_it_opens_its_card(opened: Callable[[str], Locator]) -> None:
    root = opened("?day=2017-04-20")
    expect(root.locator("[data-force]")).to_have_count(0)
    root.get_by_text("Views and layers").click()
    root.get_by_role("checkbox", name="Forces and bases").click()
    root.get_by_text("Views and layers").click()
    sign = root.locator(SIGN)
    expect(sign).to_have_attribute(
        "aria-label", f"{ROW.place}: {ROW.what} · NATO (United Kingdom) · since 20 April 2017"
    )
    root.page.wait_for_url(lambda url: "forces" in url)
    sign.hover()
    expect(root.locator(".tip strong")).to_have_text(ROW.place)
    sign.click()
    card = root.locator('[data-card][data-unit="EST"]')
    row = card.locator(f'[data-force-row="{ROW.place}"]')
    expect(row).to_contain_text(ROW.what)
    expect(row).to_be_in_viewport()
    row.get_by_text("Sources").click()
    expect(row.get_by_role("link").first).to_be_visible()


def test_a_sign_is_gone_before_its_day_and_without_the_layer(opened: Callable[[str], Locator]) -> None:
    root = opened("?day=2017-04-19&layers=front,forces")
    expect(root.locator('svg [data-force="Rukla"]')).to_have_count(1)
    expect(root.locator(SIGN)).to_have_count(0)
    root = opened("?day=2017-04-20&layers=front")
    expect(root.locator("svg [data-force]")).to_have_count(0)


@pytest.mark.parametrize(
    ("unit", "day", "now"),
    [
        ("DEU", "1989-12-31", {"Berlin": 1, "Wünsdorf": 0}),
        ("DEU-EAST", "1989-12-31", {"Berlin": 0, "Wünsdorf": 1}),
        ("DEU", "1991-12-31", {"Berlin": 1, "Wünsdorf": 1}),
        ("UKR", "2013-12-31", {"Sevastopol": 1}),
    ],
)
def test_a_card_tells_of_the_ground_of_its_day(
    opened: Callable[[str], Locator], unit: str, day: str, now: dict[str, int]
) -> None:
    forces = opened(f"?day={day}&country={unit}").locator("[data-card] [data-forces]")
    for place, count in now.items():
        expect(forces.locator(f':scope > .force-rows [data-force-row="{place}"]')).to_have_count(count)


def test_the_list_of_the_day_is_reached_by_the_keys(opened: Callable[[str], Locator]) -> None:
    root = opened("?year=1989&layers=front,names,forces")
    for sign in ("troops", "base", "weapons", "camp_nato", "camp_moscow"):
        expect(root.locator(f'[data-key] [data-sign="{sign}"]')).to_have_count(1)
    summary = root.get_by_text("On this day:")
    summary.focus()
    root.page.keyboard.press("Enter")
    expect(root.locator(".force-notes .force-row").first).to_be_visible()
    root.page.keyboard.press("Tab")
    first = root.locator(".force-notes .force-row").first
    expect(first.get_by_role("button")).to_be_focused()
    root.page.keyboard.press("Enter")
    expect(root.locator("[data-card] [data-forces]")).to_be_visible()


points = st.lists(st.tuples(st.integers(-20, 920), st.integers(-20, 620)), max_size=14)
boxes = st.lists(
    st.tuples(st.integers(0, 800), st.integers(0, 500), st.integers(5, 90), st.integers(5, 40)), max_size=6
)


Around = tuple[int, int, int, int]


def test_signs_stand_in_pictures_as_they_do_on_the_map(opened: Callable[[str], Locator]) -> None:
    page = opened("?year=1949").page
    script = """async ([points, blocked, unit, land]) => {
      const {placeForces} = await import('/core/force_layout.mjs');
      const {crowdUnit} = await import('/core/force_crowds.mjs');
      const under = (px, py) => land.findLast(
        ([x, y, w, h]) => px >= x && px < x + w && py >= y && py < y + h)?.[4] ?? 0;
      const areaOf = (ground) => land.reduce((sum, [, , w, h, whose]) => sum + (whose === ground ? w * h : 0), 0);
      const on = {under, areaOf, dear: () => new Set([2])};
      const size = {width: 900, height: 600};
      const told = ({signs, lines}) => [signs.map(({id, x, y}) => [id, x, y]), lines];
      return [
        ...told(placeForces(points, blocked, size, unit, [], under)),
        ...told(placeForces(points, blocked, size, unit, [], undefined, on)),
        crowdUnit(points, size, unit, on),
      ];
    }"""

    small = [(304 + 12 * (i % 6), 274 + 12 * (i // 6), 12, 12) for i in range(36)]

    @settings(max_examples=40, deadline=None)
    @example(points=[(300, 300)], blocked=[(285, 270, 21, 60)], countries=[(0, 0, 900, 600)], unit=1)
    @example(points=[(340, 310)], blocked=[], countries=small, unit=1)
    @given(points=points, blocked=boxes, countries=boxes, unit=st.sampled_from([0.75, 1, 1.5]))
    def agree(points: list[tuple[int, int]], blocked: list[Around], countries: list[Around], unit: float) -> None:
        land = [[*box, 2 + i] for i, box in enumerate(countries)]
        ground = MadeGround(land)
        asked = [(i, float(x), float(y)) for i, (x, y) in enumerate(points)]
        taken, stage = [Box(*box) for box in blocked], Box(0, 0, 900, 600)
        drawn, around = place_forces(asked, taken, stage, unit, (), ground)
        on = Land(ground, ground.area_of, {2})
        crowds, around_crowds = place_forces(asked, taken, stage, unit, land=on)
        given_points = [{"id": i, "x": x, "y": y} for i, x, y in asked]
        given_boxes = [{"x": x, "y": y, "w": w, "h": h} for x, y, w, h in blocked]
        *shown, large = page.evaluate(script, [given_points, given_boxes, unit, land])
        for found, expected in zip(
            shown,
            (
                *(drawn, lines_to_places(asked, drawn, around, ground, unit)),
                *(crowds, lines_to_places(asked, crowds, around_crowds, None, unit)),
            ),
            strict=True,
        ):
            assert [tuple(each) for each in found] == [pytest.approx(each) for each in expected]
        assert large == pytest.approx(crowd_unit(asked, stage, unit, on))

    agree()


def test_signs_stand_folded_in_pictures_as_they_do_on_the_map(opened: Callable[[str], Locator]) -> None:
    page = opened("?year=1949").page
    script = """async ([points, unit]) => {
      const {foldCrowds} = await import('/core/force_crowds.mjs');
      const {points: left, held} = foldCrowds(points, (id) => String(id % 2), {width: 900, height: 600}, unit);
      return [left.map(({id, x, y}) => [id, x, y]), [...held]];
    }"""
    crowd = st.lists(st.tuples(st.integers(380, 470), st.integers(260, 330)), max_size=24)

    @settings(max_examples=40, deadline=None)
    @given(points=points, crowd=crowd, unit=st.sampled_from([0.66, 1, 1.5]))
    def agree(points: list[tuple[int, int]], crowd: list[tuple[int, int]], unit: float) -> None:
        asked = [(i, float(x), float(y)) for i, (x, y) in enumerate([*points, *crowd])]
        left, held = fold_crowds(asked, lambda number: number % 2, Box(0, 0, 900, 600), unit)
        shown, holding = page.evaluate(script, [[{"id": i, "x": x, "y": y} for i, x, y in asked], unit])
        assert [tuple(sign) for sign in shown] == [pytest.approx(sign) for sign in left]
        assert {number: tuple(numbers) for number, numbers in holding} == held

    agree()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_a_crowd_is_its_number_and_a_click_on_it_brings_it_nearer(open_atlas: Open, width: int, height: int) -> None:
    atlas = open_atlas("?year=1962&view=world&layers=front,forces", size=(width, height))
    two_frames(atlas.page)
    root = atlas.root
    crowd = root.locator('.forces [data-crowd]:has([data-camp="nato"])').first
    expect(crowd).to_be_attached()
    held = crowd.get_attribute("data-crowd") or ""
    expect(crowd.locator(".force-count")).to_have_text(f"×{len(held.split())}")
    expect(root.locator('[data-key] [data-sign="crowd"]')).to_have_count(1)
    crowd.click()
    expect(root.locator(f'.forces [data-crowd="{held}"]')).to_have_count(0)


def test_a_sign_under_the_hand_wears_the_colour_of_its_camp(opened: Callable[[str], Locator]) -> None:
    sign = opened("?year=1962&layers=forces").locator(".forces [data-force]").first
    sign.hover()
    ink = sign.locator(".force-bar").evaluate("(bar) => getComputedStyle(bar).fill")
    expect(sign.locator(".mark-target")).to_have_css("fill", ink)
