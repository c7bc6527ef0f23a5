"""A lesson made of a membership by rule: its founding, the years that brought or took somebody, and its last day."""

from collections.abc import Iterator
from itertools import pairwise

from data.gate.text import cut
from data.headlines import NAMED_AT_MOST
from data.kept_with import kept_with
from data.memberships.answers import Change, changes, name_on, rounds
from data.memberships.cards import card_on
from data.memberships.ground import units_of
from data.memberships.picture import picture_of_year
from data.memberships.value import Event, Membership
from data.words import phrase
from geo.drawing.layers import OF_ANY
from geo.drawing.offered import view_of
from geo.lesson.lesson import LONGEST, MOST_STOPS, Lesson, Stop

PERIOD = 45
"""Minutes that the stops share."""


@kept_with()
def lesson_of(membership: Membership) -> Lesson:
    """The lesson: titles and texts are the headlines of the years, the notes say since when of each who came or went.

    Of more years than a lesson has stops those are told in which most came or went, the first and the last with them.
    """
    told = _years(membership)
    shown = _chosen(membership, told)
    key = "subtitle" if len(shown) == len(told) else "subtitle_of_most"
    return Lesson(
        membership.title,
        phrase("membership_lesson", key, first=shown[0], last=shown[-1]),
        stops=tuple(_stop(membership, year, minutes) for year, minutes in zip(shown, _shared(len(shown)), strict=True)),
    )


def _shared(stops: int) -> list[int]:
    """The minutes of each stop: whole ones, which together are the period where it has one for each."""
    begins = [PERIOD * stop // stops for stop in range(stops + 1)]
    return [max(1, end - begin) for begin, end in pairwise(begins)]


def _years(membership: Membership) -> list[int]:
    """The years with a round or an event over them, and the last."""
    events = {event.day.year for event in membership.events if event.headline and event.day <= membership.as_of}
    return sorted({membership.as_of.year, *events, *(each.year for each in rounds(membership))})


def _chosen(membership: Membership, years: list[int]) -> list[int]:
    if len(years) <= MOST_STOPS:
        return years
    moved = {each.year: len(each.joined) + len(each.left) for each in rounds(membership)}
    between = sorted(years[1:-1], key=lambda year: (-moved.get(year, 0), year))[: MOST_STOPS - 2]
    return sorted([years[0], *between, years[-1]])


def _stop(membership: Membership, year: int, minutes: int) -> Stop:
    picture = picture_of_year(membership, year)
    now = next((each for each in rounds(membership) if each.year == year), None)
    came_and_went = [*now.joined, *now.left] if now else []
    events = [event for event in membership.events if event.day.year == year and event.day <= picture.day]
    focus = _focus(membership, year, events) if not picture.joined else ()
    return Stop(
        year,
        picture.headline.title,
        view=view_of(membership, focus),
        focus=focus,
        layers=OF_ANY,
        text=_text(picture.headline.detail, came_and_went, [] if now and now.founding else events),
        notes=cut("\n".join(_notes(membership, came_and_went, events)), LONGEST["notes"]),
        minutes=minutes,
        sources=tuple(dict.fromkeys(_sources(membership, year, events))),
    )


def _text(detail: str, told: list[Change], events: list[Event]) -> str:
    """What the headline says, and what an event says of those who came or went, where there is room for both."""
    codes = {change.code for change in told}
    of_them = (event.summary for event in events if event.codes and codes.issuperset(event.codes))
    both = next((f"{summary} {detail}" for summary in of_them if summary not in detail), detail)
    return both if len(both) <= LONGEST["text"] else detail


def _focus(membership: Membership, year: int, events: list[Event]) -> tuple[str, ...]:
    """Who left, else whom the event over the year is about: who joined is outlined anyway."""
    left = [change.code for each in rounds(membership) if each.year == year for change in each.left]
    named = [code for event in events if event.headline for code in event.codes]
    found = left or (named if len(named) <= NAMED_AT_MOST else [])
    return tuple(code for code in dict.fromkeys(found) if code in units_of(membership))


def _notes(membership: Membership, told: list[Change], events: list[Event]) -> Iterator[str]:
    for change in told:
        name = name_on(membership, change.code, change.day)
        rows = membership.rows_of[change.code]
        lines = card_on(membership, change.code, membership.as_of).lines
        for row, line in zip(rows, lines, strict=True):
            ends = row.end_day if change.after not in membership.counting else row.start_day
            if ends == change.day and row.status in (change.before, change.after):
                said = ". ".join(each.removesuffix(".") for each in (line.text, line.note) if each)
                yield phrase("membership_lesson", "note", name=name, line=said)
    for event in events:
        yield phrase("membership_lesson", "event", title=event.title, summary=event.summary)


def _sources(membership: Membership, year: int, events: list[Event]) -> Iterator[str]:
    """What the changes of a year and its events rest on."""
    for change in changes(membership):
        if change.day.year == year:
            for row in membership.rows_of[change.code]:
                if year in (row.start_day.year, row.end_day.year):
                    yield from row.sources
    for event in events:
        yield from event.sources
