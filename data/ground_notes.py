"""What the legend of a picture has to say of ground: whose it was, where its fill and its name would not tell."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from data.dates import first_day
from data.ground_note import GroundNote, note_of
from data.names import Names
from data.recognition import not_recognised_on
from data.rows import in_force, rows, rows_with
from data.sentences import in_sentence
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Effect, Relation, Status
from data.words import words

OBSERVER = "observer"
"""The part in a format of who only looks on, and wears the fill of those who take part."""


def ground_notes_on(day: date, tables: Tables) -> tuple[GroundNote, ...]:
    """The notes under the legend of NATO's map of a day; mostly none."""
    return (*not_recognised_on(day, tables), *_of_the_area(day, tables), *_observers(day, tables))


def belonging(row: Any) -> str:
    """A country with the state it belonged to, a row of `historical_states`: `Algeria (part of France until 1962)`."""
    form = words()["belonging"][row.relation]
    return str(form.format(name=row.part_name, state=in_sentence(row.state), year=first_day(row.end_on).year))


def _of_the_area(day: date, tables: Tables) -> Iterator[GroundNote]:
    """Of countries that wear a member's fill, for they lay in the treaty area as land of one."""
    names = Names.of(tables)
    changes = in_force(rows_with(tables, "territory_changes", "effect", Effect.IN_AREA), day)
    covered = {unit for row in changes for unit in row.unit}
    found = [
        (row.unit, belonging(row))
        for row in in_force(rows(tables, "historical_states"), day)
        if row.unit in covered
        and row.relation != Relation.OCCUPATION
        and not names.is_same_ground(row.unit, row.state_code)  # as West Germany was Germany
        and segment_on(tables, row.unit, day).status == Status.MEMBER
    ]
    if found:
        yield note_of(words()["in_the_area"]["told"], found)


def _observers(day: date, tables: Tables) -> Iterator[GroundNote]:
    """Of countries that take part in one format alone, and there only look on."""
    held, names = dict[str, list[Any]](), Names.of(tables)
    for row in in_force(rows(tables, "statuses"), day):
        held.setdefault(row.iso3, []).append(row)
    alone = [row for (row, *others) in held.values() if row.detail == OBSERVER and not others]
    for key in dict.fromkeys(row.status for row in alone):
        found = [(row.iso3, names.of_unit(row.iso3, day)) for row in alone if row.status == key]
        yield note_of(words()["observing"]["told"], found, format=words()["format"][key])
