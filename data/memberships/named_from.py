"""Since when each country that the atlas has no unit for is a state in its borders of today, where it was none in 1949.

Before that day its ground has no name on a map: Bangladesh was East Pakistan, Vietnam two states, Namibia no state.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from data.dates import first_day
from data.sheets import read_sheet
from data.tables import TableError

TABLE = Path(__file__).with_suffix(".csv")
COLUMNS = ("code", "start_on", "source", "url", "note")


@dataclass(frozen=True)
class NamedFrom:
    """The day, by a source, and what there was before."""

    day: date
    source: str
    note: str


@lru_cache(maxsize=1)
def named_from() -> dict[str, NamedFrom]:
    """By code; those that were states in 1949 are left out, as is land that is none."""
    problems: list[str] = []
    found = read_sheet(TABLE, COLUMNS, problems)
    if found is None or problems:
        raise TableError(problems)
    return {row["code"]: NamedFrom(first_day(row["start_on"]), row["source"], row["note"]) for row in found}
