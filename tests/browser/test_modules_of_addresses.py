"""Laws of the modules that write and read addresses, called in a real browser, and of citations."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page
from pure_modules import FACTS, FIRST_DAY, YEAR_ENDS, Call, laws, numbers

from data.citation import STYLES, citation, title_of
from data.tables import current_tables

# ---------------------------------------------------------------------- citation

CITED = {name: FACTS[name] for name in ("citation", "version", "as_of")}
ODD = st.text(alphabet="ab é{}\\&%$#_~^\"'<>=/.", max_size=20)


@laws
@given(part=ODD, row=st.sampled_from(["", "units/POL"]), path=st.sampled_from(["", "?year=2004&a=%7B", "class?stop=5"]))
@pytest.mark.parametrize("style", STYLES)
def test_a_citation_is_what_python_writes(call: Call, style: str, part: str, row: str, path: str) -> None:
    written = citation(style, title_of(part, row), path, date(2026, 11, 30), current_tables())
    reading = {"path": path, "accessed": "2026-11-30"}
    assert call("core/citation.mjs", "citation", CITED, style, {"part": part, "row": row}, reading) == written


@pytest.mark.parametrize(
    ("protocol", "pathname", "path"),
    [
        ("https:", "/", "?stop=5"),
        ("https:", "/eastward/", "?stop=5"),
        ("https:", "/class", "class?stop=5"),
        ("https:", "/eastward/class", "class?stop=5"),
        ("file:", "/home/somebody/lesson.html", "class?stop=5"),
    ],
)
def test_a_page_is_named_by_what_stands_behind_the_address_of_the_instance(
    call: Call, protocol: str, pathname: str, path: str
) -> None:
    location = {"protocol": protocol, "pathname": pathname, "search": "?stop=5"}
    assert call("core/citation.mjs", "pathOf", location) == path


# ---------------------------------------------------------------------- address

READ = """async (search) => {
  const {readAddress} = await import('/core/address.mjs');
  const {indexFacts} = await import('/core/facts.mjs');
  globalThis.known ??= indexFacts(FACTS);
  return readAddress(search, globalThis.known, new Set(['europe']));
}"""
WRITE = """async ([search, state]) => {
  const {writeAddress} = await import('/core/address.mjs');
  const {indexFacts} = await import('/core/facts.mjs');
  globalThis.known ??= indexFacts(FACTS);
  return writeAddress(search, state, globalThis.known);
}"""
STATEMENTS = {statement["id"]: statement for statement in FACTS["statements"]}
UNITS = [unit["id"] for unit in FACTS["units"]]
YEAR = {year["year"]: year["day"] for year in FACTS["years"]}
SPOKEN = next(id_ for id_, statement in STATEMENTS.items() if statement["date"] == "2007-02-10")

states = st.fixed_dictionaries(
    {"day": st.one_of(numbers, st.sampled_from(YEAR_ENDS)), "view": st.just("europe")},
    optional={"draft": st.sampled_from([draft["id"] for draft in FACTS["drafts"]])},
).flatmap(
    lambda state: st.one_of(
        st.just(state),
        st.sampled_from(UNITS).map(lambda unit: {**state, "country": unit}),
        st.sampled_from(sorted(STATEMENTS)).map(lambda id_: {**state, "statement": id_}),
    )
)


@laws
@given(state=states)
def test_an_address_brings_its_state_back(bare: Page, state: dict[str, Any]) -> None:
    assert bare.evaluate(READ, bare.evaluate(WRITE, ["", state])) == {"state": state, "at": None, "dropped": []}


@laws
@given(state=states)
def test_writing_an_address_twice_changes_nothing_and_keeps_what_is_not_ours(bare: Page, state: dict[str, Any]) -> None:
    once = bare.evaluate(WRITE, ["?embed=true&country=POL&statement=x", state])
    assert "embed=true" in once
    assert bare.evaluate(WRITE, [once, state]) == once
    assert ("country" in once, "statement" in once) == ("country" in state, "statement" in state)


@laws
@given(
    day=st.one_of(numbers, st.sampled_from(YEAR_ENDS)), before=st.sampled_from(["", "?year=1999", "?day=1999-05-05"])
)
def test_a_day_is_written_as_a_year_where_it_ends_one(bare: Page, day: int, before: str) -> None:
    iso = (FIRST_DAY + timedelta(days=day)).isoformat()
    expected = f"?year={iso[:4]}" if day in YEAR_ENDS else f"?day={iso}"
    assert bare.evaluate(WRITE, [before, {"day": day}]) == expected


def test_a_year_end_beside_a_statement_of_another_day_is_written_as_a_day(bare: Page) -> None:
    state = {"day": YEAR[2007], "statement": SPOKEN}
    assert bare.evaluate(WRITE, ["", state]) == f"?day=2007-12-31&statement={SPOKEN}"


def test_every_statement_has_an_address_that_opens_it_on_its_day(bare: Page) -> None:
    opened = {id_: bare.evaluate(READ, f"?statement={id_}") for id_ in STATEMENTS}
    assert len(opened) == len(current_tables().statements)
    assert opened == {
        id_: {"state": {"statement": id_, "day": statement["day"]}, "at": None, "dropped": []}
        for id_, statement in STATEMENTS.items()
    }


@pytest.mark.parametrize(
    ("search", "day"),
    [
        ("?year=1999", YEAR[1999]),
        (f"?statement={SPOKEN}", STATEMENTS[SPOKEN]["day"]),
        (f"?year=1999&statement={SPOKEN}", STATEMENTS[SPOKEN]["day"]),
        (f"?day=1999-03-12&year=2004&statement={SPOKEN}", (date(1999, 3, 12) - FIRST_DAY).days),
        ("?day=1999-03-12&year=2004", (date(1999, 3, 12) - FIRST_DAY).days),
        ("?day=2008-02-30&year=2004", YEAR[2004]),
        ("?view=europe", None),
    ],
)
def test_the_day_goes_before_the_statement_and_the_statement_before_the_year(
    bare: Page, search: str, day: int | None
) -> None:
    assert bare.evaluate(READ, search)["state"].get("day") == day


@pytest.mark.parametrize(
    ("search", "dropped"),
    [
        ("?year=3000", {"year": "3000"}),
        ("?year=1948", {"year": "1948"}),
        ("?year=1999.5", {"year": "1999.5"}),
        ("?year=%201999", {"year": " 1999"}),
        ("?day=1948-12-31", {"day": "1948-12-31"}),
        ("?day=2999-01-01", {"day": "2999-01-01"}),
        ("?day=2008-02-30", {"day": "2008-02-30"}),
        ("?day=3.4.2008", {"day": "3.4.2008"}),
        ("?day=2008", {"day": "2008"}),
        ("?country=XX", {"country": "XX"}),
        ("?country=pol", {"country": "pol"}),
        ("?country=__proto__", {"country": "__proto__"}),
        ("?view=moon", {"view": "moon"}),
        ("?statement=nope", {"statement": "nope"}),
        (
            "?year=3000&country=XX&view=moon&statement=nope",
            dict(year="3000", country="XX", view="moon", statement="nope"),
        ),
        ("?year=&country=&view=&statement=", {}),
        ("", {}),
    ],
)
def test_nonsense_is_dropped_by_name(bare: Page, search: str, dropped: dict[str, str]) -> None:
    read = bare.evaluate(READ, search)
    assert read["state"] == {}
    assert {each["name"]: each["value"] for each in read["dropped"]} == dropped
