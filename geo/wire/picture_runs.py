"""The picture of every day, for the browser: each thing that history decides as runs `[[from, value], ...]`.

All of it is read off the values of `data.picture`, on the days that may differ; nothing is decided here. `from` counts
whole days since 1 January of the first year; see `data.runs`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from data.cities import city_runs
from data.ground_note import in_order
from data.headlines import Headline
from data.measures import NEAREST_TO, Measures
from data.memberships.shipped import union_day
from data.names import Names, state_names
from data.picture import AREA_EFFECTS, Caption, Picture, UnitPicture, days_that_differ, picture_on
from data.rows import rows_with
from data.runs import Runs, day_number, runs_of
from data.tables import Tables
from data.treaty_area import days_of_change
from data.vocabulary import Effect, Overlay, Status, StatusKey
from geo.wire.strict_json import Json


@dataclass(frozen=True)
class Course:
    """A history to read off as pictures: the days on which they may differ, the changes among them, its statuses."""

    tables: Tables
    days: Sequence[date]
    changes: Sequence[date]
    picture_on: Callable[[date], Picture]
    statuses: Sequence[StatusKey]


def course_of_nato(tables: Tables) -> Course:
    """NATO, as the tables of an edition tell of it."""
    return Course(
        tables,
        days_that_differ(tables),
        days_of_change(tables),
        lambda day: picture_on(day, tables),
        list(Status),
    )


class PictureRuns:
    """The runs of what is told: every picture is made once, and each list is read off those that may differ in it."""

    def __init__(self, course: Course) -> None:
        self._tables = course.tables
        self._order = list(course.statuses)
        self._changes = course.changes
        self._days = course.days
        self._pictures = {day: course.picture_on(day) for day in self._days}
        turned = (day for before, day in pairwise(self._days) if self._units(day) is not self._units(before))
        self._turns = [self._days[0], *turned]
        """The days on which something begins that lasts whatever the year: units, outlines, labels, drafts."""

    def _units(self, day: date) -> Mapping[str, UnitPicture]:
        return self._pictures[day].units

    def _runs(self, value_of: Callable[[Picture], Any]) -> Runs[Any]:
        return runs_of(self._days, lambda day: value_of(self._pictures[day]), self._tables)

    def _lasting(self, value_of: Callable[[Picture], Any]) -> Runs[Any]:
        """The same of what can only change on some of the days."""
        return runs_of(self._turns, lambda day: value_of(self._pictures[day]), self._tables)

    def of_unit(self, unit: str, name: str) -> Runs[list[Any]]:
        """Status by its place in the list, state, since, relation, and the name where it is not `name`."""

        def told(here: UnitPicture) -> list[Any]:
            always = [self._order.index(here.status), here.state, here.since, here.relation]
            return always if here.name == name else [*always, here.name]

        return [(start, told(here)) for start, here in self._lasting(lambda picture: picture.units[unit])]

    def of_draft(self, article: str) -> Json:
        """The countries that an article touches, and the ground that wears its hatch."""
        return {
            "touches": self._lasting(lambda picture: picture.drafts[article].countries),
            "ground": self._lasting(lambda picture: picture.drafts[article].ground),
        }

    def payload(self) -> Json:
        """All that is not about one unit or one article."""
        headlines: dict[Headline, int] = {}
        payload: Json = {
            "changes": [day_number(day, self._tables) for day in self._changes],
            "joined": self._runs(lambda picture: picture.joined),
            "joined_count": self._runs(lambda picture: picture.joined_count),
            "counts": self._lasting(lambda picture: [picture.counts.get(status, 0) for status in self._order]),
            "called": self._sparse(lambda picture: {key: astuple(told) for key, told in picture.called.items()}),
            "headline": self._runs(lambda picture: _place(picture.headline, headlines)),
            "captions": {voice: self._runs(partial(_caption, voice, headlines)) for voice in self._voices()},
            "overlays": {str(overlay): self._lasting(partial(_overlay, overlay)) for overlay in Overlay},
            "outlines": self._sparse(lambda picture: picture.outlines),
            "opens": self._sparse(lambda picture: picture.opens),
            "labels": self._sparse(lambda picture: picture.labels),
            "named": self._runs(lambda picture: picture.named),
            "concerned": self._runs(_concerned_beside_named),
            "untold": self._runs(lambda picture: bool(picture.untold)),
            "state_names": self._state_names(),
            "area": {str(effect): self._area(effect) for effect in AREA_EFFECTS},
            "ground_notes": self._ground_notes(),
            "west_berlin": self._lasting(lambda picture: picture.west_berlin),
            "union_from": day_number(union_day(), self._tables),
            "measures": self._runs(lambda picture: _measures(picture.measures)),
            "cities": {str(city): city_runs(city, self._tables) for city in NEAREST_TO},
        }
        return {**payload, "headlines": [[each.title, each.detail] for each in headlines]}

    def _voices(self) -> list[str]:
        return sorted({voice for picture in self._pictures.values() for voice in picture.captions})

    def _sparse(self, values_of: Callable[[Picture], Any]) -> Json:
        """Runs of what only some keys have; null where one has none on a day."""
        keys = dict.fromkeys(key for picture in self._pictures.values() for key in values_of(picture))
        return {key: self._lasting(partial(_entry, values_of, key)) for key in keys}

    def _area(self, effect: Effect) -> Json:
        """By territory that ever had an effect on the treaty's area, in the order of the table, the days on which."""
        found = {name for picture in self._pictures.values() for name in picture.area.get(effect, ())}
        names = dict.fromkeys(row.territory for row in rows_with(self._tables, "territory_changes", "effect", effect))
        return {name: self._lasting(partial(_is_in_area, effect, name)) for name in names if name in found}

    def _ground_notes(self) -> list[Any]:
        """By sentence, the units it is about, with what it names them and the days on which it does."""
        forms: dict[str, set[tuple[str, str]]] = {}
        for picture in self._pictures.values():
            for note in picture.ground_notes:
                forms.setdefault(note.form, set()).update(note.parts)
        return [
            [form, [[*part, self._runs(partial(_is_noted, form, part))] for part in in_order(parts)]]
            for form, parts in forms.items()
        ]

    def _state_names(self) -> Json:
        """The names of the states whose name changed; the others keep the one they have."""
        had_others = Names.of(self._tables).had_others
        runs = {
            code: self._lasting(partial(_state_name, code)) for code in filter(had_others, state_names(self._tables))
        }
        return {code: run for code, run in runs.items() if len(run) > 1}


