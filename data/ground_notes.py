"""What the legend of a picture has to say of ground: whose it was, where its fill and its name would not tell."""

from collections.abc import Container, Iterator
from datetime import date
from typing import Any

from data.dates import first_day
from data.ground_note import GroundNote, note_of
from data.names import Names, short_names
from data.recognition import not_recognised_on
from data.rows import in_force, rows, rows_with
from data.sentences import in_sentence
from data.tables import Tables
from data.timeline import segment_on, segments_on
from data.vocabulary import Effect, GroundStyle, Relation, Status
from data.words import words

OBSERVER = "observer"
"""The part in a format of who only looks on, and wears the fill of those who take part."""


def ground_notes_on(day: date, tables: Tables) -> tuple[GroundNote, ...]:
    """The notes under the legend of NATO's map of a day; mostly none."""
    with_tie = {unit for unit, part in segments_on(tables, day).items() if part.status != Status.NONE}
    told = (*not_recognised_on(day, tables), *not_independent_on(day, tables, with_tie))
    return (*told, *of_the_area_on(day, tables), *_observers(day, tables))


def belonging(row: Any, *, dated: bool = True) -> str:
    """A country with the state it belonged to, a row of `historical_states`: `Algeria (part of France until 1962)`."""
    forms = words()["belonging"]
    until = forms["until"].format(year=first_day(row.end_on).year) if dated else ""
    return str(forms[row.relation].format(name=row.part_name, state=in_sentence(row.state), until=until))


def not_independent_on(day: date, tables: Tables, with_tie: Container[str]) -> Iterator[GroundNote]:
    """Of land that has its name and the fill of states of its own without a tie, but was under another, with whom.

    Where it is in dispute whether it became independent later, it is but told that no count has it.
    """
    names, short, forms = dict(Names.of(tables).on_map(day)), short_names(), words()["not_independent"]
    in_dispute = {row.unit for row in rows_with(tables, "disputed", "style", GroundStyle.DASHED)}
    for form, is_in_dispute in ((forms["told"], False), (forms["in_dispute"], True)):
        found = [
            (row.unit, forms["named"].format(name=names[row.unit], state=short.get(row.state, row.state)))
            for row in land_of_others(day, tables)
            if row.unit in names and row.unit not in with_tie and (row.unit in in_dispute) is is_in_dispute
        ]
        if found:
            yield note_of(form, found)


def land_of_others(day: date, tables: Tables) -> Iterator[Any]:
    """The rows of units that belonged to a state with other ground; not of West Germany, which was Germany."""
    names = Names.of(tables)
    for row in in_force(rows(tables, "historical_states"), day):
        if row.unit and row.relation != Relation.OCCUPATION and not names.is_same_ground(row.unit, row.state_code):
            yield row


def of_the_area_on(day: date, tables: Tables, *, dated: bool = True) -> Iterator[GroundNote]:
    """Of countries that wear a member's fill, for they lay in the treaty area as land of one."""
    changes = in_force(rows_with(tables, "territory_changes", "effect", Effect.IN_AREA), day)
    covered = {unit for row in changes for unit in row.unit}
    found = [
        (row.unit, belonging(row, dated=dated))
        for row in land_of_others(day, tables)
        if row.unit in covered and segment_on(tables, row.unit, day).status == Status.MEMBER
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
