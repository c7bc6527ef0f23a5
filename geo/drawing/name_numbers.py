"""Names for which a map has no room, by their numbers: who may have one, and the list that tells them.

`geo/atlas/core/name_numbers.mjs` has the same rules; `tests/cases/names.json` holds both to them.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from operator import attrgetter

from geo.drawing.label_layout import Box
from geo.drawing.name_forms import NO_TIE, Wish
from geo.drawing.name_sight import is_well_within
from geo.drawing.name_table import Name
from geo.drawing.number_rows import Listed

DIGIT = "0"
"""As wide as any."""
FEW = 12
"""Members at most of whom each is told, by its number where the map has no room for its name."""
RARE = 9
"""States at most that have a status of which each is told so, too: a key that counts them says no more than that."""
ON_WORLD = 4
"""As many on the whole world, where most are specks, and one alone where somebody joined: their list comes first."""

NARROW = 50
"""Less sizes wide, or less than half as many high, a map has no room for all names, nor for leaders of a crowd."""
MISSED = 1.75
"""Sizes wide a country in the frame of its view would be missed if it had no name; one without a tie on such a map."""


def is_told(*, belongs: bool, is_member: bool, is_state: bool, is_faced: bool, members: int) -> bool:
    """Whether what belongs is a state on its way in, or one of so few `members` that each is told.

    One that is faced, across a front line from an ally of Moscow in the headline, is told with many, too.
    """
    return is_state and belongs and (members <= FEW or not is_member or is_faced)


def is_rare(*, is_state: bool, bearers: int, is_world: bool, is_news: bool) -> bool:
    """Whether a state has a status with so few, be it what it may, that its row in a key asks who they are.

    On the whole world fewer, above all where it is news that somebody joined.
    """
    return is_state and bearers <= ((1 if is_news else ON_WORLD) if is_world else RARE)


def is_narrow(base: float, bounds: Box) -> bool:
    """Whether a map is small for names of that size."""
    return min(bounds.width, 2 * bounds.height) < NARROW * base


def with_room_for_numbers(wishes: Sequence[Wish], told: Set[str], base: float, bounds: Box, frame: Box) -> list[Wish]:
    """The wishes, with room for a number for each that must stand, is rare or `told`, by their keys, in any case.

    And, after these, for each whose country would be missed, where it is in the `frame` of the view; one without a tie
    would only on a map that is small for names of `base` px.
    """
    asked = {wish.key for wish in wishes if (wish.must and not wish.quiet) or wish.rare or wish.key in told}
    narrow = is_narrow(base, bounds)
    late = {wish.key for wish in wishes if (narrow or wish.rank < NO_TIE) and _is_missed(wish, base, frame)} - asked
    before = {wish.key for wish in wishes if wish.key in asked and (wish.key in told or wish.must)}

    def number(wish: Wish) -> str:  # who must stand comes before who is rare, and has no more digits for that
        return DIGIT * len(str(len(before if wish.key in before else asked)))

    return [
        replace(wish, number=number(wish))
        if wish.key in asked
        else replace(wish, number=2 * DIGIT, late=True)
        if wish.key in late
        else wish
        for wish in wishes
    ]


def _is_missed(wish: Wish, base: float, frame: Box) -> bool:
    x, y = wish.x - frame.x, wish.y - frame.y
    return wish.room >= MISSED * base and not wish.stays and 0 <= x <= frame.width and 0 <= y <= frame.height


def by_number(names: Sequence[Name], wishes: Iterable[Wish], bounds: Box) -> tuple[list[Name], tuple[Listed, ...]]:
    """Names with their numbers, in the order of the alphabet, and the list that tells these.

    Who would but be missed comes after the others where these have room for fewer digits than they would have, and has
    no row without a number. What is a number anyway, on a blank map, keeps it. Then come those for which not even a
    number has room, and all else who count: who joined, of whom the gold is on the map, before others.
    """
    in_order = sorted((wish for wish in wishes if wish.text != wish.number), key=attrgetter("text"))
    asked = {wish.key: wish for wish in in_order if wish.number or wish.counts}
    standing = {name.key: name.form.lines for name in names}
    counted = [key for key, wish in asked.items() if standing.get(key) == (wish.number,)]
    if any(len(asked[key].number) < len(str(at)) for at, key in enumerate(counted, start=1)):
        counted.sort(key=lambda key: len(asked[key].number))
    numbers = {key: str(number) for number, key in enumerate(counted, start=1)}
    written = [
        replace(name, form=replace(name.form, lines=(numbers[name.key],))) if name.key in numbers else name
        for name in names
    ]
    left = [wish for key, wish in asked.items() if key not in standing and is_well_within(wish.x, wish.y, bounds)]
    lost = [
        Listed("", wish.text, wish.joined, wish.status, is_spare=wish.late or not wish.number)
        for wish in left
        if wish.counts or (wish.number and not wish.late)
    ]
    rows = [Listed(number, asked[key].text, asked[key].joined) for key, number in numbers.items()]
    return written, (*rows, *sorted(lost, key=lambda each: (not each.joined, each.text)))
