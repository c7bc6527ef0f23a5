"""Borders of their time: states, inner borders, the front line of each year."""

from datetime import date, timedelta

import pytest
from each import for_each
from hypothesis import given
from hypothesis import strategies as st

from data.borders_in_time import Front, front_of, front_runs, is_inner, state_of
from data.tables import current_tables
from data.timeline import picture_day

TABLES = current_tables()
YEARS = range(TABLES.first_year, TABLES.last_year + 1)
BORDERS = [
    "ALB|GRC",
    "ARM|TUR",
    "AZE|TUR",
    "BGR|GRC",
    "BGR|TUR",
    "BLR|LTU",
    "BLR|LVA",
    "BLR|POL",
    "CZE|DEU",
    "CZE|DEU-EAST",
    "DEU|DEU-EAST",
    "DEU-EAST|POL",
    "EST|RUS",
    "FIN|RUS",
    "GEO|TUR",
    "LTU|RUS",
    "LVA|RUS",
    "NOR|RUS",
    "POL|RUS",
    "FRA|DEU",
    "POL|SVK",
    "RUS|UKR",
    "EST|LVA",
]


@for_each(
    "unit, day, state",
    [
        ("LVA", "1975-06-01", "SUN"),
        ("LVA", "1991-12-31", "LVA"),
        ("HRV", "1980-01-01", "YUG"),
        ("SVK", "1992-12-31", "CSK"),
        ("SVK", "1993-01-01", "SVK"),
        ("DEU", "1960-01-01", "FRG"),
        ("DEU-EAST", "1960-01-01", "DDR"),
        ("DEU-EAST", "1990-10-03", "DEU"),
        ("DZA", "1961-12-31", "FRA"),
        ("CYP", "1955-01-01", "GBR"),
        ("MLT", "1960-01-01", "GBR"),
        ("MNE", "2005-12-31", "SCG"),
        ("XKX", "2007-12-31", "SRB"),
        ("XKX", "2008-12-31", "XKX"),
        ("GRL", "2000-01-01", "DNK"),
    ],
)
def test_a_unit_belonged_to_the_state_of_its_time(unit: str, day: str, state: str) -> None:
    assert state_of(unit, date.fromisoformat(day), TABLES) == state


@pytest.mark.parametrize(
    ("year", "borders"),
    [
        (1949, {"NOR|RUS"}),
        (1952, {"NOR|RUS", "GEO|TUR", "ARM|TUR", "AZE|TUR"}),
        (1991, {"NOR|RUS"}),
        (1999, {"NOR|RUS", "POL|RUS"}),
        (2004, {"NOR|RUS", "POL|RUS", "EST|RUS", "LVA|RUS", "LTU|RUS"}),
        (2023, {"NOR|RUS", "POL|RUS", "EST|RUS", "LVA|RUS", "LTU|RUS", "FIN|RUS"}),
    ],
)
def test_the_front_line_with_russia_runs_where_members_met_it(year: int, borders: set[str]) -> None:
    day = picture_day(year, TABLES)
    assert {b for b in BORDERS if front_of(*b.split("|"), day, TABLES) == Front.RUSSIA} == borders


def test_the_inner_german_border_was_front_line_from_1955_to_1989() -> None:
    runs = [
        (TABLES.first_day + timedelta(days=number), front) for number, front in front_runs("DEU", "DEU-EAST", TABLES)
    ]
    # The Pact was founded eight days after West Germany joined; East Germany left it nine days before unification.
    assert [(str(day), front) for day, front in runs] == [
        ("1949-01-01", ""),
        ("1955-05-14", "bloc"),
        ("1990-09-24", ""),
    ]


def test_a_border_that_never_was_front_line_has_no_runs() -> None:
    assert front_runs("FRA", "DEU", TABLES) == []


@given(st.sampled_from(BORDERS), st.sampled_from(YEARS))
def test_a_border_inside_one_state_is_no_front_line_and_order_does_not_matter(border: str, year: int) -> None:
    one, other = border.split("|")
    day = picture_day(year, TABLES)
    assert front_of(one, other, day, TABLES) == front_of(other, one, day, TABLES)
    if is_inner(one, other, day, TABLES):
        assert front_of(one, other, day, TABLES) is None
