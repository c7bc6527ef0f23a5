"""Names on a map that is sparing with numbers: only those have one to which a line would lead too far."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from geo.drawing.name_forms import Wish
from geo.drawing.name_led import Laid
from geo.drawing.name_numbers import DIGIT

MOST_TIMES = 3
"""Names are laid out anew with numbers among them, in whose way others may stand."""


def with_far_told(wishes: Sequence[Wish], lay: Callable[[Sequence[Wish]], Laid]) -> Laid:
    """The names laid out with lines no longer than may be, and the list of those that must stand and find no place."""
    told = set[str]()
    for _ in range(MOST_TIMES):
        number = DIGIT * len(str(len(told)))
        laid = lay(
            [replace(wish, number=number) if wish.key in told else replace(wish, led=wish.must) for wish in wishes]
        )
        lost = {wish.key for wish in wishes if wish.must and not wish.quiet}.difference(name.key for name in laid[0])
        if lost <= told:
            break
        told |= lost
    return laid
