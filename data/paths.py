"""How states came to NATO and how long it took: first contact, invitation, protocol, accession, and who still waits.

First contact is the day from which the table of statuses first lists a state: NACC, Partnership for Peace, EAPC,
Mediterranean Dialogue, an application, an invitation and so on. A state's own declared aim alone is not a contact.
Founders have none: they wrote the treaty. A seat held as part of an earlier state counts where the table lists it.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from data.dates import DAYS_PER_YEAR, first_day, spelled_as_given
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import ASPIRANT_FORMATS, Confidence, Format, Status, UnitKind
from data.words import phrase

NO_CONTACT = frozenset({Format.DECLARED_AIM})
TOWARDS = frozenset({*ASPIRANT_FORMATS, Format.INVITED})
WAITS_AS = (Status.INVITEE, Status.ASPIRANT)
WHOLE_DATE = len("1999-03-12")
ONLY_YEAR = len("1999")

WAITS = {
    "contact_to_joined": ("contact", "joined"),
    "contact_to_invited": ("contact", "invited"),
    "invited_to_protocol": ("invited", "protocol"),
    "protocol_to_joined": ("protocol", "joined"),
}
"""The waits by name: from which step to which."""


@dataclass(frozen=True)
class Step:
    """A step on the way, as the tables date it; `about` where its day is not known or not confirmed."""

    text: str
    about: bool
    by: str = ""

    @property
    def day(self) -> date:
        """The first day the date can mean; waits are counted from it."""
        return first_day(self.text)


@dataclass(frozen=True)
class Wait:
    """The days between two steps; `about` where one of them is, `only_years` where one is known to the year."""

    days: int
    about: bool = False
    only_years: bool = False

    @property
    def years(self) -> float:
        """The same in mean years of the calendar."""
        return self.days / DAYS_PER_YEAR

    def __str__(self) -> str:
        """In words: `613 days (1.7 years)`, `about 2 years`, `same day`."""
        if self.only_years:
            years = round(self.years)
            return phrase("wait", "about_year" if years == 1 else "about_years", years=years)
        if not self.days:
            return phrase("wait", "about_same_day" if self.about else "same_day")
        wait = phrase("wait", "day" if self.days == 1 else "days", days=self.days, years=self.years)
        return phrase("wait", "about", wait=wait) if self.about else wait


@dataclass(frozen=True)
class Path:
    """One country's way: its status on `as_of`, and the steps it has taken."""

    unit: str
    name: str
    status: Status
    since: str
    founder: bool
    round: str
    order: int
    contact: Step | None
    towards: Step | None
    invited: Step | None
    protocol: Step | None
    joined: Step | None

    def wait(self, name: str) -> Wait | None:
        """One of WAITS, or None where one of its two steps is missing."""
        start, end = (getattr(self, step) for step in WAITS[name])
        return between(start, end) if start and end else None

    @property
    def waits(self) -> bool:
        """Whether it is invited or on a path on `as_of`."""
        return self.status in WAITS_AS


def between(start: Step, end: Step) -> Wait:
    """The wait from one step to another."""
    only_years = ONLY_YEAR in (len(start.text), len(end.text))
    return Wait((end.day - start.day).days, start.about or end.about, only_years)


@lru_cache(maxsize=8)
def paths(tables: Tables) -> tuple[Path, ...]:
    """Every country that was ever a member, or that a status or a bloc of the tables names; by name."""
    accessions = {row.iso3: row for row in tables.accessions.itertuples()}
    named = {*accessions, *tables.statuses["iso3"], *tables.other_blocs["unit"]}
    formats: dict[str, list[Any]] = {unit: [] for unit in named}
    for row in tables.statuses.itertuples():
        formats[row.iso3].append(row)
    units = tables.units[tables.units["kind"].isin([UnitKind.COUNTRY]) & tables.units["unit"].isin(named)]
    found = [
        _path(tables, unit, name, accessions.get(unit), formats[unit])
        for unit, name in zip(units["unit"], units["name"], strict=True)
    ]
    return tuple(sorted(found, key=lambda path: path.name))


def _path(tables: Tables, unit: str, name: str, accession: Any, rows: list[Any]) -> Path:
    now = segment_on(tables, unit, tables.as_of)
    founder = accession is not None and bool(accession.signed_on)
    before = [row for row in rows if accession is None or row.start_day <= accession.joined_day]
    return Path(
        unit=unit,
        name=name,
        status=now.status,
        since=now.since if now.status != Status.NONE else "",
        founder=founder,
        round=accession.round if accession else "",
        order=accession.order_of_joining if accession else 0,
        contact=None if founder else _first([row for row in before if row.status not in NO_CONTACT]),
        towards=None if founder else _first([row for row in before if row.status in TOWARDS]),
        invited=_dated(accession, "invited_on")
        if accession
        else _first([row for row in rows if row.status == Format.INVITED]),
        protocol=_dated(accession, "protocol_signed_on"),
        joined=_dated(accession, "joined_on"),
    )


