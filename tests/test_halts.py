"""A class that is asked to predict sees a map that keeps the answer to itself."""

from datetime import date, timedelta

import pytest

from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from data.vocabulary import Status
from geo.lesson.halt import ON_THE_WAY, halted_on, halted_when
from geo.lesson.lesson import Stop, current_lesson, day_of

TABLES = current_tables()
HALTED = [stop for stop in current_lesson().stops if stop.before]
each_stop = pytest.mark.parametrize("stop", HALTED, ids=[f"{stop.year} {stop.title}" for stop in HALTED])


def answer(stop: Stop) -> list[str]:
    """The units that a stop points at and that came nearer to membership since it halted."""
    at, told = (picture_on(day, TABLES).units for day in (halted_on(stop, TABLES) or date.min, day_of(stop, TABLES)))
    return [unit for unit in stop.focus if told[unit].status in ON_THE_WAY and told[unit].status != at[unit].status]


@each_stop
def test_nothing_of_the_answer_is_on_the_map_that_waits(stop: Stop) -> None:
    halt = halted_on(stop, TABLES)
    assert halt and halt <= picture_day(stop.before, TABLES)
    picture = picture_on(halt, TABLES)
    for unit in answer(stop):
        shown = picture.units[unit]
        assert shown.status not in ON_THE_WAY, (unit, shown.status)
        assert unit not in picture.joined
        assert shown.name not in picture.headline.title


@each_stop
def test_the_year_of_the_lesson_is_that_of_the_day_it_halts_on(stop: Stop) -> None:
    halt = halted_on(stop, TABLES)
    assert halt and halt.year == stop.before


def test_most_stops_that_halt_have_an_answer_to_keep() -> None:
    kept = {stop.year for stop in HALTED if answer(stop)}
    assert kept == {1952, 1955, 1982, 1990, 1999, 2004, 2008, 2026}


@pytest.mark.parametrize(
    ("stop", "day", "told"),
    [
        (Stop(1999, "", before=1998, focus=("POL",)), date(1997, 7, 7), "7 July 1997"),  # invited on the 8th
        (Stop(1999, "", before=1998), date(1998, 12, 31), "1998"),  # nobody is asked for
        (Stop(2022, "", before=2021, focus=("UKR",)), date(2021, 12, 31), "2021"),  # no nearer than before
        (Stop(1952, "", before=1951, focus=("GRC", "FRA")), date(1949, 12, 31), "1949"),  # France was in already
        (Stop(1949, "", focus=("FRA",)), None, ""),
    ],
)
def test_a_lesson_of_one_s_own_is_kept_from_telling_too(stop: Stop, day: date | None, told: str) -> None:
    assert halted_on(stop, TABLES) == day
    assert halted_when(stop, TABLES) == told


def test_the_day_before_is_the_last_that_keeps_it() -> None:
    stop = Stop(2004, "", before=2003, focus=("EST",))
    halt = halted_on(stop, TABLES)
    assert halt
    after = picture_on(halt + timedelta(days=1), TABLES).units["EST"].status
    assert after == Status.ASPIRANT
