"""Names that must stand, for which not even a number has room: a line leads to them, unless it is too long.

`geo/atlas/core/name_led.mjs` has the same rule; `tests/cases/name_led.json` holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import hypot

from geo.drawing.key import Listed
from geo.drawing.name_forms import Wish
from geo.drawing.name_table import Name

MOST_TIMES, MOST_LED = 2, 6
"""Names are laid out again: a step waits for it. More lines than so many would be a web over names."""
FAR = 10
"""Times the size of its letters; a longer line leads to where one would not look for its country."""
Laid = tuple[list[Name], tuple[Listed, ...]]
"""The names as they stand, and the list of the others: those without a number are on the map by nothing."""


def with_led(wishes: Sequence[Wish], lay: Callable[[Sequence[Wish]], Laid]) -> Laid:
    """The names laid out, and again without a number for those lost, while that leaves fewer to be sought in vain.

    Who joined is found by the gold, and one whose middle is out of sight has no line. Whose line would be too long
    stays without a name.
    """
    best = lay(wishes)
    led, far = set[str](), set[str]()
    lost = _lost(wishes, best)
    for _ in range(MOST_TIMES):
        asked = (led | lost) - far
        if not asked or asked == led or len(asked) > MOST_LED:
            break
        led = asked
        again = lay([replace(wish, number="") if wish.key in led else wish for wish in wishes])
        if too_far := {name.key for name in again[0] if name.key in led and _is_far(name)}:
            far |= too_far
            continue
        left = _lost(wishes, again) | (led - {name.key for name in again[0]})
        if len(left) >= len(lost):
            break
        best, lost = again, left
    return best


def _is_far(name: Name) -> bool:
    if name.leader is None:
        return False
    x, y, to_x, to_y = name.leader
    return hypot(to_x - x, to_y - y) > FAR * name.form.size


def _lost(wishes: Sequence[Wish], laid: Laid) -> set[str]:
    """Those that must stand, and are but told at the end of the list."""
    told = {each.text for each in laid[1] if not each.number}
    return {wish.key for wish in wishes if wish.must and not wish.joined and not wish.inland and wish.text in told}
