"""The map of a stop, or of a day, in words for those who cannot see it."""

from datetime import date

from data.dates import spelled, spelled_as_given
from data.membership import states_on, status_counts_on
from data.picture import picture_on
from data.rounds import joiners_up_to
from data.tables import Tables, current_tables
from data.vocabulary import RAMP, Status, StatusKey
from data.words import phrase, words
from geo.lesson.lesson import Stop, day_of
from geo.publish.stop_picture import asked_day


def alt_of_asked(stop: Stop, tables: Tables | None = None) -> str:
    """What the map of a stop shows before the answer, in words."""
    tables = tables or current_tables()
    day = asked_day(stop, tables)
    return f"{words()['view'][stop.view]}, {spelled(day)}. {_counted(day, tables)}."


def alt_text(stop: Stop, tables: Tables | None = None) -> str:
    """What the map of a stop shows, in words: the day, the counts, who joined, what is pointed at."""
    tables = tables or current_tables()
    named, day = words(), day_of(stop, tables)
    parts = [alt_of_day(day, stop.view, tables).removesuffix(".")]
    if stop.focus:
        units = picture_on(day, tables).units
        parts += [f"{named['stage']['outlined']}: {', '.join(units[unit].name for unit in stop.focus)}"]
    if stop.statement:
        row = tables.statements.set_index("id").loc[stop.statement]
        parts += [
            f"{named['stance'][row['stance']]['label']}: {row['speaker']}, {row['city']}, "
            + spelled_as_given(row["date"])
        ]
    if stop.draft:
        parts += [named["draft"][stop.draft]]
    return ". ".join(parts) + "."


def alt_of_day(day: date, view: str, tables: Tables) -> str:
    """What the map of a day shows, in words: its headline, the counts, who joined."""
    named, picture = words(), picture_on(day, tables)
    parts = [f"{named['view'][view]}, {spelled(day)}: {picture.headline.title}", _counted(day, tables)]
    parts += [told.removesuffix(".") for told in picture.not_recognised]
    if joined := [joiner.name for joiner in joiners_up_to(day, tables)]:
        parts += [f"{named['stage']['joined']}: {', '.join(joined)}"]
    return ". ".join(parts) + "."


def alt_without_day(day: date, view: str, tables: Tables) -> str:
    """What the map of a day shows, in words that leave it to be found out: each state that has a tie, by its status."""
    picture = picture_on(day, tables)
    states = states_on(day, tables)
    parts = [phrase("map_words", "undated", view=words()["view"][view])]
    for status, label, _ in legend(day, tables):
        if status != Status.NONE:
            names = sorted(picture.state_name(state) for state, its in states.items() if its == status)
            parts += [f"{label}: {', '.join(names)}"]
    return ". ".join(parts) + "."


def _counted(day: date, tables: Tables) -> str:
    return ", ".join(f"{label} {count}" for _, label, count in legend(day, tables))


def legend(day: date, tables: Tables | None = None) -> list[tuple[StatusKey, str, int]]:
    """The statuses that a day has, with their short names and the number of states, in the order of the legend."""
    counts = status_counts_on(day, tables or current_tables())
    short = words()["status"]
    return [(status, short[status]["short"], counts[status]) for status in (*RAMP, Status.NONE) if counts[status]]