def _concerned_beside_named(picture: Picture) -> Sequence[str] | None:
    """Whom a headline is about; None where they are those whom it names, which is told."""
    return None if picture.concerned == picture.named else picture.concerned


def _place(headline: Headline, headlines: dict[Headline, int]) -> int:
    """The place of a headline in the list, put there at its first mention."""
    return headlines.setdefault(headline, len(headlines))


def _caption(voice: str, headlines: dict[Headline, int], picture: Picture) -> list[Any] | None:
    told: Caption | None = picture.captions.get(voice)
    return [told.kind, _place(told.headline, headlines)] if told else None


def _overlay(overlay: Overlay, picture: Picture) -> tuple[str, ...]:
    return picture.overlays.get(overlay, ())


def _is_in_area(effect: Effect, name: str, picture: Picture) -> bool:
    return name in picture.area.get(effect, ())


def _is_noted(form: str, part: tuple[str, str], picture: Picture) -> bool:
    return any(note.form == form and part in note.parts for note in picture.ground_notes)


def _entry(values_of: Callable[[Picture], Mapping[str, Any]], key: str, picture: Picture) -> Any:
    return values_of(picture).get(key)


def _state_name(code: str, picture: Picture) -> str:
    return picture.state_name(code)


def _measures(measures: Measures | None) -> Json | None:
    if measures is None:
        return None
    nearest = {
        str(city): {"km": land.km, "unit": land.unit, "place": land.place}
        for city in NEAREST_TO
        for land in [measures.nearest[city]]
    }
    return {
        "official_km": measures.official_km,
        "measured_km": measures.measured_km,
        "faced": measures.faced,
        **nearest,
    }
