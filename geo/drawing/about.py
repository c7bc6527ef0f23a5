"""The units that a map is about: the same rule as `geo/atlas/core/about.mjs`.

`tests/cases/about.json` holds the two together.
"""

from collections.abc import Iterable

from data.picture import Picture
from data.vocabulary import Overlay


def units_about(facts: Picture, joined: Iterable[str], pointed_at: Iterable[str], *, news: bool = True) -> set[str]:
    """What outlines of who joined and of what is pointed at enclose, all of who is in the headline, ground in dispute.

    Whether a name of theirs has its place on the map makes no difference. Without `news` no headline is told, as on a
    picture that asks before it answers.
    """
    units, named = facts.units, {*facts.named, *facts.concerned} if news else set()
    outlined = [*joined, *pointed_at, *(key for key in named if key in units)]
    held = (unit for unit, here in units.items() if here.state in named and here.state not in units)
    return {*(unit for each in outlined for unit in facts.outline_of(each)), *held, *facts.overlays[Overlay.DISPUTED]}
