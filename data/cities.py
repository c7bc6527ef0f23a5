"""What the cities to which distances are measured were called on a day."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from data.runs import Runs, runs_of
from data.tables import Tables
from data.vocabulary import City
from data.words import phrase

FILE = Path(__file__).with_suffix(".toml")
"""Until when a city had another name than today's, with the sources of that."""


def city_name(city: City, day: date) -> str:
    """What a reader calls a city on a day.

    >>> city_name(City.ST_PETERSBURG, date(1985, 12, 31))
    'Leningrad'
    """
    until = renamed().get(city)
    return phrase("city_before" if until and day < until else "city", city)


def city_runs(city: City, tables: Tables) -> Runs[str]:
    """The same from when on."""
    days = {tables.first_day, renamed().get(city, tables.first_day)}
    return runs_of(sorted(days), lambda day: city_name(city, day), tables)


@cache
def renamed() -> dict[City, date]:
    """The first day of the name of today, of the cities that had another before."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {City(city): row["until"] for city, row in told.items()}
