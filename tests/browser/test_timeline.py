"""The timeline: nothing on it collides or is cut at any width, flags tell who joined, a bar lists its statements."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from asked import asked
from atlas_page import PHONE, Open
from made import made_class_page
from playwright.sync_api import Locator, Page, expect
from rested import come_to, middle_of

from data.tables import current_tables
from geo.lesson.lesson import Lesson, Stop
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]

TABLES = current_tables()
FACTS = json.loads(current_assets().file("facts.json").body)
FIRST, LAST = FACTS["first"], FACTS["last"]
JOINED = {row["year"]: len(row["units"]) for row in FACTS["rounds"]}
SAID = Counter(max(FIRST, row.day.year) for row in TABLES.statements.itertuples())
FONTS = (11, 12, 13, 15, 20, 36)
"""px: of a phone, a laptop, a wide screen, one with 4K lines, a wall."""

WALK = """async ([facts, widths, fonts]) => {
  const layout = await import('/core/timeline_layout.mjs');
  const {rulerOf} = await import('/dom.mjs');
  const ruler = rulerOf();
  const faults = [];
  const {first, last, rounds, eras, bars} = facts;
  const apart = (spans, gap) => spans.slice(1).every(({x, w}, i) => x - w / 2 - spans[i].x - spans[i].w / 2 >= gap);
  for (const size of fonts) {
    const measure = (text) => ruler(text, `700 ${size}px sans-serif`);
    for (const width of widths) {
      const track = {first, last, width, thumb: 28};
      const at = layout.placeOf(track);
      const fault = (what) => faults.push([width, size, what]);
      const within = ({x, w}) => x - w / 2 >= -0.01 && x + w / 2 <= width + 0.01;

      const ticks = layout.decadeTicks(track, measure);
      const labelled = ticks.filter(({label}) => label);
      if (ticks.some(({year, label}) => label && label !== String(year))) fault('a label that is no year');
      if (!labelled.every(within) || !apart(labelled, 4)) fault('labels of decades');
      if (new Set(labelled.slice(1).map(({year}, i) => year - labelled[i].year)).size > 1) fault('uneven decades');
      if (at(first + 10) - at(first) > measure('0000') + 12 && labelled.length < 7) fault('a decade has no label');

      const flags = layout.flagsOf(rounds, track, measure);
      if (!flags.every(within) || !apart(flags, 2.9)) fault('flags');
      if (flags.some(({w, label}) => w < 24 || w < measure(label))) fault('a flag is too small');
      if (flags.some(({x, w, poles}) => poles.some((pole) => Math.abs(pole - x) > w / 2))) fault('a pole stands alone');
      if (String(flags.flatMap(({years}) => years)) !== String(rounds.map(({year}) => year))) fault('years of flags');
      const sum = flags.reduce((sum, {label}) => sum + Number(label), 0);
      if (sum !== rounds.reduce((sum, {joined}) => sum + joined, 0)) fault('who joined');

      for (const {key, left, w, label} of layout.eraBands(eras, track, measure)) {
        const {labels} = eras.find((era) => era.key === key);
        if (label && measure(label) > w) fault(`${key} is cut`);
        if (label && !labels.includes(label)) fault(`${key} has another name`);
        if (!label && labels.some((each) => measure(each) + 12 <= w)) fault(`${key} has no name`);
        if (left < 0 || left + w > width + 0.01) fault(`${key} is off the track`);
      }

      const chart = layout.barsOf(bars, track, 44);
      if (!chart.bars.every(({x}) => within({x, w: chart.w})) || chart.w < 2) fault('bars');
      if (chart.bars.some(({n}) => n * chart.unit > 44.01)) fault('a bar is too high');
      if (width >= 390 && !apart(chart.bars.map(({x}) => ({x, w: chart.w})), 1)) fault('bars touch');
      const room = layout.captionRoom(chart, width, 27);
      if (chart.bars.some(({x, n}) => x - chart.w / 2 < room && n * chart.unit > 27)) fault('words over a bar');
      for (const {year, x} of chart.bars) if (layout.barNear(chart.bars, x) !== year) fault('a bar out of reach');
    }
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def url(serve: Serve) -> Iterator[str]:
    with serve(current_assets()) as address:
        yield address


@pytest.fixture(scope="module")
def bare(url: str, watched: Watched) -> Iterator[Page]:
    with watched() as page:
        page.goto(f"{url}bare")
        yield page


def given() -> dict[str, Any]:
    return {
        "first": FIRST,
        "last": LAST,
        "rounds": [{"year": year, "joined": n} for year, n in JOINED.items()],
        "eras": FACTS["eras"],
        "bars": [{"year": year, "n": n} for year, n in sorted(SAID.items())],
    }


def test_nothing_collides_or_is_cut_from_320_to_3840_px(bare: Page) -> None:
    widths = [*range(260, 1300, 7), *range(1300, 3841, 31)]
    assert asked(bare, WALK, [given(), widths, FONTS]) == []


def test_flags_too_close_for_two_have_one_with_the_sum(bare: Page) -> None:
    def flags(width: int) -> list[str]:
        script = """async ([facts, width]) => (await import('/core/timeline_layout.mjs'))
          .flagsOf(facts.rounds, {...facts, width, thumb: 28}, (text) => 7 * text.length).map(({label}) => label)"""
        found: list[str] = bare.evaluate(script, [given(), width])
        return found

    assert flags(1600) == [f"+{n}" for n in JOINED.values()]
    assert len(flags(300)) < len(JOINED)
    assert sum(map(int, flags(300))) == sum(JOINED.values())


def test_flags_at_an_end_of_the_track_take_no_other_with_them(bare: Page) -> None:
    """Two in the last years share a flag that is wider than the track has room for beside its poles."""
    script = """async ([rounds, track]) => (await import('/core/timeline_layout.mjs'))
      .flagsOf(rounds, track, (text) => 7 * text.length).map(({years}) => years)"""
    rounds = [{"year": year, "joined": 0, "left": 1} for year in (1955, 1968, 1990, 1991)]
    track = {"first": 1949, "last": 1991, "width": 410, "thumb": 28}
    assert asked(bare, script, [rounds, track]) == [[1955], [1968], [1990, 1991]]


# ---------------------------------------------------------------------- on the page


@pytest.fixture(scope="module")
def page(url: str, watched: Watched) -> Iterator[Page]:
    with watched() as opened:
        opened.goto(f"{url}?year=1970")
        expect(opened.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        yield opened


@pytest.fixture
def root(page: Page) -> Locator:
    return page.locator("[data-atlas]")


def test_a_flag_of_several_rounds_tells_of_the_one_that_is_shown(open_atlas: Open) -> None:
    atlas = open_atlas("?membership=eu&year=2005", size=PHONE, has_touch=True, is_mobile=True)
    flag = atlas.root.locator('[data-flag="2004 2007"]')
    expect(flag).to_have_text("+12")
    for year, count in ((2004, "2004: +10"), (2007, "2007: +2"), (2005, "+12")):
        atlas.set_year(year)
        expect(flag).to_have_text(count)


def test_each_flag_tells_who_joined_and_goes_there(root: Locator) -> None:
    names = {unit["id"]: unit["name"] for unit in FACTS["units"]}
    flag = root.locator('[data-flag="2004"]')
    flag.hover()
    tip = root.locator(".timeline-tip")
    expect(tip).to_be_visible()
    for unit in ("BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN"):
        expect(tip).to_contain_text(names[unit])
    flag.click()
    expect(root).to_have_attribute("data-year", "2004")


def test_the_flags_are_one_stop_and_arrows_lead_along_them(root: Locator, page: Page) -> None:
    root.locator(".flag[tabindex='0']").focus()
    page.keyboard.press("Home")
    expect(root.locator(f'[data-flag="{FIRST}"]')).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(root.locator('[data-flag="1952"]')).to_be_focused()
    expect(root.locator(".timeline-tip")).to_contain_text("Turkey")
    page.keyboard.press("Enter")
    expect(root).to_have_attribute("data-year", "1952")
    expect(root.locator(".flag[tabindex='0']")).to_have_count(1)


def test_the_bars_are_as_high_as_the_years_have_statements(root: Locator) -> None:
    script = """(parts) => parts.map((part) => [Number(part.dataset.yearOfBar), part.height.baseVal.value])"""
    heights: Counter[int] = Counter()
    for year, height in root.locator(".bar-part").evaluate_all(script):
        heights[year] += height
    unit = max(heights.values()) / max(SAID.values())
    assert {year: round(height / unit) for year, height in heights.items()} == dict(SAID)


def test_a_click_on_a_bar_lists_all_statements_of_its_year(root: Locator, page: Page) -> None:
    chart = root.locator(".columns")
    box = chart.bounding_box()
    assert box
    middle = root.locator('[data-year-of-bar="2008"]').first.evaluate(
        "(part) => part.x.baseVal.value + part.width.baseVal.value / 2"
    )
    page.mouse.move(box["x"] + middle, box["y"] + box["height"] - 3)
    expect(root.locator(".timeline-tip")).to_contain_text(f"2008: {SAID[2008]} statements")
    page.mouse.click(box["x"] + middle, box["y"] + box["height"] - 3)
    expect(root).to_have_attribute("data-year", "2008")
    expect(root.locator(".statement-list [data-open-statement]")).to_have_count(SAID[2008])
    expect(root.locator(".statement-list h2")).to_be_in_viewport()
    expect(root.locator(".statement-list h2")).to_be_focused()


def test_the_bars_are_one_stop_and_arrows_lead_along_them(root: Locator, page: Page) -> None:
    pick = root.locator("[data-bar]")
    expect(pick).to_have_count(1)
    root.locator('input[name="year"]').focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(pick).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    before = sorted(SAID)[-2]
    expect(pick).to_have_attribute("data-bar", str(before))
    expect(root.locator(".timeline-tip")).to_contain_text(f"{before}: {SAID[before]} statements")
    page.keyboard.press("Enter")
    expect(root).to_have_attribute("data-year", str(before))
    expect(root.locator(".statement-list [data-open-statement]")).to_have_count(SAID[before])


def test_what_is_pointed_at_is_told_over_the_panel(root: Locator, page: Page) -> None:
    root.locator(".flag").last.hover()
    tip = root.locator(".timeline-tip")
    expect(tip).to_be_visible()
    on_top = """(tip) => {
      const {left, top, width, height} = tip.getBoundingClientRect();
      tip.style.pointerEvents = 'auto';
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      tip.style.pointerEvents = '';
      return tip.contains(found);
    }"""
    assert tip.evaluate(on_top)


def test_what_is_told_can_be_reached_and_put_away(root: Locator, page: Page) -> None:
    tip = root.locator(".timeline-tip")
    root.locator(".flag").last.hover()
    expect(tip).to_have_attribute("data-settled", "true")
    told = tip.inner_text()
    come_to(tip, middle_of(root.locator(".flag").last))  # over the bars
    page.wait_for_timeout(400)  # a label that would go has gone by then
    assert tip.inner_text() == told
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    root.locator(".flag").first.focus()
    page.keyboard.press("ArrowRight")
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("left", [".timeline-tip", ".flag", ".columns"])
def test_a_hand_that_goes_elsewhere_does_not_take_what_is_told_for_the_keys(
    root: Locator, page: Page, left: str
) -> None:
    tip = root.locator(".timeline-tip")
    page.keyboard.press("Tab")  # the focus that follows is one for the keys
    root.locator(".flag").first.focus()
    expect(tip).to_be_visible()
    told = tip.inner_text()
    root.locator(left).last.dispatch_event("pointerleave")
    expect(tip).to_have_attribute("data-settled", "true")  # and what had settled would wait for the hand
    root.locator(left).last.dispatch_event("pointerleave")
    page.wait_for_timeout(400)  # a label that would go has gone by then
    assert tip.is_visible()
    assert tip.inner_text() == told
    page.keyboard.press("ArrowRight")
    expect(tip).to_contain_text("1952")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_decades_stand_under_the_slider_of_a_wall(watched: Watched, size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "class.html"
    path.write_bytes(made_class_page(Lesson("A lesson", "", (Stop(2004, "One"),))))
    with watched(offline=True, viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(path.as_uri())
        expect(page.locator("[data-atlas]")).to_have_attribute("data-ready", "true")
        ticks = page.locator(".tick:not(:empty)")
        expect(ticks.first).to_be_attached()
        lefts = ticks.evaluate_all("(ticks) => ticks.map((tick) => tick.getBoundingClientRect().left)")
        assert lefts == sorted(set(lefts))
