"""What lies on what among the lines of the map in the browser, and how wide they are: the same as in pictures."""

import re
from itertools import product

import pytest
from atlas_page import LAPTOP, PHONE, TABLES, VIEW, WIDE, Atlas, Open, box_of
from playwright.sync_api import Page, expect
from seen_lines import dots_of, seen_at

from data.borders_in_time import Front
from data.memberships.picture import picture_of_year
from data.memberships.reader import current_membership
from data.picture import picture_on
from data.timeline import picture_day
from geo.drawing.apart import apart_from
from geo.drawing.gold import EDGE, GOLD, LEAST, WHOLE, band, bands
from geo.drawing.line_room import fineness, ring_along, room_beside, rooms_of
from geo.drawing.lines import FRONT_CORE, OUTLINE, OUTLINE_CORE, front_width
from geo.drawing.palette import THEMES
from geo.drawing.rings import main_rings

BELOW = """(root) => {
  const order = ['.focus', '.joined', '.fronts'].map((name) => root.querySelector(name));
  return order.slice(1).every((above, at) => order[at].compareDocumentPosition(above) & 4);
}"""
WIDTHS = """(lines) => lines.map((line) => {
  const style = getComputedStyle(line);
  const unit = parseFloat(style.getPropertyValue('--u'));
  const {d} = Object.fromEntries([...line.attributes].map(({name, value}) => [name, value]));
  return [d, line.dataset.kind ?? '', parseFloat(style.strokeWidth) / unit, unit];
})"""
ALONG = """(root, border) => {
  const path = root.querySelector(`path[data-border="${border}"]`);
  const toScreen = path.getScreenCTM();
  const long = path.getTotalLength();
  return Array.from({length: 200}, (_, at) => {
    const {x, y} = path.getPointAtLength(((at + 0.5) / 200) * long).matrixTransform(toScreen);
    return [x, y];
  });
}"""
APART = """async () => {
  const {createOutlines} = await import('/stage/outlines.mjs');
  const paths = {
    A: 'M0 0l300 0 0 300-300 0zM30 30l0 100 100 0 0-100z',
    B: 'M30 30l100 0 0 100-100 0zM400 0l50 0 0 50-50 0z',
    C: 'M300 0l40 0 0 40-40 0z',
  };
  const borders = {'A|B': 'M30 30l100 0 0 100-100 0z', 'A|C': 'M300 0l0 40'};
  const pictures = {borders: [{id: 'A|B', a: 'A', b: 'B'}, {id: 'A|C', a: 'A', b: 'C'}]};
  const {element, show} = createOutlines({
    view: {paths, borders, outlines: {}}, pictures, name: 'news', group: 'joined', isInside: true});
  const picture = {fronts: [], dashed: [], inside: [], joined: ['A', 'B', 'C']};
  show(['A', 'B', 'C'].map((id) => ({id, units: [id]})), picture);
  return {
    empty: element.querySelectorAll('path[d=""]').length,
    told: [...element.querySelectorAll('[data-outlined]')].map(({dataset}) => dataset.outlined),
    rooms: [...element.querySelectorAll('.between-line')].map(({style}) => style.getPropertyValue('--room')),
  };
}"""
BORDERS = {d: border for border, d in VIEW["borders"].items()}


def front_of(d: str, kind: str, unit: float) -> float:
    """Px of the front of a border in a picture."""
    room = room_beside(d, [VIEW["paths"][unit] for unit in BORDERS[d].split("|")])
    return front_width(Front(kind), None if room is None else room / unit, fineness(VIEW["room"] / unit))


@pytest.mark.unpainted
def test_no_outline_tells_who_joined_where_a_question_hides_it(open_plain: Open) -> None:
    atlas = open_plain("?year=2003&country=LTU")
    outlined, aside = atlas.root.locator('.focus [data-outlined="LTU"]'), atlas.root.locator(".focus .outside")
    for mask, beside_gold in (("news", 0), ("", 1)):
        atlas.root.evaluate("(root, mask) => (root.dataset.mask = mask)", mask)
        for year in (2003, 2004):
            atlas.slider.fill(str(year))
            expect(atlas.root).to_have_attribute("data-year", str(year))
        expect(outlined).to_have_count(1)
        expect(aside).to_have_count(beside_gold)


