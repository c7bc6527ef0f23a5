"""What is laid over the map or its headline on demand: draft articles, one side's words; and the citation of a view."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from heard import faults
from playwright.sync_api import Locator, Page, expect

from data.captions import VOICES, caption, voices
from data.citation import STYLES, citation, title_of
from data.drafts import affected, articles
from data.headlines import headline, spoken
from data.tables import current_tables
from data.timeline import picture_day, segment_on
from data.vocabulary import UnitKind
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]

TABLES = current_tables()
LAST = TABLES.last_year
YEARS = range(TABLES.first_year, LAST + 1)
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 90_000  # the world is drawn when it is first asked for
STATEMENT = "2021-12-17-draft-nato-agreement"

SET_YEAR = """(root, year) => {
  const typed = root.querySelector('input[name=typed-year]');
  typed.value = year;
  typed.dispatchEvent(new Event('change', {bubbles: true}));
}"""
HATCHED = "(root) => [...root.querySelectorAll('[data-overlay=draft] [data-over]')].map(({dataset}) => dataset.over)"
UNTOUCHED = """(root) => ({
  units: [...root.querySelectorAll('path[data-unit]')].map(({dataset: {unit, status, state}}) => [unit, status, state]),
  legend: [...root.querySelectorAll('[data-legend] [data-count]')].map(({dataset}) => [dataset.status, dataset.count]),
  over: [...root.querySelectorAll('[data-overlay]:not([data-overlay=draft]) [data-over]')]
    .map(({dataset}) => dataset.over),
  spoken: root.querySelector('input[name=year]').getAttribute('aria-valuetext'),
  table: root.querySelector('[data-year-table]').textContent,
})"""


def opened(page: Page, server: str, query: str) -> Locator:
    page.goto(server + query)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
    expect(root.locator("[data-year-table] caption")).to_contain_text(str(root.get_attribute("data-year")))
    return root


def set_year(root: Locator, year: int) -> None:
    root.evaluate(SET_YEAR, year)
    expect(root).to_have_attribute("data-year", str(year))


def ground(id_: str, year: int) -> set[str]:
    """The countries an article touches, with the parts and dependencies of those states that share their status."""
    day = picture_day(year, TABLES)
    touched = affected(id_, day, TABLES)
    parts = {row.unit: (row.kind, segment_on(TABLES, row.unit, day)) for row in TABLES.units.itertuples()}
    states = {(parts[unit][1].state, parts[unit][1].status) for unit in touched}
    return set(touched) | {
        unit for unit, (kind, part) in parts.items() if kind != UnitKind.COUNTRY and (part.state, part.status) in states
    }


# ---------------------------------------------------------------------- draft articles


@pytest.fixture(scope="module")
def plain(serve: Callable[[Assets], AbstractContextManager[str]]) -> Iterator[str]:
    """The atlas without Streamlit: quicker to open, and the same modules."""
    with serve(current_assets()) as url:
        yield url


@pytest.fixture(scope="module")
def world(watched: Watched, server: str) -> Iterator[Locator]:
    """The world with every layer and one side's words on."""
    every = "front,nearest,statements,names,csto,eu,command,area"
    with watched() as page:
        yield opened(page, server, f"?view=world&year=2021&draft=us-4&words=moscow&layers={every}")


@pytest.mark.parametrize("article", [article.id for article in articles(TABLES)])
def test_the_hatch_covers_in_every_year_whom_the_article_touches(article: str, world: Locator) -> None:
    world.locator(f"input[name=draft][value={article}]").evaluate("(radio) => radio.click()")
    drawn = set(world.locator("path[data-unit]").evaluate_all("(paths) => paths.map(({dataset}) => dataset.unit)"))
    for year in (*range(YEARS.start, LAST, 5), 1990, 1991, 2021, 2022, LAST):
        world.evaluate(SET_YEAR, year)
        assert set(world.evaluate(HATCHED)) == ground(article, year) & drawn, year


def test_a_step_through_all_years_with_everything_on_leaves_no_complaint(world: Locator) -> None:
    for year in YEARS:
        world.evaluate(SET_YEAR, year)
    expect(world).to_have_attribute("data-year", str(LAST))


@pytest.mark.parametrize("year", [2021, LAST])
def test_an_address_brings_an_article_and_says_what_it_is(page: Page, plain: str, year: int) -> None:
    root = opened(page, plain, f"?draft=nato-4&year={year}")
    drawn = set(root.locator("path[data-unit]").evaluate_all("(paths) => paths.map(({dataset}) => dataset.unit)"))
    assert set(root.evaluate(HATCHED)) == ground("nato-4", year) & drawn
    note = root.locator("[data-draft-note]")
    row = next(article for article in articles(TABLES) if article.id == "nato-4")
    expect(note).to_contain_text("Article 4")
    expect(note).to_contain_text(row.demand)
    expect(note).to_contain_text(f"In {year} it touches {14 if year == 2021 else 16}: Albania, Bulgaria,")
    note.locator("summary").click()
    expect(note.get_by_text(row.note)).to_be_visible()
    expect(note.locator(".sources li")).to_have_count(len(row.sources))
    note.get_by_role("button", name="The statement that published it").click()
    expect(root.locator(f'[data-card][data-statement="{STATEMENT}"]')).to_be_visible()


