"""Laws of the modules that know days, called in a real browser: what is typed, the calendar, runs, play and rest."""

import math
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page
from pure_modules import AS_OF, FACTS, FIRST_DAY, LAST_DAY, MONTHS, RANGE, YEAR_ENDS, Call, laws, numbers

years = st.integers(RANGE["first"], RANGE["last"])


# ---------------------------------------------------------------------- timeline


@laws
@given(day=st.integers(-3000, 60_000), changes=st.lists(st.integers(0, 40_000)), direction=st.sampled_from([-1, 1]))
def test_the_change_beside_a_day_is_the_nearest_or_none(
    call: Call, day: int, changes: list[int], direction: int
) -> None:
    ahead = [change for change in changes if (change - day) * direction > 0]
    expected = min(ahead, key=lambda change: abs(change - day), default=day)
    assert call("core/timeline.mjs", "changeBeside", day, changes, direction) == expected


@for_each(
    "text, read",
    [
        *[("2004", {"year": 2004}), (" 2004 ", {"year": 2004}), ("5", {"year": 5})],
        *[(day, {"day": "2008-04-03"}) for day in ("2008-04-03", "3.4.2008", "03.04.2008", "3. 4. 2008")],
        *[(day, {"day": "2008-04-03"}) for day in ("3 April 2008", "3 apr 2008", "3. April 2008", " 3 APR. 2008 ")],
        ("29 Feb 2024", {"day": "2024-02-29"}),
        *[(no_day, None) for no_day in ("2008-02-30", "31.4.2008", "29.2.2023", "2008-13-01", "0.4.2008")],
        *[
            (nonsense, None)
            for nonsense in ("abc", "3 foo 2008", "3 ap 2008", "3 aprils 2008", "April 2008", "2008-4-3")
        ],
        *[(nonsense, None) for nonsense in ("", "19 99", "-5", "19.5", "1e3", "MCM", "12345", "١٩٩٩")],
    ],
)
def test_what_is_typed_is_a_year_a_day_or_nothing(call: Call, text: str, read: dict[str, Any] | None) -> None:
    assert call("core/timeline.mjs", "readTyped", text) == read
    assert call("core/calendar.mjs", "readDay", text) == (read or {}).get("day")


@laws
@given(day=st.dates(date(1000, 1, 1)))
def test_each_day_is_read_in_each_of_its_forms(call: Call, day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.day} {month} {day.year}"]
    assert [call("core/calendar.mjs", "readDay", form) for form in forms] == [day.isoformat()] * 3


@pytest.mark.parametrize("speed", ["slow", "normal", "fast"])
def test_play_hurries_through_empty_years_and_rests_where_states_join(call: Call, speed: str) -> None:
    rests = [
        call("core/timeline.mjs", "dwellMs", FACTS["pace"], pace, speed) for pace in ("empty", "changed", "joined")
    ]
    assert 0 < rests[0] < rests[1] < rests[2]


def test_a_faster_speed_rests_less(call: Call) -> None:
    slow, normal, fast = (
        call("core/timeline.mjs", "dwellMs", FACTS["pace"], "joined", speed) for speed in ("slow", "normal", "fast")
    )
    assert slow > normal > fast


# ---------------------------------------------------------------------- runs, calendar

CALENDAR = """async ([name, given]) => {
  const {createCalendar} = await import('/core/calendar.mjs');
  return createCalendar(FACTS)[name](...given);
}"""


@pytest.fixture(scope="module")
def calendar(bare: Page) -> Call:
    """`calendar("isoOf", 3)`: a question to the calendar of the atlas."""
    return lambda name, *given: bare.evaluate(CALENDAR, [name, list(given)])


@laws
@given(starts=st.sets(st.integers(1, LAST_DAY), max_size=8), day=numbers, data=st.data())
def test_a_value_of_runs_is_the_one_that_a_look_at_each_finds(
    call: Call, starts: set[int], day: int, data: st.DataObject
) -> None:
    runs = [[start, f"run {place}"] for place, start in enumerate([0, *sorted(starts)])]
    day = data.draw(st.sampled_from([day, *(start - 1 for start in starts), *starts]))
    assert call("core/runs.mjs", "valueOn", runs, day) == [value for start, value in runs if start <= day][-1]


@laws
@given(day=numbers)
def test_a_day_is_its_number_and_back(calendar: Call, day: int) -> None:
    iso = (FIRST_DAY + timedelta(days=day)).isoformat()
    assert calendar("isoOf", day) == iso
    assert calendar("numberOf", iso) == day


@laws
@given(day=numbers)
def test_a_day_is_of_its_year_and_of_no_other(calendar: Call, day: int) -> None:
    year = (FIRST_DAY + timedelta(days=day)).year
    assert calendar("yearOf", day) == year
    end = min(date(year, 12, 31), date.fromisoformat(FACTS["as_of"]))
    assert calendar("isoOf", calendar("yearEnd", year)) == end.isoformat()
    assert calendar("isYearEnd", day) == (FIRST_DAY + timedelta(days=day) == end)


@laws
@given(year=st.integers(-3000, 6000))
def test_the_end_of_a_year_outside_is_that_of_the_nearest(calendar: Call, year: int) -> None:
    near = min(max(year, RANGE["first"]), RANGE["last"])
    assert calendar("yearEnd", year) == calendar("yearEnd", near) == YEAR_ENDS[near - RANGE["first"]]


