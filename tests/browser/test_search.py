"""The search on the map: what it finds, how it is worked, and the sentence that a card begins with."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from data.cards import Card, cards
from data.dates import OPEN_END, first_day, spelled_as_given
from data.names import Names, state_names
from data.rounds import rounds
from data.runs import day_number
from data.tables import current_tables
from data.timeline import segment_on
from data.vocabulary import Status, UnitKind
from data.words import phrase, words
from geo.wire.assets import ATLAS, Assets, current_assets

pytestmark = pytest.mark.unpainted

Watched = Callable[..., AbstractContextManager[Page]]
Serve = Callable[[Assets], AbstractContextManager[str]]

TABLES = current_tables()
DAYS = (date(1949, 12, 31), date(1962, 7, 3), date(1990, 10, 3), date(2004, 12, 31), TABLES.as_of)
JOINED = {"joined", "in_force_founder"}
FIRST_ANSWERS = (
    *[("Türkiye", "country", "TUR"), ("Turkei", "country", "TUR"), ("turkey", "country", "TUR")],
    *[("Deutschland", "country", "DEU"), ("Germnay", "country", "DEU"), ("Allemagne", "country", "DEU")],
    *[("Ungheria", "country", "HUN"), ("Magyarorszag", "country", "HUN"), ("Polska", "country", "POL")],
    *[("Polnd", "country", "POL"), ("Geogria", "country", "GEO"), ("საქართველო", "country", "GEO")],
    *[("Украина", "country", "UKR"), ("ukrain", "country", "UKR"), ("Suomi", "country", "FIN")],
    *[("Byelorussia", "country", "BLR"), ("Ελλάδα", "country", "GRC"), ("Holland", "country", "NLD")],
    *[("the Netherlands", "country", "NLD"), ("Österreich", "country", "AUT"), ("Great Britain", "country", "GBR")],
    *[("Trucial States", "country", "ARE"), ("USSR", "state", "RUS"), ("UdSSR", "state", "RUS")],
    *[("Jugoslawien", "state", "SRB"), ("East Germany", "state", "DEU-EAST"), ("DDR", "state", "DEU-EAST")],
    *[("Czechoslovakia", "state", "CZE"), ("When did Georgia apply?", "path", "GEO")],
    *[("when did swden aplied", "path", "SWE"), ("Finland joined NATO", "path", "FIN")],
    *[("Putin", "speaker", "Vladimir Putin"), ("Gorbachov", "speaker", "Mikhail Gorbachev")],
    *[("Jelzin", "speaker", "Boris Yeltsin"), ("serious provocation", "statement", "2007-02-10-putin-munich")],
    *[("1999", "year", "1999"), ("3 April 2008", "day", "3 April 2008"), ("2008-04-03", "day", "3 April 2008")],
    *[("PfP", "term", "pfp"), ("what is MAP", "term", "map"), ("Partnership for Peace", "term", "pfp")],
    *[("frontier", "page", "frontier"), ("red lines", "page", "red_lines"), ("Balkans", "view", "balkans")],
)

MAKE = """async (facts) => {
  const [{createFind}, {createAnswers}, {indexFacts}, {word}] = await Promise.all(
    ['core/find', 'core/answer', 'core/facts', 'core/words'].map((name) => import(`/${name}.mjs`)));
  const data = await (await fetch('/search.json')).json();
  const indexed = indexFacts(facts);
  const t = (key, values) => word(indexed.words, key, values);
  const views = Object.keys(indexed.words.view);
  const {find} = createFind({facts: indexed, t, data, views});
  const answer = createAnswers({facts: indexed, t});
  Object.assign(globalThis, {find, answer, now: indexed.yearEnd(indexed.last)});
}"""
FIRSTS = "(typed) => typed.map((each) => find(each, now).answers[0]).map((one) => one && [one.kind, one.id])"
SHOWN = "(typed) => typed.map((each) => find(each, now).answers.slice(0, 3).map(({id}) => id))"


@pytest.fixture(scope="module")
def made(serve: Serve, watched: Watched) -> Iterator[Page]:
    """An empty page with the search and the sentences of the cards, made once."""
    with serve(current_assets()) as url, watched() as page:
        page.goto(f"{url}bare")
        page.evaluate(MAKE, json.loads(current_assets().file("facts.json").body))
        yield page


def test_what_is_typed_finds_what_is_meant(made: Page) -> None:
    firsts = made.evaluate(FIRSTS, [typed for typed, *_ in FIRST_ANSWERS])
    found = [(typed, *(first or ("", ""))) for (typed, *_), first in zip(FIRST_ANSWERS, firsts, strict=True)]
    assert len(found) >= 40
    assert found == list(FIRST_ANSWERS)


def test_every_country_is_found_by_each_of_its_names(made: Page) -> None:
    names = Names.of(TABLES)
    asked = {(unit.name, unit.unit) for unit in TABLES.units.itertuples()}
    asked |= {
        (names.of_unit(unit.unit, day), unit.unit)
        for unit in TABLES.units.itertuples()
        for day in [*DAYS, *(turn for turn in names.turns() if DAYS[0] <= turn <= TABLES.as_of)]
        if unit.kind == UnitKind.COUNTRY
    }
    wanted = sorted(asked)
    shown = made.evaluate(SHOWN, [name for name, _ in wanted])
    assert [one for one, ids in zip(wanted, shown, strict=True) if one[1] not in ids] == []


def test_every_state_of_the_past_is_found_by_its_name(made: Page) -> None:
    units = set(TABLES.units["unit"])
    past = {code: name for code, name in state_names(TABLES).items() if code not in units}
    held = {state["code"]: state["unit"] for state in json.loads(current_assets().file("search.json").body)["states"]}
    firsts = made.evaluate(FIRSTS, [past[code] for code in held])
    assert firsts == [["state", held[code]] for code in held]
    assert {"SUN", "YUG", "CSK", "DDR"} <= held.keys() <= past.keys()


def test_nothing_that_is_typed_does_harm(made: Page) -> None:
    odd = ["a" * 5000, "ab " * 2000, ".*", "[.*+?^", "(((", "\\", "constructor", "__proto__", "<b>", "'\"`", "💥", "\0"]
    sizes = made.evaluate("(odd) => odd.map((each) => find(each, now).answers.length)", odd)
    assert max(sizes) <= len(TABLES.units)
    slow = made.evaluate(
        "(odd) => { const at = performance.now(); find(odd, now); return performance.now() - at; }", odd[1]
    )
    assert slow < 2000


# ---------------------------------------------------------------------- the sentence of a card


def sentence(card: Card, day: date) -> str:
    """What the tables say of a unit on a day, in the words of the card."""
    text = words()["answer"]
    here = segment_on(TABLES, card.id, day)
    bars = [bar for bar in card.bars if first_day(bar.start) <= day]
    held = [bar for bar in bars if bar.status == here.status and (first_day(bar.end) if bar.end else OPEN_END) > day]
    unsure = any(bar.unsure and bar.start == here.since for bar in held)
    unsure |= here.status == Status.MEMBER and any(step.unsure and step.key in JOINED for step in card.steps)
    lead = text[here.status].format(
        date=here.since and spelled_as_given(here.since), ties=", ".join(bar.label for bar in held)
    )
    clauses = [f"{lead} ({phrase('card', 'unsure')})" if unsure else lead]
    if here.status == Status.MEMBER and card.order:
        size = next(len(row.units) for row in rounds(TABLES).itertuples() if card.id in row.units)
        how = (
            "founder"
            if any(step.key == "in_force_founder" for step in card.steps)
            else "alone"
            if size == 1
            else "round"
        )
        clauses[0] += ", " + text[how].format(n=words()["numbers"][size])
    partner = min(
        (bar for bar in bars if bar.status == Status.PARTNER), key=lambda bar: first_day(bar.start), default=None
    )
    later = {Status.MEMBER, Status.INVITEE, Status.ASPIRANT, Status.SUSPENDED_PARTNER}
    if partner and here.status in later:
        doubt = f" ({phrase('card', 'unsure')})" if partner.unsure else ""
        clauses.append(text["partner_from"].format(year=partner.start[:4]) + doubt)
    if card.kind == UnitKind.COUNTRY and here.status != Status.MEMBER:
        clauses.append(text["not_yet" if card.order else "never"])
    return "; ".join(clauses)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sentence_of_a_card_is_what_the_tables_say(made: Page, day: date) -> None:
    told = made.evaluate(
        "([ids, day]) => ids.map((id) => answer(id, day).join('; '))", [list(cards(TABLES)), day_number(day, TABLES)]
    )
    assert told == [sentence(card, day) for card in cards(TABLES).values()]


def test_the_sentence_answers_as_somebody_who_knows_would(made: Page) -> None:
    ids = ["POL", "DEU", "FRA", "GEO", "IRL"]
    assert made.evaluate("(ids) => ids.map((id) => answer(id, now).join('; '))", ids) == [
        "Member since 12 March 1999, in the round of three; partner from 1991",
        "Member since 6 May 1955, in a round of its own",
        "Member since 24 August 1949, one of the twelve founders",
        "On a path since 3 April 2008: Bucharest promise; partner from 1992; never a member",
        "Partner since 1 December 1999; never a member",
    ]


# ---------------------------------------------------------------------- by keyboard, in the shadow of a component

MOUNT = """async (html) => {
  document.body.style.margin = 0;
  const host = document.body.appendChild(document.createElement('div'));
  Object.assign(host.style, {position: 'fixed', inset: 0});
  const shadow = host.attachShadow({mode: 'open'});
  shadow.innerHTML = `<link rel="stylesheet" href="/atlas.css">${html}`;
  const {createAtlas} = await import('/atlas.js');
  const json = async (name) => (await fetch(`/${name}`)).json();
  const root = shadow.querySelector('[data-atlas]');
  globalThis.atlas = createAtlas(root, await json('facts.json'), await json('europe.json'), {
    search: '?year=2004', keep: () => {},
    loadLate: async () => (await import('/late.js')).late, loadSearch: () => json('search.json'),
  });
}"""


@pytest.fixture(scope="module")
def atlas(serve: Serve, watched: Watched) -> Iterator[Locator]:
    """The root of an atlas in a shadow root, 2004."""
    with serve(current_assets()) as url, watched() as page:
        page.goto(f"{url}bare")
        page.evaluate(MOUNT, (ATLAS / "atlas.html").read_text(encoding="utf-8"))
        yield page.locator("[data-atlas]")


def asked(atlas: Locator, typed: str) -> Locator:
    """The list of answers to what is typed after a slash."""
    atlas.page.keyboard.press("/")
    atlas.page.keyboard.type(typed)
    return atlas.get_by_role("option")


def test_a_slash_a_question_and_enter_lead_to_the_answer(atlas: Locator) -> None:
    field = atlas.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    first = asked(atlas, "when did georgia apply").first
    expect(first).to_contain_text("14 February 2008")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    expect(field).to_have_attribute("aria-expanded", "true")
    atlas.page.keyboard.press("Enter")
    expect(atlas.locator("[data-card][data-unit=GEO]")).to_be_visible()
    expect(atlas).to_have_attribute("data-day", "2008-02-14")
    expect(atlas.get_by_role("option")).to_have_count(0)
    expect(atlas.locator(".card h2")).to_be_focused()


def test_escape_leads_back_to_where_one_was(atlas: Locator) -> None:
    button = atlas.locator(".play")
    button.focus()
    expect(asked(atlas, "polska").first).to_contain_text("Poland")
    atlas.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(atlas.get_by_role("combobox")).to_have_value("")
    expect(atlas.get_by_role("option")).to_have_count(0)


def test_nothing_typed_lists_all_countries_and_arrows_walk_them(atlas: Locator) -> None:
    rows = asked(atlas, "")
    expect(rows).to_have_count(sum(TABLES.units["kind"] == UnitKind.COUNTRY))
    atlas.page.keyboard.press("ArrowDown")
    atlas.page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = rows.nth(1).get_attribute("data-id")
    atlas.page.keyboard.press("Enter")
    expect(atlas.locator("[data-card]")).to_have_attribute("data-unit", chosen or "")


def test_how_many_were_found_is_said_and_a_speaker_lists_his_statements(atlas: Locator) -> None:
    rows = asked(atlas, "zakharova")
    expect(rows.first).to_have_attribute("data-kind", "speaker")
    said = atlas.get_by_role("status").filter(has_text="5 results")
    expect(said).to_have_count(1)
    atlas.page.keyboard.press("Enter")
    expect(rows).to_have_count(4)
    atlas.page.keyboard.press("Enter")
    expect(atlas.locator("[data-card][data-statement*=zakharova]")).to_be_visible()


def test_a_year_goes_to_its_end_and_a_hand_can_choose_it(atlas: Locator) -> None:
    atlas.get_by_role("combobox").click()
    atlas.page.keyboard.type("1982")
    atlas.get_by_role("option").first.click()
    expect(atlas).to_have_attribute("data-day", "1982-12-31")
    expect(atlas.get_by_role("option")).to_have_count(0)


def test_every_page_but_the_atlas_is_found() -> None:
    pages = {one["page"] for one in json.loads(current_assets().file("search.json").body)["pages"]}
    root = ATLAS.parent.parent
    assert pages == {path.stem for path in (root / "pages").glob("*.py")} - {"atlas"}
