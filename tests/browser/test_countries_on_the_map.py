"""Countries as hand and wheel meet them: clicked, dragged, hovered; and their cards."""

import re
from collections.abc import Mapping

import pytest
from atlas_page import DAYS, FACTS, QUIET_YEAR, TABLES, VIEW, Open, box_of
from playwright.sync_api import Locator, expect
from rested import holds

from data.picture import picture_on
from data.timeline import picture_day

pytestmark = pytest.mark.unpainted


def inside(box: Mapping[str, float], point: tuple[float, float]) -> bool:
    return 0 < point[0] - box["x"] < box["width"] and 0 < point[1] - box["y"] < box["height"]


def test_every_country_of_the_map_can_be_clicked(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    opened = {}
    stage = box_of(atlas.stage)
    for unit in (unit for unit, anchor in VIEW["anchors"].items() if anchor):
        if not inside(stage, atlas.place_of(unit)):
            atlas.button("Whole view").click()
        atlas.click_unit(unit)
        opened[unit] = atlas.root.evaluate("(root) => root.querySelector('[data-card]')?.dataset.unit")
    assert {"POL", "LUX", "MLT", "MCO", "VAT"} <= set(opened)
    opens = picture_on(picture_day(QUIET_YEAR, TABLES), TABLES).opens
    assert opens["UKR-CRIMEA"] == "UKR"
    assert opened == {unit: opens.get(unit, unit) for unit in opened}


def test_a_click_on_the_sea_closes_the_card(open_plain: Open) -> None:
    atlas = open_plain("?year=1970&country=ISL")
    x, y = atlas.place_of("ISL")
    atlas.page.mouse.click(x, y + 120)
    expect(atlas.card()).to_have_count(0)


def test_a_drag_of_the_map_is_no_click(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    x, y = atlas.place_of("POL")
    atlas.page.mouse.wheel(0, 0)
    atlas.button("Zoom in").click()
    zoomed = atlas.place_of("POL")
    assert zoomed != (x, y)
    atlas.page.mouse.move(*zoomed)
    atlas.page.mouse.down()
    atlas.page.mouse.move(zoomed[0] - 40, zoomed[1] + 25, steps=4)
    atlas.page.mouse.up()
    expect(atlas.card()).to_have_count(0)
    assert atlas.place_of("POL") == pytest.approx((zoomed[0] - 40, zoomed[1] + 25), abs=6)
    atlas.button("Whole view").click()
    assert atlas.place_of("POL") == pytest.approx((x, y))


def test_the_wheel_zooms_about_the_hand(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    before = atlas.place_of("POL")
    atlas.page.mouse.move(*before)
    start = atlas.place_of("TUR")

    def nearer(far: tuple[float, float]) -> None:
        assert atlas.place_of("TUR") != pytest.approx(far, abs=5)
        assert atlas.place_of("POL") == pytest.approx(before, abs=1)

    atlas.page.mouse.wheel(0, -400)
    holds(atlas.page, nearer, start)
    far = atlas.place_of("TUR")
    atlas.page.mouse.wheel(0, -200)
    holds(atlas.page, nearer, far)


PLACES = """(root, ids) => ids.map((id) => {
  const {x, y, width} = root.querySelector(`path[data-unit="${id}"]`).getBoundingClientRect();
  return [x, y, width];
})"""
WHEEL_AND_PLACES = f"""(root, [ids, x, y]) => {{
  const stage = root.querySelector('.stage');
  const at = {{deltaY: -120, clientX: x, clientY: y, bubbles: true, cancelable: true}};
  stage.dispatchEvent(new WheelEvent('wheel', at));
  return [stage.querySelector('.fills').style.transform, ({PLACES})(root, ids)];
}}"""


def test_the_map_in_the_hand_lies_where_it_is_drawn_once_the_hand_pauses(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    units = ["POL", "TUR", "PRT"]
    fills, lines = atlas.root.locator(".layer.fills"), atlas.root.locator(".layer.lines")
    drawn = fills.locator("> g").get_attribute("transform")
    # Read in the task of the wheel itself, before the pause can come.
    shifted, held = atlas.root.evaluate(WHEEL_AND_PLACES, [units, *atlas.place_of("POL")])
    assert shifted.startswith("matrix")
    for layer in (fills, lines):
        expect(layer).not_to_have_attribute("style", re.compile("transform"))
    assert fills.locator("> g").get_attribute("transform") != drawn
    assert atlas.root.evaluate(PLACES, units) == [pytest.approx(each, abs=1.5) for each in held]


REDRAWN_BY_FRAME = """(root, [deltaY, x, y]) => new Promise((resolve) => {
  const layers = ['ground', 'fills', 'lines'].map((name) => [name, root.querySelector(`.layer.${name}`)]);
  const placeOf = ([, layer]) => layer.querySelector(':scope > g').getAttribute('transform');
  const frames = [];
  let before = layers.map(placeOf);
  const look = () => {
    const now = layers.map(placeOf);
    frames.push(layers.filter((_, i) => now[i] !== before[i]).map(([name]) => name));
    before = now;
    if (layers.some(([, layer]) => layer.style.transform)) requestAnimationFrame(look);
    else resolve([frames.filter((each) => each.length), new Set(now).size]);
  };
  root.querySelector('.stage').dispatchEvent(
    new WheelEvent('wheel', {deltaY, clientX: x, clientY: y, bubbles: true, cancelable: true}));
  requestAnimationFrame(look);
})"""


@pytest.mark.parametrize("far", [-120, -600], ids=["once the hand pauses", "where it is stretched too far"])
def test_no_two_pictures_of_the_map_are_drawn_in_one_frame(open_plain: Open, far: int) -> None:
    """Together they took twice the longest frame that a hand may meet."""
    atlas = open_plain(f"?year={QUIET_YEAR}")
    frames, places = atlas.root.evaluate(REDRAWN_BY_FRAME, [far, *atlas.place_of("POL")])
    assert frames == [["fills"], ["lines"], ["ground"]]
    assert places == 1


COASTS_AND_CHANGES = """(root) => {
  const ground = root.querySelector('.layer.ground');
  const coasts = [...root.querySelectorAll('.coast')];
  const watch = new MutationObserver(() => {});
  watch.observe(ground, {attributes: true, childList: true, subtree: true});
  const slider = root.querySelector('input[type=range]');
  for (let year = Number(slider.min); year <= Number(slider.max); year += 1) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }
  return [coasts.length, coasts.filter((each) => !ground.contains(each)).length, watch.takeRecords().length];
}"""


def test_no_step_paints_the_coasts_anew(open_plain: Open) -> None:
    """They are most of what there is to draw: painted at each step they cost a drag its frames."""
    atlas = open_plain(f"?year={QUIET_YEAR}")
    coasts, elsewhere, changes = atlas.root.evaluate(COASTS_AND_CHANGES)
    assert coasts
    assert (elsewhere, changes) == (0, 0)


def test_a_long_way_by_hand_leaves_no_side_of_the_stage_bare(open_plain: Open) -> None:
    atlas = open_plain(f"?year={QUIET_YEAR}")
    x, y = atlas.place_of("POL")
    atlas.page.mouse.move(x, y)
    atlas.page.mouse.wheel(0, -600)
    atlas.page.mouse.down()
    fills = atlas.root.locator(".layer.fills")
    stage = atlas.root.locator(".stage").bounding_box() or {}
    for _ in range(20):
        x -= 25
        atlas.page.mouse.move(x, y)
        box = fills.bounding_box() or {}
        assert stage["x"] + stage["width"] - box["x"] - box["width"] < stage["width"] * 0.15
    atlas.page.mouse.up()


def test_a_card_tells_the_path_and_follows_the_slider(open_plain: Open) -> None:
    atlas = open_plain("?year=2010&country=POL")
    card = atlas.card(unit="POL")
    for told in ("Poland", "since 12 March 1999", "8 July 1997", "16 December 1997", "161 days later", "42 days later"):
        expect(card.get_by_text(told).filter(visible=True).first).to_be_visible()
    status = card.locator("strong").first
    line = card.locator(".strip-cursor")  # stands at the shown year in the strip of bars
    before = 0.0
    for year, label, more in (
        (1949, "Soviet Union and allies since 25 January 1949", "not yet a member"),
        (1992, "Partner since 20 December 1991", "not yet a member"),
        (1998, "Invited since 8 July 1997", "partner from 1991; not yet a member"),
        (2026, "Member since 12 March 1999, in the round of three", "partner from 1991"),
    ):
        atlas.set_year(year)
        expect(card.locator(".card-status")).to_contain_text(f"{label}; {more}.")
        expect(status).to_have_text(label)
        expect(card).to_contain_text(str(year), use_inner_text=True)
        holds(atlas.page, further, line, before)
        before = box_of(line)["x"]
    expect(atlas.card()).to_have_count(1)


def further(line: Locator, passed: float) -> None:
    assert box_of(line)["x"] > passed


def test_a_card_names_the_state_of_its_time(open_plain: Open) -> None:
    atlas = open_plain("?year=1975&country=LVA")
    card = atlas.card(unit="LVA")
    belonging = card.get_by_text("part of the Soviet Union", exact=True)
    expect(belonging).to_be_visible()
    atlas.set_year(2004)
    expect(belonging).to_have_count(0)


def test_a_card_links_its_sources_and_its_statements(open_plain: Open) -> None:
    atlas = open_plain("?year=2004&country=LVA")
    card = atlas.card(unit="LVA")
    expect(card.locator("a[href]").first).to_be_attached()  # the sources are fetched after the map
    links = card.locator("a[href]").evaluate_all("(all) => all.map(({href, target, rel}) => [href, target, rel])")
    assert links
    assert all(href.startswith("http") and target == "_blank" and "noopener" in rel for href, target, rel in links)
    first = next(each["id"] for each in FACTS["statements"] if "LVA" in each["targets"])
    card.locator(f'[data-open-statement="{first}"]').click()
    expect(atlas.card(statement=first)).to_be_visible()
    expect(atlas.root).to_have_attribute("data-day", DAYS[first])


def test_hovering_tells_the_name_and_the_state_of_the_time(open_plain: Open) -> None:
    atlas = open_plain("?year=1975")
    for unit, told, line in (
        ("LVA", "Latvia, part of the Soviet Union", "Soviet Union and allies"),
        ("POL", "Poland", "Soviet Union and allies, since 25 January 1949"),
    ):
        atlas.page.mouse.move(*atlas.place_of(unit))
        expect(atlas.stage.locator("strong").get_by_text(told, exact=True)).to_be_visible()
        expect(atlas.stage.get_by_text(line)).to_be_visible()
    atlas.set_year(2004)
    atlas.page.mouse.move(*atlas.place_of("LVA"))
    expect(atlas.stage.locator("strong").get_by_text("Latvia", exact=True)).to_be_visible()


def test_hovering_follows_the_year_under_a_resting_hand(open_plain: Open) -> None:
    atlas = open_plain("?year=1975")
    atlas.page.mouse.move(*atlas.place_of("LVA"))
    told = atlas.stage.locator("strong").get_by_text("Latvia, part of the Soviet Union", exact=True)
    expect(told).to_be_visible()
    atlas.page.keyboard.press("End")
    expect(told).to_be_hidden()


def overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(wide, high)


@pytest.mark.parametrize(("year", "view"), [(2017, "balkans"), (2009, "black_sea"), (1991, "arctic")])
def test_no_line_comes_out_from_under_a_button_to_a_name_that_need_not_stand(
    open_atlas: Open, year: int, view: str
) -> None:
    atlas = open_atlas(f"?year={year}&view={view}", size=(844, 390))
    tools = [box_of(one) for one in atlas.root.locator(".tool").filter(visible=True).all()]
    lines = [box_of(one) for one in atlas.stage.locator("g:not(:has(> [data-joined])) > .leader").all()]
    assert tools
    assert [(line, tool) for line in lines for tool in tools if overlap(line, tool) > 0] == []


def test_the_name_of_a_state_keeps_out_of_the_gold_of_its_new_part(open_plain: Open) -> None:
    atlas = open_plain("?year=1990")
    name, part = box_of(atlas.stage.locator('[data-name="DEU"]')), box_of(atlas.unit("DEU-EAST"))
    assert name["x"] + name["width"] <= part["x"] + part["width"] / 2 or name["y"] >= part["y"] + part["height"]
