"""A statement as it is told: by the names that countries had on its day, as the map of that day has them."""

from typing import Any

from data.names import Names
from data.tables import Tables

OF_ITS_DAY = ("speaker", "paraphrase", "context")
"""Words of ours that speak of its day; what followed may be of days on which countries had other names."""


def of_its_day(row: Any, tables: Tables) -> Any:
    """A row of the statements with its words of ours as they are told."""
    names = Names.of(tables)
    return row._replace(**{name: names.as_told(getattr(row, name), row.day) for name in OF_ITS_DAY})