@pytest.mark.unpainted
@pytest.mark.parametrize("year", [1955, 2004])
def test_fronts_are_as_wide_as_in_pictures(open_plain: Open, year: int) -> None:
    atlas = open_plain(f"?year={year}")
    assert atlas.root.evaluate(BELOW)
    casings = atlas.root.locator(".front-casing:not([hidden])").evaluate_all(WIDTHS)
    cores = atlas.root.locator(".front-line:not([hidden])").evaluate_all(WIDTHS)
    facts = picture_on(picture_day(year, TABLES), TABLES)
    assert {BORDERS[d]: kind for d, kind, *_ in cores} == {
        border: str(front) for border in BORDERS.values() if (front := facts.front_of(border))
    }
    for (d, kind, casing, unit), (_, _, core, _) in zip(casings, cores, strict=True):
        assert casing == pytest.approx(front_of(d, kind, unit), rel=0.01)
        assert core == pytest.approx(casing * FRONT_CORE[Front(kind)], rel=0.01)


@pytest.mark.unpainted
@pytest.mark.parametrize("year", [1952, 2004])
def test_gold_is_as_narrow_as_in_pictures_where_a_country_is_small(open_plain: Open, year: int) -> None:
    atlas = open_plain(f"?year={year}")
    widths = {
        part: {d: width for d, _, width, _ in atlas.root.locator(f".joined .news-{part}").evaluate_all(WIDTHS)}
        for part in ("casing", "line", "edge")
    }
    unit = float(atlas.root.locator(".joined").evaluate("(group) => getComputedStyle(group).getPropertyValue('--u')"))
    joined = picture_on(picture_day(year, TABLES), TABLES).joined
    golden = {state: main_rings(VIEW["paths"][state]) for state in joined}
    between = {d: id_.split("|") for d, id_ in BORDERS.items() if golden.keys() >= {*id_.split("|")}}
    rings = [ring for d in golden.values() for ring in bands(d, unit)]
    told = [("".join(apart_from(ring, (*between,))), width) for ring, width in rings]
    for part, share in (("casing", 1), ("line", GOLD), ("edge", EDGE)):
        assert widths[part] == {ring: pytest.approx(share * width / unit, rel=0.02) for ring, width in told}
    assert len({round(width, 2) for width in widths["casing"].values()}) > 2
    assert between
    for part, share in (("casing", 1 / 2), ("line", (GOLD - EDGE) / 2)):
        lines = {d: width for d, _, width, _ in atlas.root.locator(f".joined .between-{part}").evaluate_all(WIDTHS)}
        assert lines == {
            d: pytest.approx(share * min(along(golden[state], d, unit) for state in states) / unit, rel=0.02)
            for d, states in between.items()
        }


@pytest.mark.unpainted
def test_gold_is_no_thinner_on_a_phone_than_on_a_large_screen(open_plain: Open) -> None:
    """Less is no gold: its hairlines leave it brown."""
    root = open_plain("?year=2004", size=PHONE).root
    lines = root.locator(".joined .news-line[data-outlined]").evaluate_all(WIDTHS)
    assert len(lines) == 7
    assert all(width >= GOLD * LEAST * WHOLE * 0.99 for _, _, width, _ in lines)
    between = root.locator(".joined .between-line").evaluate_all(WIDTHS)
    assert between
    assert all(width >= 1.2 for _, _, width, _ in between)


@pytest.mark.unpainted
@pytest.mark.parametrize(("name", "year"), [("coe", 1991), ("coe", 2003), ("eu", 2004)])
def test_no_gold_runs_inside_a_state_that_joined(open_atlas: Open, name: str, year: int) -> None:
    atlas = open_atlas(f"?membership={name}&year={year}")
    facts = picture_of_year(current_membership(name), year)
    golden = {unit: main_rings(VIEW["paths"][unit]) for unit in facts.joined if unit in VIEW["paths"]}
    shared = {id_: d for d, id_ in BORDERS.items() if golden.keys() >= {*id_.split("|")}}
    assert any(map(facts.is_inner, shared))
    told = {"".join(apart_from(f"M{ring}", (*shared.values(),))) for d in golden.values() for ring in d.split("M")[1:]}
    seen = [atlas.root.locator(f".joined .{part}").evaluate_all(WIDTHS) for part in ("news-line", "between-line")]
    lines, between = ({d for d, *_ in each} for each in seen)
    assert lines == told - {""}
    assert between == {d for id_, d in shared.items() if not facts.is_inner(id_)}


