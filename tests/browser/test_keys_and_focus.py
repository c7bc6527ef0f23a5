"""Keys that act where they are told to, a focus that is never lost, and what is said: walks on one page each."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress

import pytest
from made import made_class_page
from playwright.sync_api import Locator, Page, TimeoutError, expect
from rested import come_to, two_frames

from data.headlines import headline, spoken
from data.tables import current_tables
from data.words import phrase
from geo.lesson.lesson import current_lesson
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
START_MS = 90_000
FOCUS = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || !at.getClientRects().length) return 'nothing';
  return at.className.baseVal ?? `${at.localName}.${at.className}`;
}"""
"""What has the focus, through shadow roots; what is not seen has none."""
LISTEN = """() => {
  globalThis.heard = [];
  const live = [...document.querySelectorAll('[aria-live]')].find((each) => !each.closest('dialog'));
  const note = () => heard.push(live.textContent.trim());
  new MutationObserver(note).observe(live, {childList: true, subtree: true});
}"""
Watched = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="module")
def page(serve: Callable[[Assets], AbstractContextManager[str]], watched: Watched) -> Iterator[Page]:
    """The atlas without Streamlit, with one view."""
    with serve(current_assets()) as url, watched(viewport={"width": 1280, "height": 800}) as opened:
        opened.goto(f"{url}?year=9999&country=XXX")
        expect(opened.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=START_MS)
        opened.evaluate(LISTEN)
        yield opened


@pytest.fixture(scope="module")
def lesson_page(tmp_path_factory: pytest.TempPathFactory, watched: Watched) -> Iterator[Page]:
    """The class page as a file."""
    file = tmp_path_factory.mktemp("class") / "class.html"
    file.write_bytes(made_class_page(current_lesson()))
    with watched() as opened:
        opened.goto(file.as_uri())
        expect(opened.locator("[data-atlas]")).to_have_attribute("data-ready", "true", timeout=START_MS)
        opened.evaluate(LISTEN)
        yield opened


def focus(page: Page, wanted: str) -> str:
    """What has the focus once what was hidden has lost it, and what is wanted, it may be after a fetch, has it."""
    two_frames(page)
    with suppress(TimeoutError):
        page.wait_for_function(f"(wanted) => ({FOCUS})().includes(wanted)", arg=wanted)
    found: str = page.evaluate(FOCUS)
    return found


def press(at: Locator, key: str = "Enter") -> None:
    at.focus()
    at.press(key)


def heard(page: Page, text: str) -> None:
    """Wait until something was said; forget what was said by then."""
    page.wait_for_function("(text) => heard.some((said) => said.includes(text))", arg=text)
    page.evaluate("() => heard.splice(0)")


# ---------------------------------------------------------------------- the atlas


def test_the_focus_is_never_lost(page: Page) -> None:
    root = page.locator("[data-atlas]")
    menu = root.locator(".menu summary")
    walk: list[tuple[str, Callable[[], object], str]] = [
        ("dismiss the notice", lambda: press(root.locator(".notice .close").last), "close"),
        ("and the last one", lambda: press(root.locator(".notice .close").last), "stage"),
        ("a year with statements", lambda: set_year(page, 2008, ".statement-row"), "range"),
        ("open the menu", lambda: press(menu), "menu-button"),
        ("to a layer", lambda: root.locator("[name=layer]").first.focus(), "input"),
        ("leave the menu", lambda: page.keyboard.press("Escape"), "menu-button"),
        ("open a statement", lambda: press(root.locator(".statement-row").first), "h2"),
        ("close it by Escape", lambda: page.keyboard.press("Escape"), "statement-row"),
        ("open it again", lambda: page.keyboard.press("Enter"), "h2"),
        ("close it by its button", lambda: press(root.locator("[data-card] .close")), "statement-row"),
        ("open it, and go on by a year", lambda: page.keyboard.press("Enter"), "h2"),
        ("which closes it", lambda: page.keyboard.press("ArrowRight"), "statement-row"),
        ("a year without that row", lambda: to_next_year(page), "h2"),
        ("to the map", lambda: root.locator(".stage").focus(), "stage"),
        ("walk on it", lambda: page.keyboard.press("ArrowRight"), "stage"),
        ("open a country", lambda: page.keyboard.press("Enter"), "h2"),
        ("close it", lambda: page.keyboard.press("Escape"), "stage"),
        ("find Russia", lambda: find(page, "Russia"), "h2"),
        ("all that names it", lambda: press(root.locator("[data-card] section > .link").first), "row"),
        ("leave it", lambda: page.keyboard.press("Escape"), "stage"),
        ("to a year without a statement", lambda: set_year(page, 1951, ".beside .link"), "range"),
        ("to the year before", lambda: press(root.locator(".beside .link").first), "h2"),
        ("to a day", lambda: press(root.locator(".event-row").first), "event-row"),
        ("back to its year's end", lambda: press(root.locator(".year-end")), "headline"),
        ("open the help", lambda: page.keyboard.press("?"), "h2"),
        ("and leave it", lambda: page.keyboard.press("Escape"), "headline"),
    ]
    lost = []
    for step, act, expected in walk:
        act()
        found = focus(page, expected)
        if expected not in found:
            lost.append(f"{step}: {found}, not {expected}")
    assert lost == []


