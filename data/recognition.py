"""What others did not recognise: that a unit belonged to a state, as the legend of a picture has to say."""

from collections.abc import Container
from datetime import date

from data.dates import first_day
from data.rows import in_force, rows
from data.sentences import in_sentence, listed
from data.tables import Tables
from data.vocabulary import Relation
from data.words import counted, words


def not_recognised_on(day: date, tables: Tables, seen: Container[str] | None = None) -> tuple[str, ...]:
    """A sentence for each state that held units on a day against those who did not recognise it; mostly none.

    Of a map it tells of the units that are `seen` on it.
    """
    found: dict[tuple[str, int, str], list[str]] = {}
    for row in in_force(rows(tables, "historical_states"), day):
        if row.not_recognised_by and row.relation != Relation.OCCUPATION and (seen is None or row.unit in seen):
            key = row.state, first_day(row.start_on).year, row.not_recognised_by
            found.setdefault(key, []).append(row.part_name)
    forms = words()["not_recognised"]
    return tuple(
        counted(forms, len(parts), names=listed(sorted(parts)), state=in_sentence(state), year=year, who=who)
        for (state, year, who), parts in found.items()
    )
