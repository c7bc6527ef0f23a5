"""What countries that the atlas has no unit for were called before they took the names they have today.

Where a source tells the year alone, the new name stands in all of it.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from data.dates import first_day
from data.sheets import read_sheet
from data.tables import TableError

TABLE = Path(__file__).with_suffix(".csv")
COLUMNS = ("code", "name", "start_on", "end_on", "source", "url", "note")


@dataclass(frozen=True)
class FormerName:
    """A name from a day to the day before another, as the table has both, `since` empty for always; by a source."""

    code: str
    name: str
    since: str
    until: str
    source: str
    note: str

    @property
    def start(self) -> date:
        """Its first day; of a name from the beginning the first there is."""
        return first_day(self.since) if self.since else date.min

    @property
    def end(self) -> date:
        """The first day of the name after it."""
        return first_day(self.until)


@lru_cache(maxsize=1)
def former_names() -> tuple[FormerName, ...]:
    """All of them, in the order of the table."""
    problems: list[str] = []
    found = read_sheet(TABLE, COLUMNS, problems)
    if found is None or problems:
        raise TableError(problems)
    return tuple(
        FormerName(row["code"], row["name"], row["start_on"], row["end_on"], row["source"], row["note"])
        for row in found
    )


def former_name(code: str, day: date) -> str:
    """What a country was called on a day if it was not what it is today; else nothing."""
    return next((one.name for one in former_names() if one.code == code and one.start <= day < one.end), "")
