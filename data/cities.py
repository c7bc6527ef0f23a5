"""What the cities to which distances are measured were called on a day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from data.runs import Runs, runs_of
from data.tables import Tables
from data.vocabulary import City
from data.words import phrase

FILE = Path(__file__).with_suffix(".toml")
"""Until when a city had another name than today's, with the sources of that."""


@dataclass(frozen=True)
class Source:
    """Where it is told; the names are those of the columns of `sources.csv`."""

    producer: str
    title: str
    url: str
    date_published: str


@dataclass(frozen=True)
class Renamed:
    """The first day of the name that a city has, how that came, and where it is told."""

    until: date
    note: str
    sources: tuple[Source, ...]


def city_name(city: City, day: date) -> str:
    """What a reader calls a city on a day.

    >>> city_name(City.ST_PETERSBURG, date(1985, 12, 31))
    'Leningrad'
    """
    change = renamed().get(city)
    return phrase("city_before" if change and day < change.until else "city", city)


def city_runs(city: City, tables: Tables) -> Runs[str]:
    """The same from when on."""
    change = renamed().get(city)
    days = {tables.first_day, change.until} if change else {tables.first_day}
    return runs_of(sorted(days), lambda day: city_name(city, day), tables)


@cache
def renamed() -> dict[City, Renamed]:
    """The cities that had another name before."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        City(city): Renamed(row["until"], row["note"], tuple(map(_source, row["sources"])))
        for city, row in told.items()
    }


def _source(row: Mapping[str, Any]) -> Source:
    return Source(row["producer"], row["title"], row["url"], str(row.get("date_published", "")))
