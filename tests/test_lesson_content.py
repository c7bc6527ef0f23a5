"""The atlas's own lesson: its plan, and that nothing in it stands beside the tables."""

import re
from dataclasses import fields
from datetime import date

import pandas as pd
import pytest
from each import for_each

from data.rounds import joiners
from data.tables import current_tables
from geo.drawing.views import VIEWS
from geo.lesson.lesson import Stop, current_lesson

TABLES = current_tables()
LESSON = current_lesson()
MINUTES = (40, 45)
MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
QUOTED = re.compile(r"“(.*?)”")
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
MEMBERS = re.compile(r"\b[Mm]embers? (\d+)(?: (?:and|to) (\d+))?")
MOSCOW = {"soviet", "russian"}
STATEMENTS = TABLES.statements.set_index("id")
stops = for_each("stop", LESSON.stops, ids=lambda stop: f"{stop.year} {stop.title}")


def every_cell() -> str:
    """All that the tables hold, as one text."""
    frames = [each for field in fields(TABLES) if isinstance(each := getattr(TABLES, field.name), pd.DataFrame)]
    return "\n".join(str(cell) for frame in frames for column in frame for cell in frame[column])


CELLS = every_cell()
DAYS = {tuple(map(int, found)) for found in ISO_DAY.findall(CELLS)} | {
    (int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in DAY.findall(CELLS) if year
}
BARE_DAYS = {(day, month) for day, month, year in DAY.findall(CELLS) if not year}
YEARS = set(YEAR.findall(CELLS))


def words(stop: Stop) -> str:
    """All that a stop says as fact; the question asks and tells nothing."""
    return "\n".join((stop.title, stop.text, stop.notes, stop.wrong_answer))


def quotations(stop: Stop) -> list[str]:
    """What a stop quotes; the wrong answers of a class are no quotations."""
    return QUOTED.findall("\n".join((stop.title, stop.text, stop.notes)))


def quoted_statements(stop: Stop) -> pd.DataFrame:
    """The statements whose words a stop quotes or shows on its card."""
    said = STATEMENTS["quote"].fillna("")
    held = [any(quotation in quote for quotation in quotations(stop) if len(quotation) > 8) for quote in said]
    return STATEMENTS[held | (STATEMENTS.index == stop.statement)]


def test_the_lesson_fits_its_hour_and_goes_forward() -> None:
    assert len(LESSON.stops) >= 10
    assert MINUTES[0] <= LESSON.minutes <= MINUTES[1]
    years = [stop.year for stop in LESSON.stops]
    assert f"{len(years)} stops, from {years[0]} to {years[-1]}" in LESSON.subtitle
    assert years == sorted(years)
    assert years[0] == TABLES.first_year
    assert len({stop.title for stop in LESSON.stops}) == len(LESSON.stops)


@stops
def test_a_stop_has_what_a_speaker_needs(stop: Stop) -> None:
    assert stop.text
    assert stop.question.endswith(("?", "."))
    assert stop.notes
    assert stop.wrong_answer
    assert stop.sources
    assert len(set(stop.sources)) == len(stop.sources)
    assert stop.view in VIEWS


@stops
def test_quotations_are_those_of_the_tables(stop: Stop) -> None:
    unknown = [quotation for quotation in quotations(stop) if quotation not in CELLS and f"'{quotation}'" not in CELLS]
    assert not unknown


@stops
def test_who_is_quoted_is_cited(stop: Stop) -> None:
    uncited = [
        statement
        for statement, row in quoted_statements(stop).iterrows()
        if not set(row["source_ids"]) & set(stop.sources)
    ]
    assert not uncited


@stops
def test_one_side_is_not_quoted_without_another(stop: Stop) -> None:
    sides = {side in MOSCOW for side in quoted_statements(stop)["side"]}
    assert len(sides) != 1


def test_the_cards_on_the_wall_are_not_one_sides_alone() -> None:
    shown = [STATEMENTS["side"][stop.statement] in MOSCOW for stop in LESSON.stops if stop.statement]
    assert len(shown) / 3 <= sum(shown) <= len(shown) * 2 / 3


@stops
def test_days_and_years_are_those_of_the_tables(stop: Stop) -> None:
    for day, month, year in DAY.findall(words(stop)):
        bare = not year and (day, month) in BARE_DAYS
        assert bare or (int(year or stop.year), MONTHS.index(month) + 1, int(day)) in DAYS, f"{day} {month} {year}"
    assert set(YEAR.findall(words(stop) + stop.question)) <= YEARS


@stops
def test_members_are_counted_as_they_joined(stop: Stop) -> None:
    for first, last in MEMBERS.findall(stop.text):
        orders = [joiner.order for joiner in joiners(stop.year, TABLES)]
        assert orders == list(range(int(first), int(last or first) + 1))


@stops
def test_a_statement_was_made_in_the_year_of_its_stop_and_is_cited(stop: Stop) -> None:
    if not stop.statement:
        return
    row = STATEMENTS.loc[stop.statement]
    assert str(row["date"]).startswith(str(stop.year))
    assert set(row["source_ids"]) <= set(stop.sources)


def test_every_round_is_shown_or_told() -> None:
    told = "\n".join(map(words, LESSON.stops))
    shown = {unit for stop in LESSON.stops for unit in stop.focus}
    for year in range(TABLES.first_year + 1, LESSON.stops[-1].year + 1):
        for joiner in joiners(year, TABLES):
            assert joiner.unit in shown or (joiner.name in told and str(year) in told), joiner


@pytest.mark.parametrize("year", [1952, 1955, 1982, 1999, 2004, 2026])
def test_a_round_puts_those_in_focus_who_joined_and_asks_without_naming_them(year: int) -> None:
    (stop,) = (stop for stop in LESSON.stops if stop.year == year)
    joined = {joiner.unit: joiner.name for each in range(stop.before + 1, year + 1) for joiner in joiners(each, TABLES)}
    assert joined
    assert set(stop.focus) == set(joined)
    assert not [name for name in joined.values() if name in stop.question]