def set_year(page: Page, year: int, shows: str = "[data-year-table]") -> None:
    slider = page.locator("input[type=range]")
    slider.focus()
    slider.fill(str(year))
    expect(page.locator("[data-atlas]")).to_have_attribute("data-year", str(year))
    expect(page.locator(shows).first).to_be_visible()


def find(page: Page, country: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(country)
    expect(page.locator(".search-title").first).to_have_text(country)
    page.keyboard.press("Enter")


def to_next_year(page: Page) -> None:
    row = page.locator(".statement-row").first
    gone = row.get_attribute("data-open-statement")
    page.keyboard.press("ArrowRight")
    expect(page.locator(f'.statement-row[data-open-statement="{gone}"]')).to_have_count(0)


def test_what_has_the_focus_and_goes_gives_it_to_its_like_or_to_the_map(page: Page) -> None:
    root = page.locator("[data-atlas]")

    def zoom(width: int) -> None:
        page.set_viewport_size({"width": width, "height": 800})

    def to_georgia() -> None:
        find(page, "Georgia")
        root.locator(".card-formats .term").first.focus()

    walk: list[tuple[str, Callable[[], object], str]] = [
        ("a year whose key has a term", lambda: set_year(page, 2008, ".sign-key .term"), "range"),
        ("to the term", lambda: root.locator(".sign-key .term").focus(), "term"),
        ("another year, which has it, too", lambda: page.keyboard.press("ArrowRight"), "term"),
        ("a year with a sign of Berlin", lambda: set_year(page, 1955, ".sign-key summary"), "range"),
        ("to that sign", lambda: root.locator(".sign-key summary").focus(), "summary"),
        ("a year without", lambda: page.keyboard.press("End"), "stage"),
        ("to a flag", lambda: root.locator(".flag[tabindex='0']").focus(), "flag"),
        ("zoom, which gathers the flags", lambda: zoom(640), "flag"),
        ("and back", lambda: zoom(1280), "flag"),
        ("a year of partners", lambda: set_year(page, 2008), "range"),
        ("a term of a card", to_georgia, "term"),
        ("ten years before", lambda: page.keyboard.press("PageDown"), "term"),
        ("what explains it", lambda: page.keyboard.press("Escape"), "term"),
        ("leave the card", lambda: page.keyboard.press("Escape"), "stage"),
    ]
    lost = []
    for step, act, expected in walk:
        act()
        found = focus(page, expected)
        if expected not in found:
            lost.append(f"{step}: {found}, not {expected}")
    assert lost == []


def test_one_region_says_what_changed(page: Page) -> None:
    root = page.locator("[data-atlas]")
    assert page.locator("[role=status]:not(dialog *), [role=alert], [role=log]").count() == 1
    set_year(page, 1950)
    page.evaluate("() => heard.splice(0)")
    root.locator("input[type=range]").press("ArrowRight")
    heard(page, f"{headline(1951, TABLES).title}. {spoken(1951, TABLES)}")
    press(root.locator(".menu summary"))
    for name, on in (("layer", "said.on"), ("patterns", "said.on")):
        box = root.locator(f"[name={name}]:not(:checked)").first
        label = box.locator("xpath=..").inner_text().strip()
        box.press("Space")
        heard(page, phrase(*on.split("."), name=label))
    root.locator("[name=draft]").nth(1).press("Space")
    heard(page, phrase("draft", "us-4"))
    root.locator("[name=words]").nth(1).press("Space")
    heard(page, phrase("said", "words", name="", title="").partition(",")[0])
    root.locator("[name=words]").nth(0).press("Space")
    page.keyboard.press("Escape")
    press(root.locator(".legend-row[data-status=member]"))
    heard(page, phrase("status", "member", "label"))
    for level, says in (("terse", spoken(1952, TABLES)), ("full", headline(1953, TABLES).title)):
        page.keyboard.press("?")
        root.locator(f".help [value={level}]").check()
        page.keyboard.press("Escape")
        root.locator("input[type=range]").press("ArrowRight")
        heard(page, says)


def test_what_matters_less_gives_way_until_the_reader_acts(page: Page) -> None:
    told = page.evaluate(
        """async () => {
          const {createAnnouncer} = await import('/frame/announcer.mjs');
          const {element, announce, stop} = createAnnouncer();
          const told = [['stop', 'a stop'], ['day', 'a day'], ['act', 'a layer'], ['answer', 'right'], ['stop', 'next']]
            .map(([kind, text]) => (announce(text, kind), element.textContent.trim()));
          dispatchEvent(new KeyboardEvent('keydown', {key: 'a'}));
          announce('a day', 'day');
          stop();
          return [...told, element.textContent.trim()];
        }"""
    )
    assert told == ["a stop", "a stop", "a stop", "right", "right", "a day"]


def test_patterns_lie_over_the_statuses_and_in_the_legend(page: Page) -> None:
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-patterns", "true")
    fill = "(path) => getComputedStyle(path).fill"
    assert "europe-partner" not in root.locator(".weave[data-status=none]").first.evaluate(fill)
    set_year(page, 1995)
    assert "europe-partner" in root.locator(".weave[data-status=partner]").first.evaluate(fill)
    image = "(swatch) => getComputedStyle(swatch).backgroundImage"
    assert "gradient" in root.locator(".legend .swatch[data-status=partner]").evaluate(image)
    page.wait_for_url(lambda url: "patterns=1" in url)
    press(root.locator(".menu summary"))
    root.locator("[name=patterns]").press("Space")
    page.keyboard.press("Escape")
    expect(root.locator(".weave")).to_have_count(0)
    page.wait_for_url(lambda url: "patterns" not in url)


def test_letters_can_be_switched_off_and_stay_off(page: Page) -> None:
    root = page.locator("[data-atlas]")
    root.locator(".stage").focus()
    page.keyboard.press("?")
    help_sheet = root.locator("dialog.help").first
    help_sheet.locator("[name=choice-letters][value=off]").check()
    page.keyboard.press("Escape")
    assert page.evaluate("localStorage.getItem('eastward.letters')") == "off"
    for key in ("?", "1", "f"):
        page.keyboard.press(key)
        expect(help_sheet).to_be_hidden()
    year = root.get_attribute("data-year")
    page.keyboard.press("PageUp")
    expect(root).not_to_have_attribute("data-year", str(year))
    root.locator("button[aria-label='Keys and help']").click()
    help_sheet.locator("[name=choice-letters][value=on]").check()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(help_sheet).to_be_visible()
    page.keyboard.press("Escape")


def test_the_label_on_the_map_can_be_reached_and_put_away(page: Page) -> None:
    root = page.locator("[data-atlas]")
    tip = root.locator(".stage .tip")
    box = root.locator('path[data-unit="FRA"]').bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    expect(tip).to_have_attribute("data-settled", "true")
    over = tip.bounding_box()
    assert over
    come_to(tip, (x, y))
    expect(tip).to_be_visible()
    assert tip.bounding_box() == over
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


COVERED = """() => {
  const at = document.activeElement;
  const {left, top, width, height} = at.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  return !at.contains(over) && !over?.contains(at);
}"""


def test_what_explains_a_term_never_lies_over_what_has_the_focus(page: Page) -> None:
    set_year(page, 1995)
    partner = page.locator(".legend-row[data-status=partner]")
    expect(partner).to_have_attribute("data-terms", re.compile("pfp"))
    partner.focus()
    expect(page.locator(".term-tip")).to_be_visible()
    page.keyboard.press("Tab")
    expect(partner).not_to_be_focused()
    page.wait_for_function(f"() => !({COVERED})()")


def test_an_era_tells_by_hand_focus_and_touch_with_what_it_begins(page: Page) -> None:
    set_year(page, 1995)
    era, tip = page.locator('.era[data-era="after_the_wall"]'), page.locator(".term-tip")
    said = "After the Wall, from 9 November 1989: The Berlin Wall opens."
    for reach in (era.hover, era.focus, era.click):
        reach()
        expect(tip).to_have_text(said)
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        page.locator(".stage:visible").hover()
        page.evaluate("document.activeElement.blur()")
    expect(era).to_have_accessible_name(said)


def retold(page: Page, term: Locator) -> str:
    """Write the text anew in which a term stands, as a step of the year does; what has the focus once it is marked."""
    term.evaluate("""(term) => {
      const text = term.parentElement;
      term.dataset.old = '';
      text.replaceChildren(text.textContent);
    }""")
    expect(term.and_(page.locator(":not([data-old])"))).to_have_count(1)
    two_frames(page)
    found: str = page.evaluate(FOCUS)
    return found


@pytest.mark.parametrize("left", ["for nothing", "for a field outside"])
def test_a_term_that_lost_the_focus_does_not_take_it_back_when_its_text_is_told_anew(page: Page, left: str) -> None:
    set_year(page, 2008)
    term = page.locator(".term[data-terms]:visible").first
    name = term.get_attribute("data-terms")
    term.evaluate("(term) => (term.parentElement.dataset.told = '')")
    term = page.locator(f'[data-told] .term[data-terms="{name}"]')
    expect(term).to_have_count(1)
    term.focus()
    assert "term" in retold(page, term)
    if left == "for nothing":
        page.evaluate("document.activeElement.blur()")
    else:
        page.evaluate("document.body.append(Object.assign(document.createElement('input'), {className: 'outside'}))")
        page.locator(".outside").focus()
    assert retold(page, term) == ("nothing" if left == "for nothing" else "input.outside")
    expect(page.locator(".term-tip")).to_be_hidden()
    page.evaluate("document.querySelector('.outside')?.remove()")


def test_the_search_that_nothing_had_the_focus_before_gives_it_to_the_map(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    assert "stage" in focus(page, "stage")


@pytest.mark.parametrize("size", [(320, 256), (640, 360), (1280, 800)], ids=str)
def test_tab_goes_through_the_search_to_the_panel_and_opens_nothing_on_its_way(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Watched, size: tuple[int, int]
) -> None:
    with serve(current_assets()) as url, watched(viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(f"{url}?year=2004")
        root, field = page.locator("[data-atlas]"), page.get_by_role("combobox")
        expect(root).to_have_attribute("data-ready", "true", timeout=START_MS)
        in_the_panel = "document.activeElement.closest('.sheet') !== null"
        field.focus()
        expect(root).not_to_have_attribute("data-finding", "")
        page.keyboard.press("Tab")
        assert page.evaluate(in_the_panel)
        page.keyboard.press("Shift+Tab")
        expect(field).to_be_focused()
        page.keyboard.type("lat")
        expect(page.locator("[role=option]").first).to_contain_text("Latvia")
        page.keyboard.press("Tab")
        expect(page.locator(".search .close")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate(in_the_panel)
        expect(root).not_to_have_attribute("data-finding", "")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        expect(page.locator("[role=option]").nth(9)).to_be_visible()
        page.keyboard.press("Escape")
        expect(field).to_be_focused()


# ---------------------------------------------------------------------- the class page


def test_where_a_stop_halts_the_year_of_its_map_is_said_with_the_question(lesson_page: Page) -> None:
    page, stops = lesson_page, current_lesson().stops
    at, stop = next((i, stop) for i, stop in enumerate(stops) if stop.before)
    press(page.locator(".stop-count"))
    press(page.locator(".stop-item").nth(at))
    heard(page, f"{stop.before}. {phrase('class', 'predict')} {stop.question}")


def test_on_the_wall_the_focus_is_never_lost_either(lesson_page: Page) -> None:
    page, stops = lesson_page, current_lesson().stops
    count = page.locator(".stop-count")
    walk: list[tuple[str, Callable[[], object], str]] = [
        ("open the list", lambda: press(count), "stop-item"),
        ("leave it by Escape", lambda: page.keyboard.press("Escape"), "stop-count"),
        ("open it again", lambda: press(count), "stop-item"),
        ("choose", lambda: press(page.locator(".stop-item").nth(len(stops) - 2)), "stop-count"),
        ("on to the end", lambda: to_the_end(page), "stop-count"),
        ("the first stop", lambda: press(page.locator("[data-act=previous]"), "Home"), "lesson-button"),
        ("back to the title", lambda: to_the_title(page), "stop-count"),
        ("blank", lambda: page.keyboard.press("b"), "blank"),
        ("and light again", lambda: page.keyboard.press("Escape"), "stop-count"),
        ("the quiz", lambda: page.keyboard.press("q"), "quiz"),
        ("leave it", lambda: page.keyboard.press("q"), "plain"),
        ("explore", lambda: leave_the_lesson(page), "plain"),
        ("another view", lambda: view_by_key(page), "stage"),
    ]
    lost = []
    for step, act, expected in walk:
        act()
        found = focus(page, expected)
        if expected not in found:
            lost.append(f"{step}: {found}, not {expected}")
    assert lost == []


def to_the_end(page: Page) -> None:
    forward = page.locator("[data-act=next]")
    while forward.is_enabled():
        at = page.locator("[data-atlas]").get_attribute("data-stop"), page.locator(".stop-title").inner_text()
        press(forward)
        page.wait_for_function(
            "([stop, title]) => document.querySelector('[data-atlas]').dataset.stop !== stop"
            " || document.querySelector('.stop-title').textContent !== title",
            arg=list(at),
        )


def to_the_title(page: Page) -> None:
    """From the first stop, over the questions before it and their answers."""
    for _ in range(1 + 2 * len(current_lesson().starter)):
        shown = page.locator(".cover").inner_text()
        press(page.locator("[data-act=previous]"))
        page.wait_for_function("(shown) => document.querySelector('.cover').innerText !== shown", arg=shown)


def leave_the_lesson(page: Page) -> None:
    page.locator("[data-act=next]").focus()
    page.keyboard.press("p")


def view_by_key(page: Page) -> None:
    page.locator(".stage").focus()
    page.keyboard.press("1")
    expect(page.locator("[data-atlas]")).to_have_attribute("data-view", "europe")


def test_on_the_wall_a_word_that_is_typed_moves_nothing_once_letters_are_off(lesson_page: Page) -> None:
    page, root = lesson_page, lesson_page.locator("[data-atlas]")
    page.keyboard.press("p")
    expect(root).to_have_attribute("data-layout", "projector")
    page.evaluate("heard.splice(0)")
    page.keyboard.press("l")
    heard(page, phrase("leading", "key_spot"))
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.locator(".help [name=choice-letters][value=off]").check()
    page.keyboard.press("Escape")
    page.keyboard.type("polish bonn")
    expect(root).to_have_attribute("data-layout", "projector")
    expect(page.locator(".spot")).to_be_hidden()