def test_before_there_was_anybody_to_touch_the_note_says_none(page: Page, plain: str) -> None:
    root = opened(page, plain, "?draft=us-4&year=1970")
    expect(root.locator("[data-draft-note]")).to_contain_text("In 1970 it touches none.")
    assert root.evaluate(HATCHED) == []


def test_crimea_is_hatched_with_ukraine(page: Page, plain: str) -> None:
    root = opened(page, plain, "?draft=us-4&year=2021")
    assert {"UKR", "UKR-CRIMEA", "GEO", "GEO-ABKHAZIA"} <= set(root.evaluate(HATCHED))


def test_an_article_touches_nothing_but_its_hatch(page: Page, plain: str) -> None:
    root = opened(page, plain, "?year=2021&layers=csto,eu")
    before = root.evaluate(UNTOUCHED)
    root.locator("summary").first.click()
    root.get_by_role("radio", name="Draft with NATO, Article 6: no enlargement").check()
    expect(root.locator("[data-overlay=draft] [data-over=UKR]")).to_have_count(1)
    assert root.evaluate(UNTOUCHED) == before


def test_the_menu_and_the_address_agree(page: Page, plain: str) -> None:
    root = opened(page, plain, "?year=2021")
    expect(root.locator("[data-draft-note]")).to_be_hidden()
    root.locator("summary").first.click()
    articles_of = root.get_by_role("group", name="Draft articles of December 2021")
    expect(articles_of.get_by_role("radio")).to_have_count(9)
    expect(articles_of.get_by_role("radio", name="None")).to_be_checked()
    articles_of.get_by_role("radio", name="Draft with NATO, Article 4: forces as of 1997").check()
    page.wait_for_url(lambda url: "draft=nato-4" in url)
    page.reload()
    expect(root.locator("[data-overlay=draft] [data-over=POL]")).to_have_count(1)
    root.locator("summary").first.click()
    articles_of.get_by_role("radio", name="None").check()
    page.wait_for_url(lambda url: "draft" not in url)
    expect(root.locator("[data-overlay=draft] [data-over]")).to_have_count(0)
    expect(root.locator("[data-draft-note]")).to_be_hidden()


@pytest.mark.parametrize(("name", "value"), [("draft", "nato-8"), ("draft", "__proto__"), ("words", "constructor")])
def test_what_the_atlas_does_not_have_is_dropped_with_a_notice(page: Page, plain: str, name: str, value: str) -> None:
    root = opened(page, plain, f"?year=2021&{name}={value}")
    expect(root.get_by_role("status").filter(has_text=f"“{value}”")).to_be_visible()
    page.wait_for_url(lambda url: f"{name}=" not in url)
    assert root.evaluate(HATCHED) == []
    expect(root.locator("h1")).to_have_text(headline(2021).title)


# ---------------------------------------------------------------------- one side's words


@pytest.mark.parametrize("voice", voices(TABLES), ids=VOICES)
def test_a_side_changes_the_caption_and_nothing_else(page: Page, plain: str, voice: Any) -> None:
    root = opened(page, plain, "?year=2004")
    expect(root.locator("[data-voice-box]")).to_be_hidden()
    before = root.evaluate(UNTOUCHED)
    root.locator("summary").first.click()
    root.get_by_role("radio", name=voice.name).check()
    line = caption(voice, picture_day(2004, TABLES), TABLES)
    expect(root.locator("h1")).to_have_text(line.title)
    expect(root.locator(".detail")).to_have_text(line.detail)
    page.wait_for_url(lambda url: f"words={voice.id}" in url)
    assert root.evaluate(UNTOUCHED) == before
    assert before["spoken"] == spoken(2004)
    box = root.locator("[data-voice-box]")
    expect(box).to_contain_text(voice.name)
    expect(box).to_contain_text(headline(2004).title)
    expect(box).to_contain_text(f"between {voice.years[0]} and {voice.years[1]}")
    expect(box.locator("dt")).to_have_count(len(voice.used_in("eastward")))
    first = voice.used_in("eastward")[0]
    box.get_by_role("button").first.click()
    expect(root.locator(f'[data-card][data-statement="{first.statement}"]')).to_be_visible()


def test_a_year_for_which_a_side_has_no_words_keeps_the_neutral_headline(page: Page, plain: str) -> None:
    root = opened(page, plain, "?year=2022&words=moscow")
    expect(root.locator("h1")).to_have_text(headline(2022).title)
    expect(root.locator(".whose-words")).to_be_hidden()
    expect(root.locator("[data-voice-box]")).to_contain_text("no words of this side")
    set_year(root, 1949)
    expect(root.locator(".whose-words")).to_have_text("In Moscow’s words")
    expect(root.locator("h1")).to_have_text("An aggressive treaty aimed at the Soviet Union")
    expect(root.locator("[data-voice-box]")).to_contain_text("our paraphrase of: Soviet government, 1949")


