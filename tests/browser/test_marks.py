"""Marks of statements as hand and keys meet them: badges that open, arcs for the one asked for, the gold inside."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from asked import asked
from atlas_page import VIEW, Open
from playwright.sync_api import Locator, Page, expect
from pytest import approx

from data.picture import picture_on
from data.rows import rows
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.rings import main_rings
from geo.drawing.sign_parts import CASING
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
SAID = {row.id: row for row in rows(TABLES, "statements")}
CASES = json.loads((Path(__file__).parents[1] / "golden" / "mark_layout.json").read_text(encoding="utf-8"))
FOLLOWING = 4
"""Of `compareDocumentPosition`."""
BUCHAREST = "2008-04-03-bucharest-declaration"
"""One of two that were made in Bucharest in 2008: they cover more than the country's corner under them."""


@pytest.fixture(scope="module")
def page(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Callable[..., AbstractContextManager[Page]]
) -> Iterator[Page]:
    with serve(current_assets()) as url, watched() as page:
        page.set_default_timeout(30_000)
        page.goto(url)
        yield page


@pytest.fixture
def opened(page: Page) -> Callable[..., Locator]:
    """`opened(search, width, height)`: the atlas at an address, in a window of a size."""
    home = page.url.partition("?")[0]

    def open_at(search: str, width: int = 1280, height: int = 720) -> Locator:
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(0, 0)
        page.goto(home + search)
        root = page.locator("[data-atlas]")
        expect(root).to_have_attribute("data-ready", "true")
        return root

    return open_at


# ---------------------------------------------------------------------- the rules that both languages follow

LAYOUTS = """async ({stacks, beside, arcs, ends, edges}) => {
  const {standBeside} = await import('/core/mark_beside.mjs');
  const {pinsOf, stackMarks, threadsOf} = await import('/core/mark_layout.mjs');
  const {arcsOf, endsOf} = await import('/core/arc_layout.mjs');
  const {holdAtEdges} = await import('/core/edge_layout.mjs');
  const box = ([x, y, w, h]) => ({x, y, w, h});
  const ground = (land) => (px, py) => {
    const found = land.findLast(([x, y, w, h]) => px >= x && px < x + w && py >= y && py < y + h);
    return found ? (found[4] ?? 1) : 0;
  };
  const areaOf = (land) => (whose) => land.reduce((sum, [, , w, h, at]) => sum + (at === whose ? w * h : 0), 0);
  const told = ({points, size: [width, height], unit, land, dear = []}) => {
    const size = {width, height};
    const stood = stackMarks(points.map(([x, y], i) => ({id: `S${i}`, x, y})), size, unit);
    const {stacks: found, held} = holdAtEdges(stood,
      {size, unit, blocked: [], under: ground(land), areaOf: areaOf(land), dear: new Set(dear)});
    return found.map((stack) => {
      const tag = held.find((each) => each.stack === stack);
      return [stack.away, stack.folded, stack.marks.map(({id, x, y}) => [id, x, y]),
        tag ? [Object.values(tag.tag), tag.arrow, tag.turn, tag.onLand] : null];
    });
  };
  return [
    stacks.map(({points, size: [width, height], unit}) => stackMarks(
      points.map(([x, y, room], i) => ({id: `S${i}`, x, y, room})), {width, height}, unit,
    ).map(({away, folded, marks}) => [away, folded, marks.map(({id, x, y}) => [id, x, y])])),
    arcs.map(({start, targets, taken, size: [width, height], unit}) =>
      arcsOf(start, targets, taken.map(box), {width, height}, unit).map(({d, end}) => [d, end])),
    ends.map(({middle, taken, size: [width, height], unit, land}) =>
      endsOf(middle, taken.map(box), {width, height}, ground(land), unit)),
    edges.map(told),
    beside.map(({points, size: [width, height], unit, land, dear}) => {
      const size = {width, height};
      const stood = stackMarks(points.map(([x, y, room], i) => ({id: `S${i}`, x, y, room})), size, unit,
        ground(land));
      const on = {under: ground(land), areaOf: areaOf(land), dear: () => new Set(dear)};
      return standBeside(stood, [], size, unit, on).map((stack) => [
        stack.marks.map(({id, x, y}) => [id, x, y]), pinsOf(stack, unit), threadsOf(stack)]);
    }),
  ];
}"""


