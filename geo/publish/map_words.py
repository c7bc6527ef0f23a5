"""The map of a stop, or of a day, in words for those who cannot see it."""

from collections.abc import Iterable
from datetime import date

from data.dates import spelled
from data.membership import states_on
from data.memberships.answers import name_on, standing_on
from data.memberships.picture import labels_of, with_none
from data.memberships.told import Told, joined_by, picture_when, tables_of
from data.memberships.value import Membership
from data.picture import picture_on
from data.tables import current_tables
from data.vocabulary import RAMP, Status, StatusKey
from data.words import phrase, words
from geo.drawing.key import OVER, Row
from geo.drawing.label_layout import Box
from geo.drawing.offered import view_name
from geo.drawing.on_map import notes_on
from geo.drawing.read_once import map_of
from geo.lesson.lesson import Stop, day_of
from geo.publish.stop_picture import asked_day
from geo.publish.stop_words import who_said


def alt_of_asked(stop: Stop, told: Told | None = None) -> str:
    """What the map of a stop shows before the answer, in words."""
    told = told or current_tables()
    day = asked_day(stop, told)
    parts = [f"{view_name(stop.view)}, {spelled(day)}", _counted(day, told), *_asked_about(stop, day, told)]
    return ". ".join(parts) + "."


def alt_text(stop: Stop, told: Told | None = None) -> str:
    """What the map of a stop shows, in words: the day, the counts, who joined, what is pointed at."""
    told = told or current_tables()
    named, day = words(), day_of(stop, told)
    parts = [alt_of_day(day, stop.view, told).removesuffix("."), *_asked_about(stop, day, told)]
    if stop.focus:
        parts += [f"{named['stage']['outlined']}: {_names(stop.focus, day, told)}"]
    if stop.statement:
        row = tables_of(told).statements.set_index("id").loc[stop.statement]
        parts += [f"{named['stance'][row['stance']]['label']}: {who_said(row, tables_of(told))}"]
    if stop.draft:
        touched = picture_when(day, told).drafts[stop.draft].countries
        parts += [named["draft"][stop.draft], phrase("map_words", "touched", names=_names(touched, day, told))]
    return ". ".join(parts) + "."


def _asked_about(stop: Stop, day: date, told: Told) -> list[str]:
    return [phrase("map_words", "asked_about", names=_names(stop.names, day, told))] if stop.names else []


def _names(units: Iterable[str], day: date, told: Told) -> str:
    """What units were called on a day, in a row."""
    pictured = picture_when(day, told).units
    return ", ".join(pictured[unit].name for unit in units)


def alt_of_day(day: date, view: str, told: Told) -> str:
    """What the map of a day shows, in words: its headline, the counts, who joined."""
    named, picture = words(), picture_when(day, told)
    parts = [f"{view_name(view)}, {spelled(day)}: {picture.headline.title}", _counted(day, told)]
    drawn = map_of(view, picture.tables)
    parts += [note.removesuffix(".") for note in notes_on(picture, drawn, Box(*drawn["frame"]))]
    if joined := joined_by(picture):
        parts += [f"{named['stage']['joined']}: {', '.join(joined)}"]
    return ". ".join(parts) + "."


def with_what_lies_over(alt: str, key: Iterable[Row]) -> str:
    """The words of a map with those of the membership that is laid over it, if one is."""
    told = [phrase("map_words", "over", what=row.label) for row in key if row.sign == OVER]
    return " ".join([alt, *told])


def alt_without_day(day: date, view: str, told: Told) -> str:
    """What the map of a day shows, in words that leave it to be found out: each state that has a tie, by its status."""
    named = _named_on(day, told)
    parts = [phrase("map_words", "undated", view=view_name(view))]
    for status, label, _ in legend(day, told):
        if status != Status.NONE:
            parts += [f"{label}: {', '.join(sorted(name for name, its in named if its == status))}"]
    return ". ".join(parts) + "."


def _named_on(day: date, told: Told) -> list[tuple[str, StatusKey]]:
    """The states of a day by their names, each with its status."""
    if isinstance(told, Membership):
        return [(name_on(told, code, day), status) for code, status in standing_on(told, day).items()]
    picture = picture_on(day, told)
    return [(picture.state_name(state), status) for state, status in states_on(day, told).items()]


def _counted(day: date, told: Told) -> str:
    return ", ".join(f"{label} {count}" for _, label, count in legend(day, told))


def legend(day: date, told: Told | None = None) -> list[tuple[StatusKey, str, int]]:
    """The statuses that a day has, with their short names and the number of states, in the order of the legend."""
    told = told or current_tables()
    counts = with_none(picture_when(day, told))
    if isinstance(told, Membership):
        return [(status, label, counts[status]) for status, label in labels_of(told).items() if counts[status]]
    short = words()["status"]
    return [(status, short[status]["short"], counts[status]) for status in (*RAMP, Status.NONE) if counts[status]]
