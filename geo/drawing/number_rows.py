"""The rows of a key that tell what the numbers on its map mean, and who has no room there even for one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.drawing.key import ALSO, AWAY, EDGE, HERE, LEAD, NUMBER, Row


class Listed(NamedTuple):
    """A name for which a map has no room: its number there, or none; of who joined the gold is there.

    Without either it is found by the colour of its status. One that is spare is told where a key has room.
    """

    number: str
    text: str
    joined: bool
    status: str = ""
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
    """That some stand on the map by a number or the gold of who joined, and who; then the others by their fill."""
    told, lost = ([each for each in listed if bool(each.number or each.joined) == is_told] for is_told in (True, False))
    if told:
        yield Row(LEAD, "key.numbers")
    yield from (number_row(each.number, each.text, joined=each.joined) for each in told)
    for status in dict.fromkeys(each.status for each in lost):
        alike = [each for each in lost if each.status == status]
        spare = tuple(each.text for each in alike if each.is_spare)
        sign = f"{ALSO}-{status}" if status else ALSO
        yield Row(sign, "key.numbers_also", tuple(each.text for each in alike), spare=spare)


def lighter(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows of a key, and again and again without the longest list of the names that may be left out.

    At worst without the others that have no number, of which the shortest goes first.
    """
    left = tuple(rows)
    yield left
    for longest in sorted((row for row in rows if row.spare), key=lambda row: len(row.label), reverse=True):
        names = tuple(name for name in longest.names if name not in longest.spare)
        kept = (replace(row, names=names, spare=()) if row is longest else row for row in left)
        left = tuple(row for row in kept if row.names or not row.lost_fill)
        yield left
    for shortest in sorted((row for row in left if row.lost_fill), key=lambda row: len(row.label)):
        left = tuple(row for row in left if row is not shortest)
        yield left


def stays_with(before: Row, row: Row) -> bool:
    """Whether a row of the list goes on in the column of the one before: those without a number have a sign."""
    return before.is_number and row.is_number and not row.lost_fill


def numbers_in_a_row(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a key with the list of its numbers as one sentence, if any: it takes a third of the room."""
    listed = [row for row in rows if row.is_number and not row.is_also]
    if not listed:
        return tuple(rows)
    # A number stays with the whole of its name.
    lead, *told = (f"{row.number} {row.label}".replace(" ", "\u00a0") if row.number else row.label for row in listed)
    at = rows.index(listed[0])
    return (
        *rows[:at],
        Row(ALSO, "", told=f"{lead} {', '.join(told)}"),
        *(row for row in rows[at:] if row not in listed),
    )
