"""Where a lesson halts before a stop: on a day whose map gives nothing of the answer away."""

from datetime import date, timedelta

from data.dates import spelled
from data.memberships.told import Told, day_of_year
from data.memberships.value import Membership
from data.tables import Tables, current_tables
from data.timeline import segment_on, segments
from data.vocabulary import Status
from geo.lesson.lesson import Stop, day_of

ON_THE_WAY = (Status.ASPIRANT, Status.INVITEE, Status.MEMBER)


def halted_on(stop: Stop, told: Told | None = None) -> date | None:
    """The day whose picture waits for the class; None where the stop shows its own at once.

    It is the end of the year `before`, or the day before a state that comes nearer up to the stop set out on its way:
    an application or an invitation on the map would name the state that is asked for.
    """
    if not stop.before:
        return None
    told = told or current_tables()
    asked = day_of_year(stop.before, told)
    if isinstance(told, Membership):
        return asked
    starts = (_set_out(unit, asked, day_of(stop, told), told) for unit in stop.focus)
    return max(told.first_day, min([asked, *(start - timedelta(days=1) for start in starts if start)]))


def halted_when(stop: Stop, told: Told | None = None) -> str:
    """The same day as it is told: 1953, or 23 April 1999; empty where the stop does not halt."""
    told = told or current_tables()
    day = halted_on(stop, told)
    if day is None:
        return ""
    return str(day.year) if day == day_of_year(day.year, told) else spelled(day)


def _set_out(unit: str, asked: date, told: date, tables: Tables) -> date | None:
    """When a unit that is further on the way when told than when asked set out; None where it is not."""
    status = segment_on(tables, unit, told).status
    if status not in ON_THE_WAY or status == segment_on(tables, unit, asked).status:
        return None
    start = None
    for segment in segments(tables)[unit]:
        if segment.start_day > told:
            break
        if segment.status not in ON_THE_WAY:
            start = None
        elif start is None:
            start = segment.start_day
    return start
