"""How long a year of any membership rests on the screen."""

from data.memberships.answers import Turn, changes
from data.memberships.told import Told
from data.memberships.value import Membership
from data.pace import Pace, dwell_ms, pace_of


def pace_of_membership(year: int, membership: Membership) -> Pace:
    """Joined where somebody joined or left, else changed where a status did, else empty, as the first year is."""
    if year == membership.first_day.year:
        return Pace.EMPTY
    turns = {each.turn for each in changes(membership) if each.day.year == year}
    if turns & {Turn.JOINED, Turn.LEFT}:
        return Pace.JOINED
    return Pace.CHANGED if turns else Pace.EMPTY


def dwell_of(year: int, told: Told) -> int:
    """How long a year is shown at normal speed, in ms."""
    return dwell_ms(pace_of_membership(year, told) if isinstance(told, Membership) else pace_of(year, told))