def test_marks_and_arcs_are_laid_out_as_the_cases_say(page: Page) -> None:
    stacks, arcs, ends, edges, beside = page.evaluate(LAYOUTS, CASES)
    for case, found in zip(CASES["stacks"], stacks, strict=True):
        assert [[away, folded] for away, folded, _ in found] == [[away, folded] for away, folded, _ in case["stacks"]]
        for (_, _, marks), (_, _, expected) in zip(found, case["stacks"], strict=True):
            assert marks == [[id_, approx(x, abs=0.06), approx(y, abs=0.06)] for id_, x, y in expected]
    for case, found in zip(CASES["arcs"], arcs, strict=True):
        assert found == case["arcs"]
    for case, found in zip(CASES["ends"], ends, strict=True):
        assert (to_tenths(found[: len(case["ends"])]), len(found)) == (case["ends"], case["count"]), case["what"]
    for case, found in zip(CASES["edges"], edges, strict=True):
        assert to_tenths(found) == case["held"]
    for case, found in zip(CASES["beside"], beside, strict=True):
        assert to_tenths(found) == case["stacks"], case["what"]


def to_tenths(found: Any) -> Any:
    if isinstance(found, list):
        return [to_tenths(each) for each in found]
    return round(found, 1) if isinstance(found, float) else found


# ---------------------------------------------------------------------- a badge opens, by hand and by the keys


def badge(root: Locator, statement: str) -> tuple[Locator, Locator]:
    """The badge that holds a statement, and the button that opens it."""
    return (
        root.locator(f'.badge:has([data-statement="{statement}"])'),
        root.locator(f'.badge-target[data-holds~="{statement}"]'),
    )


def test_a_badge_tells_its_number_and_opens_a_list_to_choose_from(opened: Callable[..., Locator]) -> None:
    root = opened("?year=2008")
    sign, button = badge(root, BUCHAREST)
    expect(sign.locator(".badge-count")).to_have_text("×2")
    expect(root.locator(".chooser")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    rows = root.locator(".chooser [data-choose]")
    expect(rows).to_have_count(2)
    rows.first.click()
    expect(root.locator(f'[data-card][data-statement="{BUCHAREST}"]')).to_be_visible()
    expect(root.locator(".chooser")).to_be_hidden()
    expect(root.locator(f'svg [data-statement="{BUCHAREST}"]')).to_have_attribute("data-selected", "true")


def test_a_badge_is_opened_and_closed_by_the_keys_and_gets_the_focus_back(opened: Callable[..., Locator]) -> None:
    root = opened("?year=2008")
    _, button = badge(root, BUCHAREST)
    button.focus()
    root.page.keyboard.press("Enter")
    rows = root.locator(".chooser [data-choose]")
    expect(rows.nth(0)).to_be_focused()
    root.page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    expect(root.locator(".arc")).to_have_count(len(SAID[BUCHAREST].targets))
    root.page.keyboard.press("Escape")
    expect(root.locator(".chooser")).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(root).to_have_attribute("data-year", "2008")
    root.page.keyboard.press("Enter")
    root.page.keyboard.press("Enter")
    expect(root.locator(f'[data-card][data-statement="{BUCHAREST}"]')).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390), (820, 1180)])
def test_the_list_of_a_badge_lies_wholly_on_the_map_and_over_all_else(
    opened: Callable[..., Locator], width: int, height: int
) -> None:
    root = opened("?year=2008", width, height)
    for i in range(root.locator(".badge-target").count()):
        root.locator(".badge-target").nth(i).click()
        expect(root.locator(".chooser")).to_be_visible()
        inside = root.evaluate("""(root) => {
          const [list, stage] = ['.chooser', '.stage'].map((each) => root.querySelector(each).getBoundingClientRect());
          const top = document.elementFromPoint(list.left + list.width / 2, list.top + 12);
          return [list.left >= stage.left, list.right <= stage.right, list.top >= stage.top,
            list.bottom <= stage.bottom, Boolean(top.closest('.chooser'))];
        }""")
        assert inside == [True] * 5
        root.page.keyboard.press("Escape")
        expect(root.locator(".chooser")).to_be_hidden()


