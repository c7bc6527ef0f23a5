"""The key in the browser: the rows of the cases, and on the page just what the stage shows."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from data.called import bare, called_on
from data.picture import days_that_differ
from data.runs import day_number
from data.tables import current_tables
from data.timeline import picture_day
from data.words import words
from geo.drawing.key import key_rows
from geo.drawing.number_rows import Listed, with_numbers
from geo.drawing.on_a_map import OnMap
from geo.wire.assets import ATLAS, Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]

TABLES = current_tables()
FACTS = json.loads(current_assets().file("facts.json").body)
CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "cases" / "key.json").read_text(encoding="utf-8")
)
YEARS = (1949, 1952, 1955, 1968, 1974, 1982, 1990, 1992, 1999, 2004, 2008, 2014, 2022, 2026)
LAYERS = ("", "front,statements,names", "front,forces,csto,eu,command,area,nearest", "statements,eu,names")
VIEWS = ("europe", "balkans", "world")

MOUNT = """async ([html, views]) => {
  const json = async (name) => (await fetch(`./${name}.json`)).json();
  const {createAtlas} = await import('/atlas.mjs');
  await new Promise((onload) => document.head.append(
    Object.assign(document.createElement('link'), {rel: 'stylesheet', href: '/atlas.css', onload})));
  Object.assign(document.body.style, {margin: 0, height: '100vh'});
  document.body.innerHTML = html;
  const [facts, europe] = [await json('facts'), await json('europe')];
  const load = async (name) => name === 'europe' ? europe : json(name);
  const root = document.querySelector('[data-atlas]');
  globalThis.root = root;
  globalThis.atlas = createAtlas(root, facts, europe, {views, load, search: '', keep: () => {}});
}"""

WALK = """async ([view, days, layerings, hatches]) => {
  await atlas.openView(view);
  // A stage that is new on the page is told its size with the next frame.
  for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  const stage = root.querySelector('.stage');
  const edge = () => stage.getBoundingClientRect();
  const rim = 1 / 600; // of the stage's width: a sliver of ground or of a border there needs no row
  const seen = (selector, less = 0) => [...stage.querySelectorAll(selector)].filter((node) => {
    const {left, right, top, bottom, width, height} = node.getBoundingClientRect();
    const box = edge();
    if (getComputedStyle(node).display === 'none') return false;
    const by = less * box.width;
    return width + height > 0 && right > box.left + by && left < box.right - by && bottom > box.top + by
      && top < box.bottom - by;
  });
  const set = (nodes, read) => new Set(nodes.map(read));
  const faults = [];
  for (const layers of layerings) for (const day of days) {
    atlas.store.set({day, layers}, 'step');
    const folded = seen('.badge');
    const drawn = new Set([
      ...set(seen('.mark .glyph'), ({dataset}) => dataset.stance),
      ...set(seen('.force .force-sign'), ({dataset}) => dataset.sign),
      ...set(seen('.force .force-sign'), ({dataset}) => `camp_${dataset.camp}`),
      ...seen('.force[data-crowd]').flatMap(({dataset}) => dataset.crowd.split(' '))
        .map((id) => atlas.facts.forces[id]).flatMap(({sign, camp}) => [sign, `camp_${camp}`, 'crowd']),
      ...set(seen('.fronts .front-line:not([hidden])', rim), ({dataset}) => `front_${dataset.kind}`),
      ...hatches.filter((name) => seen(`:is([data-overlay="${name}"], [data-lone-of="${name}"]) path`, rim).length),
      ...(seen('.joined [data-outlined]').length ? ['joined'] : []),
      ...(seen('.focus [data-outlined]').length ? ['outlined'] : []),
      ...(seen('.borders path[data-dashed]:not([hidden])', rim).length ? ['dashed'] : []),
      ...(seen('.mark .contested-ring').length ? ['contested'] : []),
      ...(folded.length ? ['badge'] : []),
      ...(seen('.tag').length ? ['said'] : []),
      ...(seen('.pin').length ? ['pin'] : []),
      ...(stage.querySelector('.nearest-line') ? ['nearest'] : []),
      ...seen('[data-berlin]').map(({dataset}) => 'covered' in dataset ? 'west_berlin' : 'west_berlin_uncovered'),
    ]);
    // Land that is nobody's is a fill: test_key_of_land.py says when it has a row. Who is beyond is on no map.
    const key = [...root.querySelectorAll('[data-key] [data-sign]:not([data-nothing])')]
      .map(({dataset}) => dataset.sign)
      .filter((sign) => !['land', 'here', 'edge', 'away', 'undrawn'].includes(sign));
    const wrong = [...key.filter((sign) => !drawn.has(sign)).map((sign) => `+${sign}`),
      ...[...drawn].filter((sign) => !key.includes(sign)).map((sign) => `-${sign}`)];
    if (wrong.length || new Set(key).size !== key.length) faults.push([root.dataset.year, layers, ...wrong]);
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def page(serve: Serve, watched: Watched) -> Iterator[Page]:
    with serve(current_assets()) as url, watched() as opened:
        opened.goto(f"{url}bare")
        opened.evaluate(MOUNT, [(ATLAS / "atlas.html").read_text(encoding="utf-8"), list(VIEWS)])
        yield opened


def test_the_rows_are_those_of_the_cases(page: Page) -> None:
    script = """async ([cases, facts]) => {
      const {keyRows} = await import('/core/key.mjs');
      const told = ({told, about, ...row}) => ({...row, ...(told && {told}), ...(about && {about})});
      return cases.map(({on_map}) => keyRows(on_map, facts).map(told));
    }"""
    orders = {name: FACTS[name] for name in ("statuses", "glyphs", "force_signs", "camp_bars", "layers", "hatches")}
    assert page.evaluate(script, [CASES, orders]) == [case["rows"] for case in CASES]


def test_the_numbers_on_a_map_have_their_rows_where_the_servers_pictures_have_them(page: Page) -> None:
    script = """async (cases) => {
      const {rowsBeforeNumbers} = await import('/core/key.mjs');
      return cases.map(rowsBeforeNumbers);
    }"""
    rows = [key_rows(OnMap(**case["on_map"])) for case in CASES]
    told = [[{"sign": str(row.sign), "count": row.count} for row in each] for each in rows]
    numbered = [with_numbers(each, [Listed("1", "Slovenia", joined=False)]) for each in rows]
    begins = [next(i for i, row in enumerate(each) if row.is_lead) for each in numbered]
    assert page.evaluate(script, told) == begins
    assert len(set(begins)) > 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_sign_of_the_key_stands_on_the_stage_and_the_other_way_round(page: Page, view: str) -> None:
    days = [day_number(picture_day(year, TABLES), TABLES) for year in YEARS]
    assert page.evaluate(WALK, [view, days, LAYERS, list(FACTS["hatches"])]) == []


def test_whom_the_headline_is_about_and_who_is_not_on_the_map_is_named_in_the_key(page: Page) -> None:
    page.evaluate("atlas.openView('baltic')")
    key = page.locator("[data-key]")
    for year, rows in (
        (1982, {"away": "In this year’s news, beyond this map: Spain"}),
        (
            2004,
            {
                "joined": "Joined this year",
                "away": "In this year’s news, beyond this map: Bulgaria, Romania, Slovakia, Slovenia",
            },
        ),
        (
            1992,
            {
                "here": "In this year’s news: Russia",
                "away": "In this year’s news, beyond this map: Armenia, Kazakhstan, Kyrgyzstan, Tajikistan, Uzbekistan",
            },
        ),
        # Belgium reaches in and has a name or a place in the list; of France a corner is seen.
        (1966, {"edge": "In this year’s news, at the edge of this map: France"}),
        (2023, {"joined": "Joined this year"}),
    ):
        day = day_number(picture_day(year, TABLES), TABLES)
        page.evaluate("(day) => atlas.store.set({day, layers: 'front', statement: null}, 'step')", day)
        for sign in ("joined", "here", "edge", "away"):
            expect(key.locator(f'[data-sign="{sign}"]')).to_have_text([rows[sign]] if sign in rows else [])


def test_who_is_named_among_the_members_beyond_is_not_named_twice(page: Page) -> None:
    page.evaluate("atlas.openView('europe')")
    day = day_number(picture_day(1949, TABLES), TABLES)
    page.evaluate("(day) => atlas.store.set({day, layers: 'front', statement: null}, 'step')", day)
    expect(page.locator("[data-beyond]")).to_have_text(["Canada", "United States"])
    expect(page.locator("[data-key] [data-sign=front_russia]")).to_be_visible()
    expect(page.locator("[data-key] [data-sign=away]")).to_have_count(0)
    expect(page.locator(".title-block .key-place").last).to_have_text(
        "In this year’s news, beyond this map: Canada, United States"
    )


def test_a_hand_that_drags_never_sees_what_is_beyond_said_of_another_day(page: Page) -> None:
    """Members of 1951 are all beyond the map of the Black Sea, some of 1952 are on it, and Spain is beyond it."""
    page.evaluate("atlas.openView('black_sea')")
    days = [day_number(picture_day(year, TABLES), TABLES) for year in (1951, 1952, 1951, 1982)]
    told = page.evaluate(
        """async (days) => {
          const frame = () => new Promise(requestAnimationFrame);
          const text = (selector) => root.querySelector(selector).textContent;
          const seen = [];
          for (const day of days) {
            atlas.store.set({day}, 'drag');
            await frame(); // what the hand does is painted with the next,
            seen.push([text('[data-legend] [data-status=member] .legend-label'),
              root.querySelector('.title-block .key-row[data-status=member]').hidden,
              [...root.querySelectorAll('.title-block .key-place')].at(-1).textContent]);
          }
          return seen;
        }""",
        days,
    )
    beyond = ["Member (beyond this map)", True]
    assert [each[:2] for each in told] == [beyond, ["Member", False], beyond, ["Member", False]]
    assert [each[2] for each in told][-1] == "In this year’s news, beyond this map: Spain"


def test_what_is_out_of_sight_has_no_row(page: Page) -> None:
    page.evaluate("atlas.openView('europe')")
    day = day_number(picture_day(1988, TABLES), TABLES)
    page.evaluate("(day) => atlas.store.set({day, layers: 'front', statement: null}, 'step')", day)
    key = page.locator("[data-key]")
    expect(key.locator('[data-sign="front_russia"]')).to_have_count(1)
    for _ in range(2):
        page.locator(".tools .tool").first.click()
    expect(key.locator('[data-sign="front_russia"]')).to_have_count(0)
    expect(key.locator('[data-sign="front_bloc"]')).to_have_count(1)


def test_a_status_nobody_has_takes_no_room_but_the_row_the_reader_is_at_stays(page: Page) -> None:
    def to_year(year: int) -> None:
        page.evaluate("(day) => atlas.store.set({day}, 'step')", day_number(picture_day(year, TABLES), TABLES))

    row = page.locator('[data-legend] [data-status="partner"][data-count]')
    to_year(2004)
    expect(row).to_be_visible()
    row.click()
    to_year(1955)
    expect(row).to_be_visible()
    row.click()
    expect(row).to_have_attribute("aria-pressed", "false")
    expect(row).to_be_visible()
    page.locator("input[name=year]").focus()
    expect(row).to_be_hidden()


def test_the_legend_calls_a_status_by_the_day_and_spells_out_what_stands_in_it_alone(page: Page) -> None:
    row = page.locator('[data-legend] [data-status="partner"][data-count]')
    for year, terms in ((1992, "nacc"), (1996, "nacc pfp"), (1998, "pfp eapc"), (1992, "nacc")):
        day = picture_day(year, TABLES)
        page.evaluate("(day) => atlas.store.set({day, layers: ''}, 'step')", day_number(day, TABLES))
        expect(row.locator(".legend-label")).to_have_text(called_on(day, TABLES)["partner"].label)
        expect(row).to_have_attribute("data-terms", terms)


def test_the_browser_calls_every_status_as_the_tables_do(page: Page) -> None:
    days = days_that_differ(TABLES)
    script = "(days) => days.map((day) => atlas.facts.statuses.map((s) => Object.values(atlas.facts.calledOn(s, day))))"
    found = page.evaluate(script, [day_number(day, TABLES) for day in days])
    always = {status: (told["label"], told["explain"], bare(status)) for status, told in words()["status"].items()}
    for day, told in zip(days, found, strict=True):
        by_day = {status: astuple(each) for status, each in called_on(day, TABLES).items()}
        assert [tuple(each) for each in told] == [by_day.get(status, always[status]) for status in FACTS["statuses"]]
