"""The atlas fits its window, on a wall, a laptop and a phone."""

import pytest
from atlas_page import ANSWER, LAPTOP, PHONE, SHORT_PHONE, WIDE, Open, box_of
from playwright.sync_api import expect

pytestmark = pytest.mark.unpainted

OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return [document.documentElement, document.body, main].flatMap((box) =>
    [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]);
}"""
UPRIGHT_TABLET = (820, 1180)
LONG_HEADLINES = ("2008-04-03", "2001-10-02", "2002-11-21")
"""Days whose words beside the map are among the longest; the day itself takes a line."""
WORDS_OF_EVERY_YEAR = """async (root) => {
  const slider = root.querySelector('input[name=year]');
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const told = [];
  for (let year = Number(slider.min); year <= Number(slider.max); year += 1) {
    slider.value = year;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    await frame();
    await frame();
    const boxes = ['.told', '.told-more'].map((css) => root.querySelector(css));
    const [cut, cutOfMore] = boxes.map((box) => box.scrollHeight - box.clientHeight);
    told.push([root.querySelector('.headline').textContent, Math.max(cut, cutOfMore), cut]);
  }
  return told;
}"""


@pytest.mark.parametrize("size", [WIDE, LAPTOP, PHONE], ids=["wide", "laptop", "phone"])
def test_the_atlas_fits_its_window_without_scrolling_in_light_and_dark(open_atlas: Open, size: tuple[int, int]) -> None:
    phone = size == PHONE
    width, height = size
    atlas = open_atlas("?year=2004", size=size, color_scheme="light", has_touch=phone, is_mobile=phone)
    fills = {}
    for theme in ("light", "dark"):
        atlas.page.emulate_media(color_scheme=theme)
        expect(atlas.root).to_have_attribute("data-theme", theme)
        fills[theme] = atlas.unit("FRA").evaluate("(path) => getComputedStyle(path).fill")
        assert max(atlas.page.evaluate(OVERFLOW)) <= 0
        assert atlas.page.evaluate("[innerWidth, innerHeight]") == [width, height]
        stage = box_of(atlas.stage)
        for box in (stage, box_of(atlas.slider), box_of(atlas.button("Play")), box_of(atlas.typed)):
            assert 0 <= box["x"] <= box["x"] + box["width"] <= width
            assert 0 <= box["y"] <= box["y"] + box["height"] <= height
        assert stage["height"] > 0.3 * height
        if phone:  # has it in the help
            atlas.page.keyboard.press("?")
        expect(atlas.root.get_by_text("Facts as of").filter(visible=True)).to_be_in_viewport()
        atlas.page.keyboard.press("Escape")
    assert fills["light"] != fills["dark"]
    assert atlas.year == 2004


@pytest.mark.parametrize("size", [PHONE, SHORT_PHONE], ids=["phone", "short phone"])
@pytest.mark.parametrize("query", ["?year=2004", "?year=2004&country=EST", f"?statement={ANSWER}"])
def test_on_a_phone_an_open_card_leaves_the_map_its_room(open_atlas: Open, query: str, size: tuple[int, int]) -> None:
    atlas = open_atlas(query, size=size, has_touch=True, is_mobile=True)
    stage = box_of(atlas.stage)
    assert stage["height"] > 0.2 * size[1]
    fold = atlas.root.locator(".tool-fold")
    assert box_of(fold)["y"] >= stage["y"] + stage["height"]  # it covers no land
    assert box_of(fold)["y"] + box_of(fold)["height"] <= size[1]
    assert not atlas.root.locator(".tools .tool").filter(visible=True).count()
    fold.tap()
    expect(atlas.root.locator(".tools .tool").filter(visible=True)).to_have_count(4)
    tools = [box_of(tool) for tool in atlas.root.locator(".tools .tool").all()]
    for box in (*tools, box_of(atlas.root.locator(".menu-button"))):
        assert stage["y"] <= box["y"]
        assert box["y"] + box["height"] <= stage["y"] + stage["height"]
    menu = box_of(atlas.root.locator(".menu-button"))
    assert max(box["x"] + box["width"] for box in tools) <= menu["x"]  # beside them, which stand in their corner
    assert menu["x"] + menu["width"] <= size[0]


@pytest.mark.parametrize(
    "query",
    ["", "?view=north_atlantic", "?membership=eu", "?membership=eu&view=north_atlantic", "?membership=csto"],
)
def test_in_a_strip_above_the_map_the_words_of_every_year_stand_whole(open_atlas: Open, query: str) -> None:
    atlas = open_atlas(query, size=UPRIGHT_TABLET)
    years = atlas.root.evaluate(WORDS_OF_EVERY_YEAR)
    assert len({words for words, *_ in years}) > 10
    assert [words for words, cut, _ in years if cut > 0] == []


@pytest.mark.parametrize("size", [UPRIGHT_TABLET, (768, 1024), (1024, 768)], ids=str)
def test_beside_a_card_the_headline_of_every_year_stands_whole_above_the_key(
    open_atlas: Open, size: tuple[int, int]
) -> None:
    atlas = open_atlas("?year=2008&country=UKR", size=size)
    assert [words for words, _, cut in atlas.root.evaluate(WORDS_OF_EVERY_YEAR) if cut > 0] == []
    for day in LONG_HEADLINES:
        atlas = open_atlas(f"?day={day}&country=UKR", size=size)
        told = atlas.root.locator(".told")
        assert told.evaluate("(told) => told.scrollHeight - told.clientHeight") <= 0, day


@pytest.mark.parametrize("day", LONG_HEADLINES)
def test_in_a_low_column_no_status_of_the_key_is_cut_beside_a_card(open_atlas: Open, day: str) -> None:
    atlas = open_atlas(f"?day={day}&country=UKR", size=(1280, 720))
    column = box_of(atlas.root.locator(".title-block"))
    for row in atlas.root.locator(".title-block .key-rows > :visible").all():
        assert box_of(row)["y"] + box_of(row)["height"] <= column["y"] + column["height"], day