MARKS = """async (root, years) => {
  const found = [];
  const slider = root.querySelector('input[name=year]');
  for (const year of years) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    while (root.querySelector('.stage').dataset.drawn !== String(year)) await new Promise(requestAnimationFrame);
    const boxes = [...root.querySelectorAll('.marks > .badge > .badge-body, .marks > .mark > .mark-target')]
      .map((node) => node.getBoundingClientRect()).map(({left, top, width}) => [left, top, width]);
    const folded = [...root.querySelectorAll('.badge')].map((node) =>
      [node.querySelector('.badge-count').textContent, node.querySelectorAll('[data-statement]').length]);
    found.push({year, boxes, folded, targets: root.querySelectorAll('.badge-target').length,
      arcs: root.querySelectorAll('.arc').length});
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("view", "width", "height"), [("europe", 1280, 720), ("world", 1280, 720), ("europe", 390, 844)]
)
def test_at_rest_no_mark_covers_another_in_any_year_and_none_has_arcs(
    open_atlas: Open, view: str, width: int, height: int
) -> None:
    root = open_atlas(f"?view={view}&year=1949", size=(width, height)).root
    years = sorted({row.day.year for row in SAID.values() if row.day >= TABLES.first_day})
    for found in asked(root, MARKS, years):
        assert found["arcs"] == 0, found["year"]
        assert len(found["folded"]) == found["targets"]
        assert all(number == f"×{held}" and held > 1 for number, held in found["folded"])
        for i, (x, y, wide) in enumerate(found["boxes"]):
            for ax, ay, a_wide in found["boxes"][:i]:
                apart = ((x + wide / 2 - ax - a_wide / 2) ** 2 + (y + wide / 2 - ay - a_wide / 2) ** 2) ** 0.5
                assert apart >= 22, found["year"]


LENGTHS = """async (root, years) => {
  const found = [];
  const slider = root.querySelector('input[name=year]');
  const boxes = (selector) => [...root.querySelectorAll(selector)].map((node) => {
    const {left, top, right, bottom} = node.getBoundingClientRect();
    const less = node.tagName === 'text' ? 3.5 : 0; // letters are lower than their line
    return [left, top + less, right, bottom - less];
  }).filter(([left, , right]) => right > left);
  for (const year of years) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    while (root.querySelector('.stage').dataset.drawn !== String(year)) await new Promise(requestAnimationFrame);
    const km = [...root.querySelectorAll('.length')].filter(({textContent}) => textContent.endsWith(' km'));
    for (const node of km) node.classList.add('km');
    found.push({year, lengths: boxes('.km'), lines: root.querySelectorAll('.nearest-line').length,
      signs: boxes('.badge-body, .marks > .mark .glyph-body, .tag, .place:not(.km), .tool, .force-plate')});
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("view", "width", "height"),
    [("arctic", 360, 640), ("europe", 390, 844), ("world", 1280, 720), ("arctic", 1280, 720)],
)
def test_the_lengths_of_lines_and_the_signs_of_statements_keep_off_each_other(
    open_atlas: Open, view: str, width: int, height: int
) -> None:
    root = open_atlas(f"?view={view}&year=1949&layers=front,nearest,statements,forces", size=(width, height)).root
    years = sorted({row.day.year for row in SAID.values() if row.day >= TABLES.first_day})
    for found in asked(root, LENGTHS, years):
        left_out = found["lines"] - len(found["lengths"])
        assert left_out in ((0, 1) if view == "world" else (0,)), found["year"]  # there both lines end in one place
        for i, (left, top, right, bottom) in enumerate(found["lengths"]):
            for x, y, to_x, to_y in [*found["signs"], *found["lengths"][:i]]:
                apart = to_x <= left + 1 or x >= right - 1 or to_y <= top or y >= bottom
                assert apart, (found["year"], (left, top, right, bottom), (x, y, to_x, to_y))