def test_the_atlas_holds_its_own_days_and_no_others(calendar: Call) -> None:
    days = [FIRST_DAY, date.fromisoformat(FACTS["as_of"])]
    assert [calendar("holds", day.isoformat()) for day in days] == [True, True]
    outside = [days[0] - timedelta(days=1), days[1] + timedelta(days=1)]
    assert [calendar("holds", day.isoformat()) for day in outside] == [False, False]


steps = st.sampled_from([-100, -10, -1, 1, 10, 100])


@laws
@given(year=years, step=steps)
def test_from_the_end_of_a_year_a_step_goes_to_the_end_of_another(calendar: Call, year: int, step: int) -> None:
    there = min(max(year + step, RANGE["first"]), RANGE["last"])
    assert calendar("yearEndBeside", calendar("yearEnd", year), step) == calendar("yearEnd", there)


@laws
@given(day=numbers.filter(lambda day: day not in YEAR_ENDS), step=steps)
def test_from_within_a_year_the_first_step_goes_to_the_nearest_end(calendar: Call, day: int, step: int) -> None:
    year = (FIRST_DAY + timedelta(days=day)).year
    there = min(max(year + step - (step > 0), RANGE["first"]), RANGE["last"])
    assert calendar("yearEndBeside", day, step) == calendar("yearEnd", there)


# ---------------------------------------------------------------------- store, player


def test_the_store_tells_changes_only_and_how_they_came(bare: Page) -> None:
    script = """async () => {
      const {createStore} = await import('/core/store.mjs');
      const store = createStore({year: 1949, country: null});
      const heard = [];
      store.listen((now, before, how) => heard.push([before.year, now.year, how]));
      store.set({year: 1950}, 'drag');
      store.set({year: 1950}, 'drag');
      store.set({country: null});
      store.set({year: 1999});
      return heard;
    }"""
    assert bare.evaluate(script) == [[1949, 1950, "drag"], [1950, 1999, "jump"]]


PLAY = """async ([from, stopAt]) => {
  const [{createStore}, {createPlayer}, {indexFacts}] = await Promise.all(
    ['/core/store.mjs', '/core/player.mjs', '/core/facts.mjs'].map((name) => import(name)));
  const facts = indexFacts(FACTS);
  const store = createStore({day: facts.numberOf(from), playing: false, speed: 'fast'});
  const shown = () => facts.isoOf(store.get().day);
  let due = null;
  const rests = {};
  const later = (act, ms) => ((due = act), (rests[shown()] = ms), 1);
  const player = createPlayer({facts, store, later, forget: () => (due = null)});
  const seen = [];
  store.listen(() => seen.at(-1) !== shown() && seen.push(shown()));
  player.toggle();
  while (due && shown() !== stopAt) {
    const act = due;
    due = null;
    act();
  }
  if (stopAt) player.toggle();
  return {seen, rests, left: due !== null, playing: store.get().playing, day: shown()};
}"""


def year_ends(first: int) -> list[str]:
    return [*(f"{year}-12-31" for year in range(first, RANGE["last"])), AS_OF]


def test_play_ends_at_the_last_year(bare: Page) -> None:
    played = bare.evaluate(PLAY, ["1998-12-31", None])
    assert played["seen"] == year_ends(1998)
    assert (played["playing"], played["day"]) == (False, AS_OF)
    assert played["rests"]["2004-12-31"] > played["rests"]["2003-12-31"]
    assert played["rests"]["1999-12-31"] == max(played["rests"].values())


def test_play_from_within_a_year_goes_to_its_end_first(bare: Page) -> None:
    assert bare.evaluate(PLAY, ["2008-04-03", None])["seen"] == ["2008-04-03", *year_ends(2008)]


def test_play_from_the_last_year_starts_over(bare: Page) -> None:
    assert bare.evaluate(PLAY, [AS_OF, None])["seen"] == year_ends(RANGE["first"])


def test_pause_stops_where_it_is(bare: Page) -> None:
    played = bare.evaluate(PLAY, ["1990-12-31", "1995-12-31"])
    assert (played["playing"], played["day"], played["left"]) == (False, "1995-12-31", False)


# ---------------------------------------------------------------------- coming to rest

REST = """async (asks) => {
  const {createDebounce} = await import('/core/debounce.mjs');
  let clock = 0;
  let timers = [];
  const acts = [];
  const later = (act, ms) => timers.push({act, at: clock + ms}) && timers.at(-1);
  const options = {now: () => clock, later, forget: () => (timers = [])};
  const rest = createDebounce(() => acts.push(clock), 100, options);
  for (const at of [...asks, Infinity]) {
    for (;;) {
      const next = timers.filter((each) => each.at <= at).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers = timers.filter((each) => each !== next);
      clock = next.at;
      next.act();
    }
    if (at === Infinity) return acts;
    clock = at;
    rest.schedule();
  }
}"""


@laws
@given(asks=st.lists(st.integers(0, 2000), min_size=1, max_size=12).map(sorted))
def test_what_waits_for_rest_runs_once_for_each_pause(bare: Page, asks: list[int]) -> None:
    pauses = [one + 100 for one, other in pairwise([*asks, math.inf]) if other - one >= 100]
    assert bare.evaluate(REST, asks) == pauses