def along(path: str, border: str, unit: float) -> float:
    """How wide the band of path data is along a border."""
    return band(rooms_of(path)[ring_along(path, border)] / unit) * unit


@pytest.mark.unpainted
def test_an_outline_and_the_gold_run_beside_a_front(open_plain: Open) -> None:
    atlas = open_plain("?year=2023&country=FIN")
    fronts = {d: width for d, _, width, _ in atlas.root.locator(".front-casing").evaluate_all(WIDTHS)}
    for group in ("focus", "joined"):
        lines = atlas.root.locator(f".{group} .beside-line").evaluate_all(WIDTHS)
        assert [(BORDERS[d], kind) for d, kind, *_ in lines] == [("FIN|RUS", "russia")]
        assert all(width > fronts[d] + 2 for d, _, width, _ in lines)
    # around who joined lies outside, as wide there as elsewhere on both sides
    assert atlas.root.locator(".focus .outside").count() == 1
    [(*_, line, _)] = atlas.root.locator(".focus-line").evaluate_all(WIDTHS)
    [(*_, casing, _)] = atlas.root.locator(".focus-casing").evaluate_all(WIDTHS)
    assert (line, casing) == pytest.approx((2 * OUTLINE_CORE, OUTLINE + OUTLINE_CORE), rel=0.01)
    atlas.set_year(2024)
    assert atlas.root.locator(".focus .outside").count() == 0
    [(*_, line, _)] = atlas.root.locator(".focus-line").evaluate_all(WIDTHS)
    assert line == pytest.approx(OUTLINE_CORE, rel=0.01)
    # and so does one around ground in dispute, which it would hide
    atlas = open_plain("?year=2024&country=GEO")
    assert atlas.root.locator(".focus .outside [data-outlined=GEO]").count() == 1


@pytest.mark.unpainted
def test_without_fronts_an_outline_follows_its_border(open_plain: Open) -> None:
    atlas = open_plain("?year=2024&country=FIN&layers=names")
    assert atlas.root.locator(".focus .beside-line").count() == 1
    assert atlas.root.locator(".focus .beside-line:visible").count() == 0


NO_NAMES = ".name, .leader, .leader-casing, .inland { visibility: hidden }"
"""A name wider than its country lies over its border, which is not what is asked of lines."""
LOOKS = ({"contrast": "no-preference"}, {"contrast": "more"}, {"contrast": "no-preference", "forced_colors": "active"})
STOPS = ((1955, "DEU", "DEU|DEU-EAST"), (2023, "FIN", "FIN|RUS"), (2024, "FIN", "FIN|RUS"))


@pytest.mark.parametrize("scheme", THEMES)
def test_the_front_is_seen_along_all_of_a_border_that_is_outlined(open_plain: Open, scheme: str) -> None:
    atlas = open_plain("?year=1955&country=DEU&layers=front", size=LAPTOP)
    home = atlas.page.url.partition("?")[0]
    for size, (year, country, border) in product((WIDE, LAPTOP, PHONE), STOPS):
        atlas.page.set_viewport_size({"width": size[0], "height": size[1]})
        atlas.page.goto(f"{home}?year={year}&country={country}&layers=front")
        atlas.root.locator(f'.focus [data-outline="{country}"]').wait_for(state="attached")
        atlas.root.evaluate("(root, scheme) => { root.dataset.theme = scheme; }", scheme)
        points = at_stage(atlas, [(x, y) for x, y in atlas.root.evaluate(ALONG, border)])
        for look in LOOKS if size == LAPTOP else LOOKS[:1]:
            atlas.page.emulate_media(**look)
            seen = seen_at(dots_of(atlas.stage.screenshot(style=NO_NAMES)), points, THEMES[scheme].front)
            assert seen > 0.99, (size, year, look)


def at_stage(atlas: Atlas, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points of the screen, on the stage."""
    box = box_of(atlas.stage)
    return [(x - box["x"], y - box["y"]) for x, y in points]


def test_a_ring_with_others_who_joined_all_around_has_no_band_and_its_isle_tells_who_it_is(
    bare: Page,
) -> None:
    found = bare.evaluate(APART)
    assert found["empty"] == 0
    assert found["told"] == ["A", "B", "C"]
    assert all(re.fullmatch(r"[\d.]*", room) for room in found["rooms"])