STRUCK = """async (root, years) => {
  const found = [];
  const slider = root.querySelector('input[name=year]');
  const middle = ({left, right, top, bottom}) => [(left + right) / 2, (top + bottom) / 2];
  for (const year of years) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    while (root.querySelector('.stage').dataset.drawn !== String(year)) await new Promise(requestAnimationFrame);
    const dot = root.querySelector('[data-berlin]');
    const [x, y] = middle(dot.getBoundingClientRect());
    const over = [...root.querySelectorAll('text[data-name], .force-plate')].filter((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      return x > left && x < right && y > top + 3 && y < bottom - 3;
    });
    if (!dot.hasAttribute('hidden')) found.push([year, over.map(({textContent}) => textContent)]);
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("view", "width", "height"),
    [("baltic", 1920, 1080), ("europe", 1280, 720), ("europe", 844, 390), ("baltic", 844, 390), ("europe", 390, 844)],
)
def test_no_name_and_no_sign_stands_on_the_dot_of_west_berlin(
    open_atlas: Open, view: str, width: int, height: int
) -> None:
    root = open_atlas(f"?view={view}&year=1949&layers=front,names,forces", size=(width, height)).root
    found = asked(root, STRUCK, [1949, 1955, 1962, 1975, 1989, 1995])
    assert [year for year, _ in found] == [1949, 1955, 1962, 1975, 1989]
    assert [(year, over) for year, over in found if over] == []


# ---------------------------------------------------------------------- arcs for the one that is pointed at or open


def ends(root: Locator) -> list[Any]:
    arcs: list[Any] = root.evaluate("(root) => [...root.querySelectorAll('.arc')].map((arc) => arc.getAttribute('d'))")
    return arcs


def test_a_statement_pointed_at_has_one_cased_arc_for_each_whom_it_names(opened: Callable[..., Locator]) -> None:
    root = opened("?year=2008")
    expect(root.locator(".arc")).to_have_count(0)
    far = [row.id for row in SAID.values() if row.day.year == 2008 and row.lean and row.city in ("Moscow", "Bucharest")]
    assert {len(SAID[id_].targets) for id_ in far} >= {1, 2}
    for id_ in far:
        root.locator(f'[data-open-statement="{id_}"]').hover()
        wanted = len([target for target in SAID[id_].targets if target != "*"])
        expect(root.locator(".arc")).to_have_count(wanted)
        expect(root.locator(".arc-casing")).to_have_count(wanted)
        assert len({d.rpartition(" ")[0] for d in ends(root)}) == wanted
    root.page.mouse.move(400, 700)
    expect(root.locator(".arc")).to_have_count(0)


def test_arcs_and_signs_look_as_the_key_and_pictures_draw_them(opened: Callable[..., Locator]) -> None:
    root = opened(f"?statement={BUCHAREST}")
    look = """(root) => {
      const of = (selector, name) => getComputedStyle(root.querySelector(selector))[name];
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.innerHTML = '<path class="sign-arc"/><path class="sign-arc-end"/>'; // the key stands aside for a card
      root.append(svg);
      return {map: [of('.arc', 'stroke'), of('.arc-end', 'fill')],
        key: [of('.sign-arc', 'stroke'), of('.sign-arc-end', 'fill')], member: of('[data-status="member"]', 'fill'),
        casing: of('.mark .glyph-body', 'stroke-width')};
    }"""
    expect(root.locator(".arc").first).to_be_attached()
    told = root.evaluate(look)
    assert told["map"] == told["key"]
    assert len({*told["map"], told["member"]}) == 2
    assert told["casing"] == f"{CASING}px"


def test_an_open_statement_keeps_its_arcs(opened: Callable[..., Locator]) -> None:
    root = opened(f"?statement={BUCHAREST}")
    expect(root.locator(".arc")).to_have_count(len(SAID[BUCHAREST].targets))
    expect(root.locator(f'[data-card][data-statement="{BUCHAREST}"]')).to_be_visible()
    root.page.keyboard.press("Escape")
    expect(root.locator(".arc")).to_have_count(0)


# ---------------------------------------------------------------------- the gold


def test_the_gold_is_cut_at_the_border_of_each_who_joined(opened: Callable[..., Locator]) -> None:
    root = opened("?year=2004")
    joined = picture_on(picture_day(2004, TABLES), TABLES).joined
    expect(root.locator(".joined [data-outline]")).to_have_count(len(joined))
    cut = root.evaluate("""(root) => [...root.querySelectorAll('.joined [data-outline]')].map((line) => {
      const id = line.parentElement.getAttribute('clip-path').slice(5, -1);
      return [line.dataset.outline, root.querySelector(`#${id} path`).getAttribute('d')];
    })""")
    assert sorted(cut) == sorted([unit, main_rings(VIEW["paths"][unit])] for unit in joined)
    order = "(root) => root.querySelector('.joined').compareDocumentPosition(root.querySelector('.fronts'))"
    assert root.evaluate(order) == FOLLOWING
