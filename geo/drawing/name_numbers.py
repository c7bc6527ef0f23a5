"""Names for which a map has no room, by their numbers: who may have one, and the rows of a key that tell them.

`geo/atlas/core/name_numbers.mjs` has the same rules; `tests/cases/names.json` holds both to them.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from geo.drawing.key import Row, number_row
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Wish
from geo.drawing.name_table import Name

DIGIT = "0"
"""As wide as any."""
DASH = "–"
FEW = 12
"""Members at most of whom each is told, by its number where the map has no room for its name."""


def is_told(*, belongs: bool, is_member: bool, is_state: bool, is_faced: bool, members: int) -> bool:
    """Whether what belongs is a state on its way in, or one of so few `members` that each is told.

    One that is faced, across a front line from an ally of Moscow in the headline, is told with many, too.
    """
    return belongs and is_state and (members <= FEW or not is_member or is_faced)


def with_room_for_numbers(wishes: Sequence[Wish], told: Set[str]) -> list[Wish]:
    """The wishes, with room for a number for each that must stand or is `told`, by their keys, in any case."""
    asked = {wish.key for wish in wishes if (wish.must and not wish.quiet) or wish.key in told}
    number = DIGIT * len(str(len(asked)))
    return [replace(wish, number=number) if wish.key in asked else wish for wish in wishes]


def by_number(names: Sequence[Name], wishes: Iterable[Wish], bounds: Box) -> tuple[list[Name], tuple[Row, ...]]:
    """Names with their numbers, in the order of the alphabet, and the rows of a key that tells these.

    Then come those for which not even a number has room: of who joined the gold is on the map, others have a dash.
    """
    asked = {wish.key: wish for wish in sorted(wishes, key=lambda wish: wish.text) if wish.number}
    standing = {name.key: name.form.lines for name in names}
    counted = [key for key, wish in asked.items() if standing.get(key) == (wish.number,)]
    numbers = {key: str(number) for number, key in enumerate(counted, start=1)}
    written = [
        replace(name, form=replace(name.form, lines=(numbers[name.key],))) if name.key in numbers else name
        for name in names
    ]
    lost = [wish for key, wish in asked.items() if key not in standing and _is_seen(bounds, wish)]
    rows = [number_row(number, asked[key].text) for key, number in numbers.items()]
    return written, (*rows, *(number_row("" if wish.joined else DASH, wish.text) for wish in lost))


def _is_seen(bounds: Box, wish: Wish) -> bool:
    """Whether the middle of what a name belongs to lies within bounds, or beyond by less than its room."""
    x, y = wish.x - bounds.x, wish.y - bounds.y
    return min(x, y, bounds.width - x, bounds.height - y) >= -wish.room / 2