def _first(rows: list[Any]) -> Step | None:
    """The earliest of some rows of the statuses; of several on one day the one the vocabulary lists first."""
    order = list(Format)
    first = min(rows, key=lambda row: (row.start_day, order.index(row.status)), default=None)
    if first is None:
        return None
    about = len(first.start_on) < WHOLE_DATE or first.confidence == Confidence.UNSURE
    return Step(first.start_on, about, first.status)


def _dated(accession: Any, column: str) -> Step | None:
    text = getattr(accession, column, "")
    if not text:
        return None
    unsure = {field.partition("(")[0] for field in accession.fields_from_memory}
    return Step(text, len(text) < WHOLE_DATE or column in unsure)


def accession_waits(tables: Tables) -> pd.DataFrame:
    """Every accession in order of joining, with the days of each of WAITS; none for the founders.

    Columns: unit, name, round, founder, contact, contact_by, invited, protocol, joined as the tables write them; each
    wait in days, missing where it does not apply, and beside it `<wait>_about`, true where the day of one of its two
    steps is not known or not confirmed.
    """
    rows = []
    for path in sorted((path for path in paths(tables) if path.joined), key=lambda path: path.order):
        waits = {name: path.wait(name) for name in WAITS}
        rows.append(
            {
                "unit": path.unit,
                "name": path.name,
                "round": path.round,
                "founder": path.founder,
                **_texts(path),
                **{name: wait.days if wait else None for name, wait in waits.items()},
                **{f"{name}_about": bool(wait and wait.about) for name, wait in waits.items()},
            }
        )
    return pd.DataFrame(rows).astype(dict.fromkeys(WAITS, "Int64"))


def _texts(path: Path) -> dict[str, str]:
    steps = {name: getattr(path, name) for name in ("contact", "invited", "protocol", "joined")}
    by = {"contact_by": path.contact.by if path.contact else ""}
    return {name: step.text if step else "" for name, step in steps.items()} | by


def waiting(tables: Tables) -> pd.DataFrame:
    """Those invited or on a path on `as_of`, the longest since first contact first, with the days until then.

    Columns: unit, name, status; contact and contact_days; towards (the first application, Action Plan, promise or
    invitation) and towards_days; since (the status of today) and since_days; `<step>_about` as in `accession_waits`.
    """
    today = Step(tables.as_of.isoformat(), about=False)
    rows = []
    for path in paths(tables):
        if path.waits:
            since = Step(path.since, len(path.since) < WHOLE_DATE)
            steps = {"contact": path.contact or since, "towards": path.towards or since, "since": since}
            rows.append(
                {
                    "unit": path.unit,
                    "name": path.name,
                    "status": str(path.status),
                    **{name: step.text for name, step in steps.items()},
                    **{f"{name}_days": between(step, today).days for name, step in steps.items()},
                    **{f"{name}_about": step.about for name, step in steps.items()},
                }
            )
    steps_of_all = ("contact", "towards", "since")
    columns = [
        "unit",
        "name",
        "status",
        *(f"{step}{part}" for part in ("", "_days", "_about") for step in steps_of_all),
    ]
    return pd.DataFrame(rows, columns=columns).sort_values(["contact_days", "name"], ascending=[False, True])


def medians_by_round(tables: Tables) -> pd.DataFrame:
    """The median of each wait in days by round, in order of joining, without the founders, who have none.

    Columns: round, joined (how many), the waits, and `<wait>_about` where that of one of the round is.
    """
    table = accession_waits(tables)
    groups = table[~table["founder"]].groupby("round", sort=False)
    medians = groups[list(WAITS)].median().astype("Float64")
    about = groups[[f"{name}_about" for name in WAITS]].any()
    return pd.concat([groups.size().rename("joined"), medians, about], axis=1).reset_index()


def extremes(name: str, tables: Tables) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Who had the shortest and who had the longest of a wait; several where they are equal."""
    known = [(path, wait.days) for path in paths(tables) if (wait := path.wait(name))]
    days = [each for _, each in known]
    return (
        tuple(path for path, each in known if each == min(days)),
        tuple(path for path, each in known if each == max(days)),
    )


def in_words(text: str) -> str:
    """A date as precise as it is known: 12 March 1999, March 1999, 1999; empty stays empty."""
    return spelled_as_given(text) if text else ""


def decimal_year(day: date) -> float:
    """A day on an axis of years: 2000.5 is the middle of 2000."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days
