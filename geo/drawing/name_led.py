"""Names that must stand, for which not even a number has room: a line leads to them, if it need not be too long.

`geo/atlas/core/name_led.mjs` has the same rule; `tests/cases/name_led.json` holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from geo.drawing.name_forms import Wish
from geo.drawing.name_table import Name
from geo.drawing.number_rows import Listed

MOST_TIMES, MOST_LED = 2, 6
"""Names are laid out again: a step waits for it. More lines than so many would be a web over names."""
Laid = tuple[list[Name], tuple[Listed, ...]]
"""The names as they stand, and the list of the others: those without a number are on the map by nothing."""


def with_led(wishes: Sequence[Wish], lay: Callable[[Sequence[Wish]], Laid]) -> Laid:
    """The names laid out, and again with lines rather than numbers for those lost, while that leaves fewer lost.

    Who joined is found by the gold, and one whose middle is out of sight has no line.
    """
    best = lay(wishes)
    led = set[str]()
    lost = _lost(wishes, best)
    for _ in range(MOST_TIMES):
        asked = led | lost
        if asked == led or len(asked) > MOST_LED:
            break
        led = asked
        again = lay([replace(wish, led=True) if wish.key in led else wish for wish in wishes])
        left = _lost(wishes, again)
        if len(left) >= len(lost):
            break
        best, lost = again, left
    return best


def _lost(wishes: Sequence[Wish], laid: Laid) -> set[str]:
    """Those that must stand, and are but told at the end of the list."""
    told = {each.text for each in laid[1] if not each.number}
    return {wish.key for wish in wishes if wish.must and not wish.joined and not wish.inland and wish.text in told}
