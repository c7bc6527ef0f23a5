"""The atlas by keyboard alone, heard and hit: focus, table, names and sizes of controls."""

import pytest
from atlas_page import ANSWER, FACTS, FIRST, LAPTOP, PHONE, SHORT_PHONE, Open
from heard import faults
from playwright.sync_api import expect
from rested import holds

from data.headlines import headline, spoken

pytestmark = pytest.mark.unpainted

LEAST_TARGET_PX = 24


# ---------------------------------------------------------------------- access

FOCUSED = """(root) => {
  const active = root.getRootNode().activeElement;
  if (!active || !root.contains(active)) return null;
  return active.getAttribute('role') ?? active.getAttribute('type') ?? active.localName;
}"""


def test_the_keyboard_alone_is_enough(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")

    def tab_to(what: str) -> None:
        for _ in range(60):
            atlas.page.keyboard.press("Tab")
            if atlas.root.evaluate(FOCUSED) == what:
                return
        pytest.fail(f"Tab never reaches {what}")

    tab_to("application")
    told = atlas.root.get_by_role("status")
    strong = atlas.stage.locator("strong")
    way = {"Right": "Belarus", "Left": "Lithuania", "Up": "Latvia"}
    for side, name in (*way.items(), ("Up", "Estonia"), ("Up", "Finland"), ("Down", "Estonia")):
        atlas.page.keyboard.press(f"Arrow{side}")
        expect(atlas.root.locator("[data-in-words]")).to_be_attached()  # the first step asks for the neighbours
        expect(strong).to_have_text(name)
        expect(told.filter(has_text=name)).to_have_count(1)
    expect(atlas.root).to_have_attribute("data-year", "2004")

    atlas.page.keyboard.press("Enter")
    expect(atlas.card().get_by_role("heading", name="Estonia")).to_be_focused()
    atlas.page.keyboard.press("Escape")
    expect(atlas.card()).to_have_count(0)
    expect(atlas.stage).to_be_focused()

    tab_to("range")
    atlas.page.keyboard.press("ArrowUp")
    expect(atlas.root).to_have_attribute("data-year", "2005")


def test_the_stage_is_one_stop_for_tab(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    assert atlas.stage.locator("svg [tabindex], svg a, svg [focusable=true]").count() == 0


def test_what_is_told_beside_a_low_map_can_be_scrolled_by_keys_and_says_what_it_is(open_plain: Open) -> None:
    atlas = open_plain("?year=2008", size=(640, 360))
    told = atlas.root.locator(".told-more")
    expect(told).to_have_attribute("tabindex", "0")
    expect(told).to_have_role("group")
    expect(told).to_have_accessible_name(headline(2008).title)
    atlas.page.set_viewport_size({"width": 1280, "height": 720})
    expect(told).not_to_have_attribute("tabindex", "0")


TOPS = """(root, css) => [...root.querySelectorAll(css)].filter((part) => part.getClientRects().length)
  .map((part) => part.getBoundingClientRect().top)"""
LOW = ((640, 360), (320, 256))


def test_parts_follow_one_another_as_on_the_screen_at_every_size(open_plain: Open) -> None:
    atlas = open_plain("?year=2008", size=(1920, 1080))
    figure = atlas.root.locator("button.figure")
    figure.focus()
    for size in ((1920, 1080), LAPTOP, *LOW, (1920, 1080)):
        atlas.page.set_viewport_size({"width": size[0], "height": size[1]})

        def parts_are_in_order(size: tuple[int, int] = size) -> None:
            columns = [".overview > *", *([".footer, .timeline, .panel"] if size in LOW else [])]
            for css in columns:
                tops = atlas.root.evaluate(TOPS, css)
                assert len(tops) > 2
                assert tops == sorted(tops), (size, css)

        holds(atlas.page, parts_are_in_order)
        expect(figure).to_be_focused()


def test_closing_a_card_by_its_button_keeps_the_focus_in_the_atlas(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004&country=POL")
    atlas.button("Close").focus()
    atlas.page.keyboard.press("Enter")
    expect(atlas.card()).to_have_count(0)

    def the_focus_is_here() -> None:
        assert atlas.root.evaluate(FOCUSED) is not None

    holds(atlas.page, the_focus_is_here)


def test_escape_gives_the_walker_the_place_on_the_map_back(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    atlas.stage.focus()
    atlas.page.keyboard.press("ArrowRight")
    expect(atlas.stage.locator("strong")).to_have_text("Belarus")  # the first step asks for the neighbours
    atlas.page.keyboard.press("ArrowRight")
    walked = atlas.root.locator(".focus [data-outlined]")
    expect(walked).not_to_have_attribute("data-outlined", "BLR")
    unit = walked.get_attribute("data-outlined")
    atlas.page.keyboard.press("Enter")
    expect(atlas.card(unit=unit or "")).to_have_count(1)
    atlas.page.keyboard.press("Escape")
    expect(walked).to_have_attribute("data-outlined", unit or "")
    atlas.page.keyboard.press("ArrowLeft")
    expect(walked).not_to_have_attribute("data-outlined", unit or "")


def test_an_emptied_year_is_put_back_and_one_notice_tells_of_what_was_typed(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2004")
    notices = atlas.root.locator(".notice")
    for text, count in (("", 0), ("1900", 1), ("1901", 1), ("abc", 1)):
        atlas.typed.fill(text)
        atlas.page.keyboard.press("Enter")
        expect(notices).to_have_count(count)
        expect(atlas.typed).to_have_value("2004")
    expect(notices).to_contain_text("“abc”")
    atlas.typed.fill("2005")
    atlas.page.keyboard.press("Enter")
    expect(notices).to_have_count(0)


def test_the_year_is_in_the_page_as_a_table(open_plain: Open) -> None:
    atlas = open_plain("?year=2004")
    table = atlas.root.locator("table[data-year-table]")
    expect(table.locator("caption")).to_contain_text("2004: 26 members, 7 joined")
    for name, status, since in (
        ("Poland", "Member", "12 March 1999"),
        ("Estonia", "Member", "29 March 2004"),
        ("Serbia", "No formal tie", ""),
    ):
        row = table.get_by_role("row").filter(has=atlas.page.get_by_role("rowheader", name=name, exact=True))
        expect(row.get_by_role("cell").nth(1)).to_have_text(status)
        expect(row.get_by_role("cell").nth(2)).to_have_text(since)
    atlas.page.keyboard.press("Home")
    expect(table.locator("caption")).to_contain_text(spoken(FIRST))
    expect(table.get_by_role("rowheader")).to_have_count(sum(unit["kind"] == "country" for unit in FACTS["units"]))


CONTROLS = """(root) => {
  const all = 'button, input, select, textarea, summary, a[href], [role=button], [tabindex="0"]';
  return [...root.querySelectorAll(all)]
    .filter((control) => control.checkVisibility({visibilityProperty: true}) && !control.closest('.sr-only'))
    .filter((control) => !control.closest('.badge')) // the marks that a badge holds open from its list
    .filter((control) => control.localName !== 'abbr') // a term in a line of text is as high as its line
    .map((control) => {
      const label = control.labels?.[0];
      const {width, height} = (label ?? control).getBoundingClientRect();
      const name = (control.getAttribute('aria-label') ?? (label ?? control).textContent).trim();
      return {kind: control.localName, name, width, height};
    });
}"""


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("?year=2008", LAPTOP),
        ("?year=2008&country=POL", LAPTOP),
        (f"?statement={ANSWER}", LAPTOP),
        ("?year=2008", PHONE),
        ("?year=2008&country=POL", PHONE),
        ("?year=2008", SHORT_PHONE),
        (f"?statement={ANSWER}", SHORT_PHONE),
    ],
    ids=lambda given: str(given),
)
def test_every_control_has_a_name_and_is_large_enough_to_hit(
    open_plain: Open, query: str, size: tuple[int, int]
) -> None:
    controls = open_plain(query, size=size).root.evaluate(CONTROLS)
    assert len(controls) > 10
    assert [control for control in controls if not control["name"]] == []
    assert [control for control in controls if min(control["width"], control["height"]) < LEAST_TARGET_PX - 0.01] == []


def test_axe_finds_nothing_serious(open_atlas: Open) -> None:
    atlas = open_atlas("?year=2008", painted=True)
    atlas.root.evaluate("(root) => { root.id = 'root'; root.getRootNode().host.id = 'host'; }")
    inside_the_atlas = {"include": [{"fromShadowDom": ["#host", "#root"]}]}
    found = {}
    for what, act in (
        ("overview", lambda: None),
        ("country", lambda: atlas.click_unit("POL")),
        ("statement", lambda: atlas.card().locator("[data-open-statement]").first.click()),
        ("help", lambda: atlas.page.keyboard.press("?")),
    ):
        act()
        for theme in ("light", "dark"):
            atlas.page.emulate_media(color_scheme=theme)
            expect(atlas.root).to_have_attribute("data-theme", theme)
            found[what, theme] = faults(atlas.page, context=inside_the_atlas, grave=True)
    assert not any(found.values()), found
