"""What the legend of a membership's map has to say of ground: of land that wears a colour under a name of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from data.ground_note import GroundNote, note_of
from data.ground_notes import belonging, ground_notes_on, land_of_others, not_independent_on
from data.kept_with import kept_with
from data.memberships.answers import name_on, within
from data.memberships.dependencies import dependencies
from data.memberships.ground import code_of, kinds_of, unit_row_on
from data.memberships.nato import ID as NATO
from data.memberships.value import Membership
from data.recognition import not_recognised_on
from data.rows import rows
from data.sentences import in_sentence
from data.timeline import segments
from data.vocabulary import Relation, UnitKind
from data.words import words


def notes_of(membership: Membership, day: date, labels: Iterable[str]) -> tuple[GroundNote, ...]:
    """The notes under the legend of a day, on whose map the units in `labels` have their names; mostly none."""
    ground_day = within(membership.tables, day)
    if membership.id == NATO:
        return ground_notes_on(ground_day, membership.tables)
    with_tie = {unit for unit in membership.tables.units["unit"] if unit_row_on(membership, unit, day)}
    not_independent = not_independent_on(ground_day, membership.tables, with_tie)
    return (*not_recognised_on(ground_day, membership.tables), *not_independent, *_land(membership, day, labels))


def _land(membership: Membership, day: date, labels: Iterable[str]) -> Iterator[GroundNote]:
    """Of countries of today that wear a member's colour as land of one, as French Algeria did."""
    land, found = _ever_land(membership), []
    for unit in labels:
        row = unit_row_on(membership, unit, day) if unit in land else None
        if row and row.status in membership.counting and (told := _belonging(membership, unit, row.of, day)):
            found.append((unit, told))
    if found:
        yield note_of(words()["land_of_a_member"]["told"], found)


@kept_with()
def _ever_land(membership: Membership) -> frozenset[str]:
    """The countries of today that a row ever tells of as land of a state: on no day can another belong to one."""
    told = {row.unit for row in rows(membership.tables, "historical_states") if row.relation != Relation.OCCUPATION}
    with_state = {row.code for row in membership.stretches if row.of}
    histories = segments(membership.tables)

    def is_told(unit: str) -> bool:
        states = (dependencies().get(unit, ""), *(part.state for part in histories.get(unit, ())))
        return unit in told or not with_state.isdisjoint((unit, *(code_of(membership, state) for state in states)))

    return frozenset(unit for unit, kind in kinds_of(membership).items() if kind == UnitKind.COUNTRY and is_told(unit))


def _belonging(membership: Membership, unit: str, of: str, day: date) -> str:
    """A unit with the state it belonged to on a day, by the atlas's tables or by its row; "" for a state itself."""
    for row in land_of_others(within(membership.tables, day), membership.tables):
        if row.unit == unit:
            return belonging(row)
    if not of:
        return ""
    land, state = (name_on(membership, code, day) for code in (unit, of))
    return str(words()["belonging"]["land"].format(name=land, state=in_sentence(state)))
