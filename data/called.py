"""What a status is called in a key: by those ways into it on which some state was on the day.

A council that is not founded yet, or is no more, explains nothing on a map; so the words follow the tables.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.sentences import capitalised
from data.tables import Tables
from data.timeline import segments_on
from data.vocabulary import StatusKey
from data.words import words


@dataclass(frozen=True)
class Called:
    """The words of a status, and what they mean.

    `bare` are the words without the ways into it, for one country's status and since when: the ways have days of their
    own, and not each country was on all of them.
    """

    label: str
    meaning: str
    bare: str


def called_on(day: date, tables: Tables) -> Mapping[StatusKey, Called]:
    """What statuses are called on a day, of those that are named by the ways into them and that somebody has."""
    return called_over((day,), tables)


@lru_cache(maxsize=1024)
def called_over(days: tuple[date, ...], tables: Tables) -> Mapping[StatusKey, Called]:
    """The same of several days together, for a key that they share."""
    return {status: by_ways(status, ways) for status in words()["way_into"] if (ways := _ways(status, days, tables))}


def label_of(status: StatusKey, on_day: Mapping[StatusKey, Called]) -> str:
    """What a status of the atlas is called by the words of a day, or always."""
    told = on_day.get(status)
    return told.label if told else str(words()["status"][status]["label"])


def bare_of(status: StatusKey, on_day: Mapping[StatusKey, Called]) -> str:
    """The same for the status of one country, before the day since when it has it."""
    told = on_day.get(status)
    return told.bare if told else bare(status)


def bare(status: StatusKey, label: str = "") -> str:
    """What a status is called by no way into it; one that is named by its ways alone as a day labels it, or always."""
    always, said = words()["status"][status], words()["way_into"].get(status)
    if said and "{short}" in said["label"]:
        return str(always["short"])
    return label or str(always["label"])


def by_ways(status: StatusKey, ways: Collection[str]) -> Called:
    """What a status is called by some ways into it, which are formats, in the order of the words."""
    said, always = words()["way_into"][status], words()["status"][status]
    form, named = said["label"], said["between"].join(_once(said["named"], ways))
    label = capitalised(form.format(short=always["short"], ways=named))
    means = always["explain"]
    if "explain" in said:
        means = capitalised(said["explain"].format(ways=", ".join(_once(said["means"], ways))))
    return Called(label, means, bare(status, label))


def _ways(status: StatusKey, days: Iterable[date], tables: Tables) -> set[str]:
    """The formats with words of their own that states of a status were in."""
    having = (part for day in days for part in segments_on(tables, day).values() if part.status == status)
    found = {word for part in having for word in part.formats}
    return found.intersection(words()["way_into"][status]["named"])


def _once(told: Mapping[str, str], ways: Collection[str]) -> list[str]:
    """The words of some ways; those that have the same once."""
    return list(dict.fromkeys(said for way, said in told.items() if way in ways))
