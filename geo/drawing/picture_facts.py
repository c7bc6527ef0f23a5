"""What history decides about the picture of a year; how it is drawn is decided elsewhere."""

from datetime import date
from functools import cached_property
from typing import Any

from data.borders_in_time import Front, front_of, is_inner
from data.drafts import affected
from data.headlines import Headline, headline
from data.membership import status_counts
from data.tables import Tables
from data.timeline import Segment, picture_day, segment_on
from data.vocabulary import Bloc, Effect, GroundStyle, Status, UnitKind

DISPUTED = "disputed"


class PictureFacts:
    """The picture of a year, from the tables: statuses, states, who joined, fronts, overlays, drafts, statements."""

    def __init__(self, year: int, tables: Tables) -> None:
        self.year, self.tables = year, tables
        self.day: date = picture_day(year, tables)

    @cached_property
    def headline(self) -> Headline:
        """What is said of the year."""
        return headline(self.year, self.tables)

    @cached_property
    def counts(self) -> dict[Status, int]:
        """How many states have each status."""
        return status_counts(self.year, self.tables)

    @cached_property
    def _segments(self) -> dict[str, Segment]:
        return {unit: segment_on(self.tables, unit, self.day) for unit in self.tables.units["unit"]}

    @cached_property
    def statuses(self) -> dict[str, Status]:
        """The status of every unit."""
        return {unit: segment.status for unit, segment in self._segments.items()}

    @cached_property
    def states(self) -> dict[str, str]:
        """The state that every unit belongs to."""
        return {unit: segment.state for unit, segment in self._segments.items()}

    @cached_property
    def joined(self) -> list[str]:
        """Countries and parts that entered since the picture of the year before."""
        if self.year == self.tables.first_year:
            return []
        before = picture_day(self.year - 1, self.tables)
        own = self.tables.units.loc[self.tables.units["kind"] != UnitKind.DEPENDENCY, "unit"]
        return [
            unit
            for unit in own
            if self.statuses[unit] == Status.MEMBER and segment_on(self.tables, unit, before).status != Status.MEMBER
        ]

    def front(self, border: str) -> Front | None:
        """What kind of front line a border is, by the ids of its two units: `FIN|RUS`."""
        one, other = border.split("|")
        return front_of(one, other, self.day, self.tables)

    def is_inner(self, border: str) -> bool:
        """Whether a border lies inside one state."""
        one, other = border.split("|")
        return is_inner(one, other, self.day, self.tables)

    def overlay(self, name: str) -> list[str]:
        """The units that a layer, or `disputed`, covers."""
        tables = self.tables
        bloc = {"csto": Bloc.CSTO, "eu": Bloc.EU}.get(name)
        if name == DISPUTED:
            rows = tables.disputed[tables.disputed["style"] == GroundStyle.HATCHED]
        elif name == "command":
            rows = tables.territory_changes[tables.territory_changes["effect"] == Effect.COMMAND_ONLY]
        elif name == "area":
            rows = tables.territory_changes[tables.territory_changes["effect"] == Effect.OUT_OF_AREA]
        else:
            rows = tables.other_blocs[tables.other_blocs["bloc"] == bloc]
        units: list[str] = []
        for row in rows.itertuples():
            if row.start_day <= self.day < row.end_day:
                units += row.unit if isinstance(row.unit, tuple) else [row.unit]
        if name == "area":
            units = [unit for unit in units if self.statuses[unit] == Status.MEMBER]
        return list(dict.fromkeys(units))

    def draft(self, article: str) -> list[str]:
        """The ground an article would touch: each state with all units of that state and status."""
        if not article:
            return []
        units = self.tables.units.set_index("unit")["kind"]
        keys = {unit: (self.states[unit], self.statuses[unit]) for unit in units.index}
        touched = affected(article, self.day, self.tables)
        states = {keys[unit] for unit in touched}
        return [
            unit
            for unit, kind in units.items()
            if unit in touched or (kind != UnitKind.COUNTRY and keys[unit] in states)
        ]

    def statements(self, only: str = "") -> list[Any]:
        """The main statements of the year, or one alone, as rows of the table."""
        first = self.tables.first_year
        return [
            row
            for row in self.tables.statements.itertuples()
            if (row.id == only if only else row.lean and max(first, row.day.year) == self.year)
        ]
