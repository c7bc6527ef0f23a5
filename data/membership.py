"""Who stood where: the status of every unit on a day, and the counts of a year.

Every question takes `tables`; without them it is asked of the project's own.
"""

from datetime import date
from functools import lru_cache
from itertools import groupby

import pandas as pd

from data.rows import rows
from data.tables import Tables, current_tables
from data.timeline import check_day, picture_day, segment_on, segments, segments_on
from data.vocabulary import Status, UnitKind

__all__ = [
    "members_on",
    "states_on",
    "status_at_year_end",
    "status_counts",
    "status_counts_on",
    "status_on",
    "timeline",
]


def members_on(day: date, tables: Tables | None = None) -> frozenset[str]:
    """The states whose accession is in force on a day; land that shares a member's status is no member."""
    return _members_on(day, tables or current_tables())


@lru_cache(maxsize=1024)
def _members_on(day: date, tables: Tables) -> frozenset[str]:
    return frozenset(row.iso3 for row in rows(tables, "accessions") if row.joined_day <= day)


def timeline(tables: Tables | None = None) -> pd.DataFrame:
    """Every unit's longest stretches with one status in one state.

    `end_day` is the first day after; the last stretches end on the day after `as_of`. `since` is the
    date from which the status holds, at the precision of the row that caused it; it may lie before
    the first year or before a change of state, and is empty for a `none` that was there from the start.
    """
    stretches = []
    for unit, history in segments(tables or current_tables()).items():
        for (status, state, since), group in groupby(history, key=lambda part: (part.status, part.state, part.since)):
            parts = list(group)
            stretches.append((unit, parts[0].start_day, parts[-1].end_day, str(status), state, since))
    return pd.DataFrame(stretches, columns=["unit", "start_day", "end_day", "status", "state", "since"])


def status_on(day: date, tables: Tables | None = None) -> pd.DataFrame:
    """Name, state, status, since and formats of every unit on a day, indexed by unit.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    check_day(day, tables)
    told = []
    for unit in tables.units.itertuples():
        part = segment_on(tables, unit.unit, day)
        told.append((unit.unit, unit.iso3, unit.name, part.state, str(part.status), part.since, part.formats))
    columns = ["unit", "iso3", "name", "state", "status", "since", "formats"]
    return pd.DataFrame(told, columns=columns).set_index("unit")


def status_at_year_end(year: int, tables: Tables | None = None) -> pd.DataFrame:
    """The status of every unit on the picture day of a year, as `status_on` gives it."""
    return status_on(picture_day(year, tables), tables)


def status_counts(year: int, tables: Tables | None = None) -> dict[Status, int]:
    """How many states of that time had each status at the end of a year, as `status_counts_on` counts them."""
    return status_counts_on(picture_day(year, tables), tables)


def status_counts_on(day: date, tables: Tables | None = None) -> dict[Status, int]:
    """How many states of that time had each status on a day.

    Counts states, not units: the Soviet Union is one; parts, dependencies, colonies, protectorates
    and territories are none. Raises ValueError for a day the tables do not cover.
    """
    shown = list(states_on(day, tables).values())
    return {status: shown.count(status) for status in Status}


def states_on(day: date, tables: Tables | None = None) -> dict[str, Status]:
    """The states of that time by code, each with its status; those that `status_counts_on` counts.

    Raises ValueError for a day the tables do not cover.
    """
    tables = tables or current_tables()
    check_day(day, tables)
    standing, place = segments_on(tables, day), {status: at for at, status in enumerate(Status)}
    shown: dict[str, Status] = {}
    for unit in rows(tables, "units"):
        part = standing[unit.unit]
        if part.is_state and unit.kind != UnitKind.TERRITORY:
            shown[part.state] = min(part.status, shown.get(part.state, part.status), key=place.__getitem__)
    return shown
