"""The atlas's own lesson: its plan, and that nothing in it stands beside the tables."""

import re

import pytest

from data.membership import status_at_year_end
from data.rounds import joiners
from data.tables import current_tables
from data.vocabulary import Status
from geo.lesson import Stop, current_lesson
from geo.projection import VIEWS

TABLES = current_tables()
LESSON = current_lesson()
MOST_MINUTES = 45
QUOTED = re.compile(r"“(.*?)”")
NAMES = [f"{stop.year} {stop.title}" for stop in LESSON.stops]
stops = pytest.mark.parametrize("stop", LESSON.stops, ids=NAMES)


def test_the_lesson_fits_its_hour_and_goes_forward() -> None:
    assert 10 <= len(LESSON.stops) <= 14
    assert LESSON.minutes <= MOST_MINUTES
    years = [stop.year for stop in LESSON.stops]
    assert years == sorted(years)
    assert years[0] == TABLES.first_year
    assert years[-1] == TABLES.last_year
    assert len({stop.title for stop in LESSON.stops}) == len(LESSON.stops)


@stops
def test_a_stop_has_what_a_speaker_needs(stop: Stop) -> None:
    assert stop.text
    assert stop.question.endswith(("?", "."))
    assert stop.notes
    assert stop.wrong_answer
    assert stop.sources
    assert stop.view in VIEWS


@stops
def test_quotations_are_those_of_the_tables(stop: Stop) -> None:
    known = "\n".join([*TABLES.statements["quote"].dropna(), *TABLES.claims["claim"]])
    for quotation in QUOTED.findall(f"{stop.title}\n{stop.text}\n{stop.notes}"):
        assert quotation in known


@stops
def test_a_statement_was_made_in_the_year_of_its_stop_and_is_cited(stop: Stop) -> None:
    if not stop.statement:
        pytest.skip("a stop without a statement")
    row = TABLES.statements.set_index("id").loc[stop.statement]
    assert str(row["date"]).startswith(str(stop.year))
    assert set(row["source_ids"]) <= set(stop.sources)


@pytest.mark.parametrize("year", [1952, 1955, 1982, 1999, 2004])
def test_a_round_puts_those_in_focus_who_joined_and_halts_before_their_invitation(year: int) -> None:
    (stop,) = (stop for stop in LESSON.stops if stop.year == year)
    assert set(stop.focus) == {joiner.unit for joiner in joiners(year, TABLES)}
    names = set(TABLES.units.set_index("unit").loc[list(stop.focus), "name"])
    assert not {*status_at_year_end(stop.before)["status"].loc[list(stop.focus)]} & {Status.INVITEE, Status.MEMBER}
    assert not [name for name in names if name in stop.question]
