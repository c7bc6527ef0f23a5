"""What others did not recognise: that a unit belonged to a state, as the legend of a picture has to say."""

from collections.abc import Iterator
from datetime import date

from data.dates import first_day
from data.ground_note import GroundNote, note_of
from data.rows import in_force, rows
from data.sentences import in_sentence
from data.tables import Tables
from data.vocabulary import Relation
from data.words import words


def not_recognised_on(day: date, tables: Tables) -> Iterator[GroundNote]:
    """A note on each state that held units on a day against those who did not recognise it; mostly none."""
    found: dict[tuple[str, int, str], list[tuple[str, str]]] = {}
    for row in in_force(rows(tables, "historical_states"), day):
        if row.not_recognised_by and row.relation != Relation.OCCUPATION:
            key = row.state, first_day(row.start_on).year, row.not_recognised_by
            found.setdefault(key, []).append((row.unit, row.part_name))
    form = words()["not_recognised"]["told"]
    for (state, year, who), parts in found.items():
        yield note_of(form, parts, state=in_sentence(state), year=year, who=who)
