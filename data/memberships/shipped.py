"""The memberships that come with the atlas: NATO first, which it is about, then those of the folders here."""

from datetime import date

from data.memberships.nato import ID as NATO
from data.memberships.nato import nato
from data.memberships.reader import current_membership, membership_ids
from data.memberships.value import Membership
from data.sentences import capitalised
from data.tables import current_tables

EARLY = (NATO, "eu")
"""Those that stand before the others in a choice, which are in the order of the alphabet."""

UNION = "E08"
"""The row of the European Union's events with which it begins."""


def shipped_ids() -> tuple[str, ...]:
    """The id of each, in the order in which they are offered."""
    return tuple(dict.fromkeys((*EARLY, *sorted(membership_ids(), key=lambda id_: called(shipped(id_))))))


def shipped(id_: str) -> Membership:
    """One of them, read once per process; KeyError for an id there is not."""
    return nato(current_tables()) if id_ == NATO else current_membership(id_)


def union_day() -> date:
    """The day on which the European Union followed the European Economic Community."""
    return next(event.day for event in shipped("eu").events if event.id == UNION)


def called(membership: Membership) -> str:
    """What a membership is called in a choice: `European Union`."""
    return capitalised(membership.short.removeprefix("the "))
