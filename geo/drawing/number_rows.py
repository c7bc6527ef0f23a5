"""The rows of a key that tell what the numbers on its map mean, and who has no room there even for one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.drawing.key import ALSO, AWAY, EDGE, HERE, LEAD, NUMBER, Row


class Listed(NamedTuple):
    """A name for which a map has no room: its number there, or none; of who joined the gold is there.

    One that is spare is told where a key has room.
    """

    number: str
    text: str
    joined: bool
    is_spare: bool = False


def number_row(number: str, name: str, *, joined: bool = False) -> Row:
    """The row of a name that stands on the map as its number; without one, of who is seen by its gold alone."""
    return Row(f"{NUMBER}{number}", "", told=name, bold=joined and bool(number))


def with_numbers(rows: Sequence[Row], listed: Sequence[Listed]) -> tuple[Row, ...]:
    """The rows of a key with those of numbers, which follow who joined and what the fills mean."""
    at = next(
        (i for i, row in enumerate(rows) if not (row.is_fill or row.sign in ("land", "joined", HERE, EDGE, AWAY))),
        len(rows),
    )
    return (*rows[:at], *_numbers(listed), *rows[at:])


def _numbers(listed: Sequence[Listed]) -> Iterator[Row]:
    """That the names stand on the map, those with a number or the gold of who joined, then the others in one row."""
    if listed:
        yield Row(LEAD, "key.numbers")
    told, lost = ([each for each in listed if bool(each.number or each.joined) == is_told] for is_told in (True, False))
    yield from (number_row(each.number, each.text, joined=each.joined) for each in told)
    if lost:
        spare = tuple(each.text for each in lost if each.is_spare)
        yield Row(ALSO, "key.numbers_also", tuple(each.text for each in lost), spare=spare)


def without_spare(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a key without the names that may be left out, and without those that have none then."""
    left = [replace(row, names=tuple(name for name in row.names if name not in row.spare)) for row in rows]
    kept = [row for row in left if row.sign != ALSO or row.names]
    is_list = any(row.is_number and not row.is_lead for row in kept)
    return tuple(row for row in kept if is_list or not row.is_lead)


def numbers_in_a_row(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a key with the list of its numbers as one sentence, if any: it takes a third of the room."""
    listed = [row for row in rows if row.is_number]
    if not listed:
        return tuple(rows)
    # A number stays with the whole of its name.
    lead, *told = (f"{row.number} {row.label}".replace(" ", "\u00a0") if row.number else row.label for row in listed)
    at = rows.index(listed[0])
    return (
        *rows[:at],
        Row(ALSO, "", told=f"{lead} {', '.join(told)}"),
        *(row for row in rows[at:] if not row.is_number),
    )
