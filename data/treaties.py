"""Treaties of arms control as stretches of time, and which of them stand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from data.dates import first_day
from data.rows import rows
from data.tables import Tables


@dataclass(frozen=True)
class Treaty:
    """A treaty as a stretch of time, half-open; `row` is what the table says of it.

    It was applied by both from `start` to `applied_until` and bound both until `end`; what stands goes on to `as_of`.
    """

    row: Any
    start: date
    applied_until: date
    end: date

    @property
    def stands(self) -> bool:
        """Whether it binds Washington and Moscow both on `as_of`."""
        return not self.row.ended_on


def treaties(tables: Tables) -> tuple[Treaty, ...]:
    """All of them, in the order of the table, that of their age."""
    return tuple(_treaty(row, tables.as_of) for row in rows(tables, "treaties"))


def _treaty(row: Any, as_of: date) -> Treaty:
    end = first_day(row.ended_on) if row.ended_on else as_of
    return Treaty(row, first_day(row.in_force_on), first_day(row.suspended_on) if row.suspended_on else end, end)
