"""What a year brought a membership, as a list: its events, and each change of a status on its day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from data.headlines import NAMED_AT_MOST
from data.kept_with import kept_with
from data.memberships.answers import Change, Turn, changes, members_on
from data.memberships.headlines import names_of, told_of
from data.memberships.value import Event, Membership
from data.sentences import capitalised, listed
from data.vocabulary import Confidence


@dataclass(frozen=True)
class Happened:
    """One line of the list; `date` is as exact as its source."""

    day: date
    date: str
    title: str
    summary: str
    unsure: bool


@kept_with()
def happened(membership: Membership) -> tuple[Happened, ...]:
    """All that happened up to `as_of`, by day: what an event tells is not told again by the change itself."""
    events = [event for event in membership.events if event.day <= membership.as_of]
    told = [_of_event(event) for event in events]
    for group in _groups(membership):
        if not any(_tells(event, group, membership) for event in events):
            told.append(_of_changes(membership, group))
    return tuple(sorted(told, key=lambda one: one.day))


def _groups(membership: Membership) -> Iterator[list[Change]]:
    """Changes of one day that one sentence tells: the same verb of the same status, first times and returns apart."""

    def verb(change: Change) -> tuple[date, Turn, str, bool]:
        return change.day, change.turn, change.after or change.before, change.again

    # A seat that is taken over is told of who takes it.
    told = (each for each in changes(membership) if each.after or each.turn is not Turn.CONTINUED)
    for _, group in groupby(sorted(told, key=verb), key=verb):
        yield list(group)


def _tells(event: Event, group: list[Change], membership: Membership) -> bool:
    """Whether an event tells of a change; it may name the last day of who leaves, or the end of all."""
    day, turn = group[0].day, group[0].turn
    days = (day, day - timedelta(days=1)) if turn is Turn.LEFT else (day,)
    is_end = turn is Turn.LEFT and not members_on(membership, day)
    return event.day in days and (is_end or {change.code for change in group} <= set(event.codes))


def _of_event(event: Event) -> Happened:
    return Happened(event.day, event.date, event.title, event.summary, event.confidence == Confidence.UNSURE)


def _of_changes(membership: Membership, group: list[Change]) -> Happened:
    many = len(group) > NAMED_AT_MOST
    title = capitalised(told_of(membership, group, counted=many))
    summary = f"{capitalised(listed(names_of(membership, group)))}." if many else ""
    day = group[0].day
    rows = [row for change in group for row in membership.rows_of[change.code]]
    begun = [row for row in rows if row.start_day == day]
    ended = [row for row in rows if row.end_day == day]
    told_by = begun or ended
    when = min((row.since if begun else row.until for row in told_by), key=len, default=day.isoformat())
    return Happened(day, when, title, summary, any(row.confidence == Confidence.UNSURE for row in told_by))
