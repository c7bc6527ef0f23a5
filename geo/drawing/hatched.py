"""What ground of a picture wears which pattern: what is in dispute always, blocs and other memberships on demand."""

from collections.abc import Iterator, Sequence

from data.memberships.laid_over import ground_of_members
from data.memberships.shipped import shipped
from data.picture import Picture
from data.vocabulary import Overlay
from geo.drawing.key import DRAFT, OVER
from geo.drawing.palette import HATCHES
from geo.drawing.sheet import Focus


def hatched(facts: Picture, layers: Sequence[str], focus: Focus) -> Iterator[tuple[str, str]]:
    """Each unit with the name of its pattern, in the order in which they lie over each other."""
    for name in (Overlay.DISPUTED, *(layer for layer in layers if layer in HATCHES)):
        for unit in facts.overlays[Overlay(name)]:
            yield unit, str(name)
    for unit in ground_of_members(shipped(focus.over), facts.day) if focus.over else ():
        yield unit, OVER
    for unit in facts.drafts[focus.draft].ground if focus.draft else ():
        yield unit, DRAFT
