"""What cities were called: by the day, the same on the map, in its key and on the wire."""

from datetime import date

import pytest
from made import made_facts

from data.cities import city_name, city_runs, renamed
from data.measures import NEAREST_TO
from data.runs import day_number, value_at
from data.tables import current_tables
from data.vocabulary import City
from geo.drawing.key import key_rows
from geo.drawing.on_a_map import OnMap

TABLES = current_tables()
NAMED = [
    (City.ST_PETERSBURG, date(1949, 4, 4), "Leningrad"),
    (City.ST_PETERSBURG, date(1991, 9, 5), "Leningrad"),
    (City.ST_PETERSBURG, date(1991, 9, 6), "St Petersburg"),
    (City.ST_PETERSBURG, date(2004, 12, 31), "St Petersburg"),
    (City.MOSCOW, date(1985, 12, 31), "Moscow"),
]


@pytest.mark.parametrize(("city", "day", "name"), NAMED)
def test_a_city_has_the_name_of_the_day(city: City, day: date, name: str) -> None:
    assert city_name(city, day) == name
    assert value_at(city_runs(city, TABLES), day_number(day, TABLES)) == name
    assert value_at(made_facts()["pictures"]["cities"][city], day_number(day, TABLES)) == name


def test_the_browser_has_all_to_which_the_atlas_measures() -> None:
    assert made_facts()["pictures"]["cities"].keys() == set(NEAREST_TO)
    assert renamed().keys() == {City.ST_PETERSBURG}


def test_the_key_has_the_name() -> None:
    (row,) = key_rows(OnMap(layers=["nearest"], nearest="Leningrad"))
    assert row.label == "Nearest NATO land to Moscow and Leningrad"
