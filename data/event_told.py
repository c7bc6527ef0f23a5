"""What is told of an event, wherever it is told: by the names that held on its day, as the map of the day has them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data.names import Names
from data.rows import rows
from data.tables import Tables


@dataclass(frozen=True)
class EventTold:
    """An event's title and summary as a reader meets them."""

    title: str
    summary: str


def event_told(event: Any, tables: Tables) -> EventTold:
    """A row of the events as it is told; KeyError for one that is not of these tables."""
    return _told(tables)[event.event_id]


@lru_cache(maxsize=8)
def _told(tables: Tables) -> dict[str, EventTold]:
    names = Names.of(tables)
    return {
        row.event_id: EventTold(names.as_told(row.title, row.day), names.as_told(row.summary, row.day))
        for row in rows(tables, "events")
    }