# ---------------------------------------------------------------------- the citation


def cited(root: Locator, style: str) -> str:
    return root.locator(f"[data-citation={style}]").text_content() or ""


def check_citation(root: Locator, title: str) -> None:
    """Every style is what Python writes for the same view; at midnight the day may have changed."""
    now = datetime.now().astimezone(UTC).date()
    days = [now + timedelta(days=shift) for shift in (-1, 0, 1)]
    path = f"?{urlsplit(root.page.url).query}"
    for style in STYLES:
        assert cited(root, style) in [citation(style, title, path, day, TABLES) for day in days]


def test_a_view_is_cited_with_its_edition_and_where_it_stands_in_the_atlas(page: Page, plain: str) -> None:
    root = opened(page, plain, "?year=2004&words=nato&draft=nato-4")
    root.get_by_role("button", name="Cite", exact=True).click()
    dialog = root.get_by_role("dialog", name="Cite this view")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Seven countries join")
    check_citation(root, title_of("Europe in 2004"))
    assert "127.0.0.1" not in dialog.inner_text()
    for part in (f"Edition {TABLES.version}", "draft=nato-4", "words=nato", "year=2004"):
        assert part in cited(root, "apa")
        assert part.lower() in cited(root, "iso690").lower()
    page.keyboard.press("ArrowRight")
    expect(root).to_have_attribute("data-year", "2004")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(root.get_by_role("button", name="Cite", exact=True)).to_be_focused()


def test_an_instance_with_an_address_is_cited_with_it(
    page: Page, serve: Callable[[Assets], AbstractContextManager[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EASTWARD_URL", "https://atlas.example.org/eastward")
    with serve(Assets(TABLES)) as url:
        root = opened(page, url, "?year=2004")
        root.get_by_role("button", name="Cite", exact=True).click()
        check_citation(root, title_of("Europe in 2004"))
        assert ", from https://atlas.example.org/eastward/?year=2004" in cited(root, "apa")


def test_an_open_statement_is_cited_as_its_row_after_its_own_source(page: Page, plain: str) -> None:
    root = opened(page, plain, f"?statement={STATEMENT}")
    root.get_by_role("button", name="Cite", exact=True).click()
    check_citation(root, title_of("Russian Foreign Ministry, 17 December 2021", f"statements/{STATEMENT}"))
    expect(root.locator(".cite-sources")).to_contain_text("Interfax-Ukraine")


def test_an_open_country_is_cited_as_its_row(page: Page, plain: str) -> None:
    root = opened(page, plain, "?year=2004&country=POL")
    root.get_by_role("button", name="Cite", exact=True).click()
    check_citation(root, title_of("Poland in 2004", "units/POL"))
    expect(root.locator(".cite-sources")).to_be_hidden()


@pytest.mark.parametrize("clipboard", [True, False], ids=["clipboard", "fallback"])
def test_copying_says_so(watched: Watched, plain: str, clipboard: bool) -> None:
    with watched(alone=not clipboard, permissions=["clipboard-read", "clipboard-write"]) as page:
        if not clipboard:
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        root = opened(page, plain, "?year=1999")
        root.get_by_role("button", name="Cite", exact=True).click()
        root.evaluate("() => { globalThis.copied = ''; document.addEventListener('copy', () => (copied = 'asked')); }")
        button = root.get_by_role("button", name="Copy the citation in APA")
        button.click()
        expect(root.get_by_role("status").filter(has_text="Copied: APA.")).to_be_visible()
        expect(button).to_be_focused()
        if clipboard:
            assert page.evaluate("navigator.clipboard.readText()") == cited(root, "apa")
        else:
            assert page.evaluate("copied") == "asked"


# ---------------------------------------------------------------------- for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_menu_notes_and_dialog_are_accessible(watched: Watched, server: str, scheme: str) -> None:
    with watched(color_scheme=scheme, painted=True) as page:
        root = opened(page, server, "?draft=us-7&words=moscow&year=2004")
        root.locator("summary").first.click()
        root.evaluate("(root) => { root.id = 'root'; root.getRootNode().host.id = 'host'; }")
        inside = {"include": [{"fromShadowDom": ["#host", "#root"]}]}
        for _ in range(2):
            assert faults(page, context=inside, grave=True) == []
            page.keyboard.press("Escape")
            root.get_by_role("button", name="Cite", exact=True).click()


def test_on_a_phone_every_row_of_the_menu_can_be_reached(watched: Watched, plain: str) -> None:
    with watched(viewport=PHONE) as page:
        root = opened(page, plain, "?year=2021&words=moscow")
        root.locator(".tool-fold").click()
        root.locator("summary").first.click()
        last = root.get_by_role("radio", name="Draft with NATO, Article 7: no activity in the east")
        last.scroll_into_view_if_needed()
        last.check()
        page.wait_for_url(re.compile("draft=nato-7"))
        assert root.evaluate("(root) => root.scrollWidth <= root.clientWidth")
