"""The questions of the quiz: each has one answer, which the tables give by another way than the quiz took."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dates import first_day
from data.event_told import event_told
from data.membership import status_at_year_end
from data.names import Names, state_names
from data.sentences import printed
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.lesson.quiz import (
    KINDS,
    LEVELS,
    MOST_QUESTIONS,
    MOST_SEED,
    OPTIONS,
    Question,
    bank,
    mulberry32,
    questions,
    quiz,
    shuffled,
)
from geo.lesson.quiz.who import YEARS_APART

TABLES = current_tables()
ALL = questions(TABLES)
OF = {kind: [one for one in ALL if one.kind == kind] for kind in KINDS}
NAMES = state_names(TABLES)
seeds = st.integers(0, MOST_SEED)
levels = st.sampled_from(LEVELS)


def test_every_level_has_enough_of_every_kind() -> None:
    for kind in KINDS:
        for level in LEVELS:
            assert len([one for one in OF[kind] if one.level == level]) >= MOST_QUESTIONS // len(KINDS)


def test_every_question_has_words_options_and_known_sources() -> None:
    for one in ALL:
        assert one.prompt
        assert one.explanation
        assert len(set(one.options)) == len(one.options)
        assert one.sources
        assert set(one.sources) <= set(TABLES.sources["id"])
        assert TABLES.first_year <= one.year <= TABLES.last_year
        if one.kind in {"outside", "year", "who"}:
            assert len(one.options) == OPTIONS[one.level]
            assert one.answer == (0,)


def test_those_to_click_are_those_whose_accession_is_of_that_year() -> None:
    joined = TABLES.accessions["joined_on"].str[:4].astype(int)
    for one in OF["click"]:
        assert set(one.answer) == set(TABLES.accessions.loc[joined == one.year, "iso3"])


def test_just_one_option_was_outside() -> None:
    for one in OF["outside"]:
        statuses = status_at_year_end(one.year, TABLES)
        rows = [*statuses[statuses.index == statuses["state"]].itertuples(), *statuses.itertuples()]
        day = picture_day(one.year, TABLES)
        by_name = {Names.of(TABLES).of_state(row.state, day): row.status for row in reversed(rows)}
        assert [by_name[name] == Status.MEMBER for name in one.options] == [False] + [True] * (len(one.options) - 1)


def test_the_one_outside_lies_in_or_near_europe() -> None:
    continent = TABLES.unit_measures.set_index("unit")["continent"]
    soviet = set(TABLES.historical_states.loc[TABLES.historical_states["state_code"] == "SUN", "unit"])
    for one in OF["outside"]:
        assert one.card
        assert continent[one.card[1]] == "Europe" or one.card[1] in soviet | set(TABLES.accessions["iso3"])


def test_events_stand_in_the_order_of_their_days() -> None:
    days = {event_told(row, TABLES).title: first_day(row.date) for row in TABLES.events.itertuples()}
    for one in OF["order"]:
        order: list[date] = [days[title] for title in one.options]
        assert order == sorted(order)
        assert len({day.year for day in order}) == len(order)
        assert one.answer == tuple(range(len(order)))


def test_no_two_years_offered_have_the_same_map() -> None:
    for one in OF["year"]:
        maps = {tuple(status_at_year_end(int(year), TABLES)["status"]) for year in one.options}
        assert len(maps) == len(one.options)
        assert one.options[0] == str(one.year)


def test_words_have_one_speaker_and_one_place() -> None:
    said = TABLES.statements[TABLES.statements["quote"] != ""]
    by_quote = said.set_index(said["quote"].map(printed))
    for one in OF["who"]:
        assert "'" not in "".join((one.prompt, one.explanation, *one.options, *(one.then.options if one.then else ())))
        quote = one.prompt.partition("“")[2].removesuffix("”")
        row = by_quote.loc[quote]
        assert one.options[0] == row["speaker"]
        assert one.card == ("statement", row["id"])
        assert bool(one.then) == (one.level != "easy")
        for speaker in one.options[1:]:
            years = TABLES.statements.loc[TABLES.statements["speaker"] == speaker, "day"].map(lambda day: day.year)
            assert (years - row["day"].year).abs().min() <= YEARS_APART[-1], f"{speaker} in {row['day'].year}"
        if one.then:
            assert one.then.options[0] == printed(f"{row['venue']}, {row['city']}")
            towns = [place.rpartition(", ")[2] for place in one.then.options]
            assert len(set(towns)) == len(towns)


@given(seed=seeds, level=levels, count=st.integers(1, MOST_QUESTIONS))
def test_a_seed_repeats_its_questions_and_asks_none_twice(seed: int, level: str, count: int) -> None:
    chosen = quiz(seed, level, count, TABLES)
    assert chosen == quiz(seed, level, count, TABLES)
    assert len(chosen) == count
    assert len({(one.prompt, frozenset(one.options)) for one in chosen}) == count
    assert {one.level for one in chosen} == {level}
    assert len({one.kind for one in chosen}) == min(count, len(KINDS))
    for one in chosen:
        assert told(one) in {told(each) for each in ALL}


def told(one: Question) -> tuple[object, ...]:
    """A question without the order of its options: what is right stays right."""
    right = one.answer if one.kind == "click" else tuple(one.options[place] for place in one.answer)
    return one.prompt, frozenset(one.options), right


@given(seed=seeds)
def test_seeds_differ(seed: int) -> None:
    other = (seed + 1) % (MOST_SEED + 1)
    assert quiz(seed, "medium", MOST_QUESTIONS, TABLES) != quiz(other, "medium", MOST_QUESTIONS, TABLES)


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(0, 40))
def test_shuffling_loses_nothing(seed: int, count: int) -> None:
    assert sorted(shuffled(count, mulberry32(seed))) == list(range(count))


@pytest.mark.parametrize(
    ("seed", "level", "count"),
    [(-1, "easy", 5), (MOST_SEED + 1, "easy", 5), (0, "other", 5), (0, "easy", 0), (0, "easy", 11)],
)
def test_what_cannot_be_asked_is_refused(seed: int, level: str, count: int) -> None:
    with pytest.raises(ValueError, match="expected"):
        quiz(seed, level, count, TABLES)


def test_the_bank_holds_every_question() -> None:
    assert len(bank(TABLES)["questions"]) == len(ALL)
