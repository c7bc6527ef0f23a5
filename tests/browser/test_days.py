"""The picture of a day in the browser: every day of change, every statement on its day, and the ways to a day."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from asked import asked
from playwright.sync_api import Locator, Page, expect

from data.happenings import happenings
from data.headlines import spoken_on
from data.membership import status_on
from data.picture import Picture, days_that_differ, picture_on
from data.runs import day_number
from data.tables import current_tables
from data.vocabulary import Overlay
from data.words import browser_words
from geo.drawing.on_map import beyond
from geo.drawing.out_of_sight import is_elsewhere
from geo.drawing.views import VIEWS
from geo.publish.unbroken import with_whole_dates
from geo.wire.assets import ATLAS, Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]
Shown = dict[str, Any]

TABLES = current_tables()
FIRST, LAST = TABLES.first_day, TABLES.as_of
ONE_DAY = timedelta(days=1)
TURNS = days_that_differ(TABLES)
DAYS = sorted({*TURNS, *(day - ONE_DAY for day in TURNS if day > FIRST)})
"""Each day that may differ and the day before it, which must not."""
SOME_DAYS = [
    date.fromisoformat(day)
    for day in (
        *("1949-01-01", "1949-04-04", "1952-02-17", "1961-04-21", "1966-06-30", "1990-10-02", "1990-10-03"),
        *("1991-12-21", "2004-03-29", "2008-04-03", "2014-03-18", LAST.isoformat()),
    )
]
EVERY_LAYER = ",".join(json.loads(current_assets().file("facts.json").body)["layers"])
FILES = {view: json.loads(current_assets().file(f"{view}.json").body) for view in VIEWS}
DRAFTS = list(picture_on(LAST, TABLES).drafts)
SHOWN_ON_DEMAND = [str(overlay) for overlay in Overlay if overlay not in (Overlay.UNDRAWN, Overlay.DASHED)]
SHORT = browser_words()["short_name"]
LAND = browser_words()["land"]
STATEMENTS = list(TABLES.statements.itertuples())
DAY_OF = {row.id: max(FIRST, row.day) for row in STATEMENTS}
TO_THE_DAY = [row.id for row in STATEMENTS if len(row.date) == len("2008-04-03")]

MOUNT = """async ([html, views]) => {
  const json = async (name) => (await fetch(`./${name}.json`)).json();
  const {createAtlas} = await import('/atlas.mjs');
  await new Promise((onload) => document.head.append(
    Object.assign(document.createElement('link'), {rel: 'stylesheet', href: '/atlas.css', onload})));
  Object.assign(document.body.style, {margin: 0, height: '100vh'});
  const facts = await json('facts');
  const europe = await json('europe');
  const load = async (name) => name === 'europe' ? europe : json(name);
  globalThis.open = (search) => {
    document.body.innerHTML = html;
    const root = document.querySelector('[data-atlas]');
    const atlas = createAtlas(root, facts, europe, {views, load, search, keep: () => {}});
    return {root, atlas};
  };
}"""

UNITS = "[...root.querySelectorAll('path[data-unit]')].map(({dataset: {unit, status, state}}) => [unit, status, state])"

WALK = f"""async ([view, days, layers, drafts]) => {{
  if (!globalThis.walked?.root.isConnected) globalThis.walked = globalThis.open('');
  const {{root, atlas}} = globalThis.walked;
  const {{createPictures}} = await import('/core/pictures.mjs');
  const {{outOfSight}} = await import('/core/out_of_sight.mjs');
  await atlas.openView(view);
  const pictures = createPictures({{facts: atlas.facts, view: await (await fetch(`./${{view}}.json`)).json()}});
  const all = (selector) => [...root.querySelectorAll(selector)];
  const under = (name) => all(`[data-overlay="${{name}}"] [data-over]`).map(({{dataset}}) => dataset.over);
  const text = (selector) => root.querySelector(selector).textContent;
  // For want of room the map may have a number, and the list beside it the name.
  const numbered = () => new Map(all('[data-numbered] li:has(b)').map(({{firstChild, lastChild}}) => [
    firstChild.textContent, lastChild.textContent]));
  let last = {{}};
  return days.map((day) => {{
    atlas.store.set({{day, layers, draft: null}}, 'step');
    const listed = numbered();
    const {{away}} = outOfSight({{facts: atlas.facts, day, ...atlas.inSight()}});
    const shown = {{
      day: root.dataset.day,
      year: root.dataset.year,
      units: {UNITS},
      borders: all('path[data-border]').map((path) => [path.dataset.border, path.dataset.front ?? '',
        path.hasAttribute('hidden'), path.hasAttribute('data-dashed')]),
      fronts: all('.front-line:not([hidden])').map(({{dataset}}) => dataset.kind),
      over: Object.fromEntries(all('[data-overlay]').map(({{dataset: {{overlay}}}}) => [overlay, under(overlay)])),
      joined: all('.joined [data-outlined]').map(({{dataset}}) => dataset.outlined),
      wanted: Object.fromEntries(pictures.names(day).map(({{id, text}}) => [id, text])),
      names: all('text.name').map((name) => [...name.children].map(({{textContent}}) => textContent).join(' '))
        .map((name) => listed.get(name) ?? name),
      counts: Object.fromEntries(
        all('[data-legend] [data-count]').map(({{dataset: {{status, count}}}}) => [status, Number(count)])),
      figures: all('.figure-box > .figures:first-child strong').map(({{textContent}}) => textContent),
      title: [text('h1'), text('.detail')],
      away,
      headings: all('.overview h2').map(({{textContent}}) => textContent),
      spoken: root.querySelector('input[name=year]').getAttribute('aria-valuetext'),
      berlin: all('[data-berlin]:not([hidden])')
        .map(({{dataset}}) => 'covered' in dataset ? 'covered' : 'uncovered')[0] ?? null,
      nearest: all('.nearest-line').length,
      marks: all('svg g[data-statement]').map(({{dataset}}) => dataset.statement),
    }};
    const states = [...atlas.facts.units.values()].map((unit) => unit.on(day).state);
    const touched = JSON.stringify([states, drafts.map((draft) => atlas.facts.drafts.get(draft).touchedOn(day))]);
    // An article lays the names out anew: it is put on the map where its ground is not as on the day before.
    if (touched !== last.touched)
      last = {{touched, drafts: drafts.map((draft) => (atlas.store.set({{draft}}), under('draft')))}};
    shown.drafts = last.drafts;
    return shown;
  }});
}}"""

OPENED = f"""([ids, way]) => {{
  const walked = globalThis.open('');
  return ids.map((id) => {{
    const {{root, atlas}} = way === 'link' ? globalThis.open(`?statement=${{id}}`) : walked;
    if (way === 'act') atlas.openStatement(id);
    const card = root.querySelector('[data-card]')?.dataset.statement;
    const shown = [id, card, root.dataset.day, {UNITS}];
    if (way === 'link') atlas.stop();
    return shown;
  }});
}}"""

PUT = """(search) => {
  globalThis.put?.atlas.stop();
  globalThis.put = globalThis.open(search);
}"""


@pytest.fixture(scope="module")
def atlas_url(serve: Serve) -> Iterator[str]:
    """The atlas without Streamlit."""
    with serve(current_assets()) as url:
        yield url


@pytest.fixture(scope="module")
def bare(atlas_url: str, watched: Watched) -> Iterator[Page]:
    """A page with `open(search)`, which puts an atlas into it and gives it with its root."""
    with watched() as page:
        page.goto(f"{atlas_url}bare")
        page.evaluate(MOUNT, [(ATLAS / "atlas.html").read_text(encoding="utf-8"), list(VIEWS)])
        yield page


# ---------------------------------------------------------------------- every day, against the value in Python


TOO_SMALL_FOR_BERLIN = {"world"}
"""Views on which East Germany is, at this size of the window, too small for a dot in it."""


def said_by(day: date) -> set[str]:
    """The main statements of a year up to a day; those from before the first year belong to it."""
    in_year = (row for row in STATEMENTS if row.lean and DAY_OF[row.id].year == day.year)
    return {row.id for row in in_year if DAY_OF[row.id] <= day}


def expected_on(day: date, view: str, away: Sequence[str]) -> Shown:
    """What a view must show on a day, from the value that `data` gives; `away` are those of the news beyond its map."""
    picture, drawn = picture_on(day, TABLES), FILES[view]
    paths, borders = drawn["paths"], drawn["borders"]
    title = picture.headline.title
    fronts = {border: str(picture.front_of(border) or "") for border in borders}

    def is_within(key: str) -> bool:  # Kosovo to 2008: with no border drawn its name would stand on Serbia
        state = picture.units[key].state if key in picture.units else key
        return state != key and "|".join(sorted((key, state))) in borders

    def here(units: Sequence[str]) -> list[str]:
        return sorted(unit for unit in units if unit in paths)

    return {
        "day": day.isoformat(),
        "year": str(day.year),
        "units": [[unit, str(picture.units[unit].status), picture.units[unit].state] for unit in paths],
        "borders": [
            [border, fronts[border], picture.is_inner(border), picture.is_dashed(border)] for border in borders
        ],
        "fronts": sorted(filter(None, fronts.values())),
        "over": {**{name: here(picture.overlays[Overlay(name)]) for name in SHOWN_ON_DEMAND}, "over": [], "draft": []},
        "joined": here(picture.joined),
        "wanted": {key: picture.labels[key] for key in drawn["names"] if key in picture.labels and not is_within(key)},
        "counts": {str(status): count for status, count in picture.counts.items()},
        "figures": figures(picture),
        "title": [
            *map(with_whole_dates, (beyond(title) if is_elsewhere(picture, away) else title, picture.headline.detail))
        ],
        "heading": f"Status on {day.day} {day:%B %Y}",
        "spoken": spoken_on(day, TABLES),
        "berlin": picture.west_berlin if "DEU-EAST" in paths and view not in TOO_SMALL_FOR_BERLIN else None,
        "nearest": 2 if picture.measures else 0,
        "marks": sorted(said_by(day)),
        "drafts": [here(picture.drafts[draft].ground) for draft in DRAFTS],
    }


def figures(picture: Picture) -> list[str]:
    members = next(count for status, count in picture.counts.items() if str(status) == "member")
    return [str(members), f"+{picture.joined_count}" if picture.joined_count else "0"]


def in_order(shown: Shown) -> Shown:
    """What stands on the page, with what has no order of its own sorted, and without what is told apart below."""
    told = {name: value for name, value in shown.items() if name != "names"}
    return {
        **told,
        "wanted": {key: name for key, name in shown["wanted"].items() if key not in LAND},
        "fronts": sorted(shown["fronts"]),
        "over": {name: sorted(units) for name, units in shown["over"].items()},
        "joined": sorted(shown["joined"]),
        "marks": sorted(shown["marks"]),
        "drafts": [sorted(units) for units in shown["drafts"]],
        "heading": next((each for each in shown["headings"] if each.startswith("Status")), None),
    }


def differences(view: str, days: Sequence[date], walked: Sequence[Shown]) -> list[str]:
    """What the page shows otherwise than it must, in a line each."""
    found = []
    for day, shown in zip(days, walked, strict=True):
        got, must = in_order(shown), expected_on(day, view, shown["away"])
        for name, wanted in must.items():
            if got[name] != wanted:
                found.append(f"{view} {day} {name}: {unlike(got[name], wanted)}")
        wanted = set(must["wanted"].values())
        strangers = set(shown["names"]) - wanted - {SHORT.get(name) for name in wanted} - set(LAND.values())
        if strangers:
            found.append(f"{view} {day} names: {sorted(strangers)} stand there; none of them should")
    return found


def unlike(got: Any, wanted: Any) -> str:
    """Where two values differ: the entries of long lists that are not in both."""
    if isinstance(got, list) and isinstance(wanted, list):
        return f"{[one for one in got if one not in wanted][:3]} for {[one for one in wanted if one not in got][:3]}"
    return f"{got} for {wanted}"


def walk(bare: Page, view: str, days: Sequence[date]) -> list[Shown]:
    numbers = [day_number(day, TABLES) for day in days]
    shown: list[Shown] = asked(bare, WALK, [view, numbers, EVERY_LAYER, DRAFTS])
    return shown


@pytest.mark.parametrize(("view", "days"), [("europe", DAYS), ("world", TURNS)], ids=["europe", "world"])
def test_every_day_of_change_is_on_the_page_as_the_tables_have_it(bare: Page, view: str, days: Sequence[date]) -> None:
    walked = walk(bare, view, days)
    assert len(walked) == len(days) > 300
    assert differences(view, days, walked)[:20] == []


@pytest.mark.parametrize("view", VIEWS)
def test_some_days_are_so_in_every_view_and_in_any_order(bare: Page, view: str) -> None:
    days = [*SOME_DAYS, *reversed(SOME_DAYS)]
    assert differences(view, days, walk(bare, view, days))[:20] == []


def test_most_names_find_a_place_on_the_map(bare: Page) -> None:
    """Which of them do is a matter of room; an empty map would pass the walk."""
    for shown in walk(bare, "europe", SOME_DAYS):
        assert len(shown["names"]) > 0.3 * len(shown["wanted"])


# ---------------------------------------------------------------------- statements on their day


@pytest.mark.parametrize("way", ["link", "act"])
def test_each_statement_opens_on_its_day_over_the_map_of_that_day(bare: Page, way: str) -> None:
    assert len(TO_THE_DAY) > 130
    for id_, card, day, units in asked(bare, OPENED, [list(DAY_OF), way]):
        assert (id_, card, day) == (id_, id_, DAY_OF[id_].isoformat())
        assert_is_the_map_of(DAY_OF[id_], units)


def assert_is_the_map_of(day: date, units: list[tuple[str, str, str]]) -> None:
    table = status_on(day, TABLES)
    assert {unit: status for unit, status, _ in units} == table["status"].loc[[unit for unit, *_ in units]].to_dict()
    assert {unit: state for unit, _, state in units} == table["state"].loc[[unit for unit, *_ in units]].to_dict()
    assert len(units) > 50


CLICKED = [
    next(row.id for row in STATEMENTS if row.lean and row.id in TO_THE_DAY and row.date >= since)
    for since in ("1949-03", "1955", "1962", "1990", "1993", "1995", "1997", "1999", "2002", "2004", "2007", "2008-04")
] + ["2022-04-14-medvedev-baltic-nuclear"]


@pytest.mark.parametrize("by", ["list", "mark"])
@pytest.mark.parametrize("statement", CLICKED)
def test_a_click_opens_a_statement_on_its_day(bare: Page, statement: str, by: str) -> None:
    day = DAY_OF[statement]
    root = put(bare, f"?year={day.year}")
    if by == "list":
        root.locator(f'[data-open-statement="{statement}"]').click()
    elif root.locator(f'.badge [data-statement="{statement}"]').count():
        root.locator(f'.badge-target[data-holds~="{statement}"]').click()
        root.locator(f'[data-choose="{statement}"]').click()
    else:
        root.locator(f'svg g[data-statement="{statement}"]').click()
    expect(root.locator(f'[data-card][data-statement="{statement}"]')).to_be_visible()
    expect(root).to_have_attribute("data-day", day.isoformat())
    assert_is_the_map_of(day, root.evaluate(f"(root) => {UNITS}"))
    expect(root.locator(f'svg g[data-statement="{statement}"]')).to_have_attribute("data-selected", "true")


# ---------------------------------------------------------------------- the ways to a day

NAMED_DAY = "2008-04-03"


def opened(page: Page, url: str, query: str = "") -> Locator:
    page.goto(url + query)
    root = page.locator("[data-atlas]")
    expect(root).to_have_attribute("data-ready", "true")
    return root


def put(bare: Page, query: str) -> Locator:
    """An atlas at an address, in the page that has read all it needs; the one before is gone."""
    bare.evaluate(PUT, query)
    return bare.locator("[data-atlas]")


def on(root: Locator, day: str) -> None:
    expect(root).to_have_attribute("data-day", day)
    expect(root).to_have_attribute("data-year", day[:4])


def test_an_event_of_the_list_shows_its_day_and_the_way_back_its_years_end(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, "?year=2008")
    line = root.locator(".title-block .day")
    expect(line).to_be_hidden()
    root.locator(f'[data-event-day="{NAMED_DAY}"]').click()
    on(root, NAMED_DAY)
    expect(line).to_contain_text("3 April")
    root.get_by_role("button", name="→ 31 December").click()
    on(root, "2008-12-31")
    expect(line).to_be_hidden()


def test_every_event_leads_to_its_day(bare: Page) -> None:
    script = """() => {
      const {root, atlas} = globalThis.open('');
      const seen = [];
      for (const {day} of atlas.facts.years.values()) {
        atlas.store.set({day});
        for (const {dataset} of root.querySelectorAll('[data-event-day]')) {
          atlas.store.set({day});
          root.querySelector(`[data-event-day="${dataset.eventDay}"]`).click();
          seen.push([dataset.eventDay, root.dataset.day]);
        }
      }
      return seen;
    }"""
    seen = bare.evaluate(script)
    told = [row for row in TABLES.events.itertuples() if not row.after_as_of]
    days = {row.date: row.day.isoformat() for row in (*told, *happenings(TABLES))}
    assert {date_: day for date_, day in seen} == days


def test_the_arrows_go_to_year_ends_and_with_shift_to_days_of_change(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, f"?day={NAMED_DAY}")
    on(root, NAMED_DAY)
    for key, day in (
        ("ArrowRight", "2008-12-31"),
        ("Shift+ArrowRight", "2009-04-01"),
        ("ArrowLeft", "2008-12-31"),
        ("Shift+ArrowLeft", "2004-03-29"),
        ("ArrowLeft", "2003-12-31"),
        ("Shift+ArrowRight", "2004-03-29"),
        ("PageUp", "2013-12-31"),
    ):
        page.keyboard.press(key)
        on(root, day)


@pytest.mark.parametrize("typed", ["2008-04-03", "3.4.2008", "3 April 2008", "3 apr 2008"])
def test_a_day_may_be_typed(bare: Page, typed: str) -> None:
    root = put(bare, "?year=1999")
    field = root.locator("input[name=typed-year]")
    field.fill(typed)
    field.press("Enter")
    on(root, NAMED_DAY)
    field.blur()
    expect(field).to_have_value(NAMED_DAY)
    field.fill("2004")
    field.press("Enter")
    on(root, "2004-12-31")


def test_what_is_no_day_is_told(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, f"?day={NAMED_DAY}")
    field = root.locator("input[name=typed-year]")
    for typed in ("2008-02-30", "31.4.2008", "abc", "3 foo 2008"):
        field.fill(typed)
        field.press("Enter")
        expect(root.locator(".notices").get_by_text(f"“{typed}” is not a year or a day.")).to_have_count(1)
    for typed in ("1948-12-31", "1.1.2040", "5"):
        field.fill(typed)
        field.press("Enter")
        expect(root.locator(".notices").get_by_text(f"{typed} is outside it.")).to_have_count(1)
    expect(field).to_have_value(NAMED_DAY)
    on(root, NAMED_DAY)


def test_a_day_that_the_atlas_does_not_have_is_told_and_the_year_beside_it_holds(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, "?day=2008-02-30&year=2004")
    expect(root.locator(".notices").get_by_text("“2008-02-30”")).to_be_visible()
    on(root, "2004-12-31")


def test_a_card_of_a_statement_closes_when_the_day_moves_on(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, "?statement=2007-02-10-putin-munich")
    on(root, "2007-02-10")
    expect(root.locator("[data-card]")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    on(root, "2007-12-31")
    expect(root.locator("[data-card]")).to_have_count(0)


# ---------------------------------------------------------------------- all that follows the day


def test_the_address_the_table_and_the_spoken_line_follow_the_day(page: Page, atlas_url: str) -> None:
    root = opened(page, atlas_url, f"?day={NAMED_DAY}&country=UKR")
    said = spoken_on(date.fromisoformat(NAMED_DAY), TABLES)
    table = root.locator("[data-year-table]")
    expect(table.locator("caption")).to_have_text(f"Status of every country on 3 April 2008. {said}")
    expect(root.locator("[data-card]")).to_contain_text("On 3 April 2008:")
    page.keyboard.press("Shift+ArrowRight")
    on(root, "2009-04-01")
    page.wait_for_url(lambda url: "day=2009-04-01" in url and "year=" not in url and "country=UKR" in url)
    told = spoken_on(date(2009, 4, 1), TABLES)
    expect(root.get_by_role("status").get_by_text(told, exact=True)).to_be_attached()
    expect(table.locator("caption")).to_contain_text("1 April 2009")
    albania = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Albania", exact=True))
    expect(albania.get_by_role("cell").nth(1)).to_have_text("Member")


def test_cite_link_code_and_files_follow_the_day(page: Page, server: str) -> None:
    root = opened(page, server, f"?day={NAMED_DAY}")
    root.get_by_role("button", name="Cite").click()
    cited = root.get_by_role("dialog")
    expect(cited).to_contain_text("3 April 2008")
    expect(cited).to_contain_text(f"day={NAMED_DAY}")
    page.keyboard.press("Escape")
    with page.expect_request(lambda request: "/qr?" in request.url) as coded:
        root.locator('[data-take="open"]').click()
    assert f"day%3D{NAMED_DAY}" in coded.value.url
    assert f"day={NAMED_DAY}" in page.url
    expect(root.locator(".take-link")).to_have_value(re.compile(f"day={NAMED_DAY}"))
    for kind in ("png", "svg"):
        with page.expect_download() as download:
            root.locator(f'dialog [data-take="{kind}"]').click()
        assert download.value.suggested_filename == f"eastward-{NAMED_DAY}-europe.{kind}"


# ---------------------------------------------------------------------- what belongs together


def test_a_click_on_crimea_opens_whose_card_it_is_on_the_day(page: Page, atlas_url: str) -> None:
    for year, card in ((2004, "UKR"), (2015, "UKR-CRIMEA")):
        root = opened(page, atlas_url, f"?year={year}")
        script = "(path, [x, y]) => new DOMPoint(x, y).matrixTransform(path.getScreenCTM()).toJSON()"
        anchor = FILES["europe"]["anchors"]["UKR-CRIMEA"][:2]
        at = root.locator('path[data-unit="UKR-CRIMEA"]').evaluate(script, anchor)
        page.mouse.click(at["x"], at["y"])
        expect(root.locator("[data-card]")).to_have_attribute("data-unit", card)


@pytest.mark.parametrize(
    ("day", "country", "units"),
    [
        ("2008-04-03", "UKR", "UKR UKR-CRIMEA"),
        ("2024-01-01", "UKR", "UKR UKR-CRIMEA"),
        ("1990-10-02", "DEU", "DEU"),
        ("1990-10-03", "DEU", "DEU DEU-EAST"),
        ("2008-04-03", "GEO", "GEO GEO-ABKHAZIA GEO-SOUTH-OSSETIA"),
        ("2008-04-03", "MDA", "MDA MDA-TRANSNISTRIA"),
    ],
)
def test_an_outline_encloses_all_units_of_the_country(bare: Page, day: str, country: str, units: str) -> None:
    root = put(bare, f"?day={day}&country={country}")
    expect(root.locator(f'[data-outline="{country}"][data-units]')).to_have_attribute("data-units", units)


def test_the_dots_of_the_union_lie_over_the_east_of_germany_from_its_accession(bare: Page) -> None:
    before, after = walk(bare, "europe", [date(1990, 10, 2), date(1990, 10, 3)])
    assert [("DEU-EAST" in shown["over"]["eu"]) for shown in (before, after)] == [False, True]
