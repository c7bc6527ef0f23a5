"""States that are gone, and countries that were once part of one: by the history that the atlas has."""

from collections import defaultdict
from datetime import date

from data.dates import OPEN_END, end_day, first_day
from data.memberships.checks import countries as countries_of_memberships
from data.memberships.ground import same_ground
from data.names import Names
from data.rows import rows
from data.tables import Tables
from data.timeline import segments
from data.vocabulary import Relation, UnitKind


class History:
    """What the tables of an edition know of who was a state when."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._units = {row.unit: row.kind for row in rows(tables, "units")}
        self._same = same_ground(tables)
        self._spans: dict[str, tuple[date, date]] = {}
        self._grounds: dict[str, set[str]] = defaultdict(set)
        for row in rows(tables, "historical_states"):
            if row.relation != Relation.PART or row.state_code in self._units:
                continue
            start, end = self._spans.get(row.state_code, (row.start_day, row.end_day))
            self._spans[row.state_code] = (min(start, row.start_day), max(end, row.end_day))
            self._grounds[row.state_code].add(row.unit)

    def last_day(self, code: str) -> date:
        """The first day without a state; never for one that is there."""
        return self._spans[code][1] if code in self._spans else OPEN_END

    def first_day(self, code: str) -> date:
        """The first day of a state that is gone."""
        return self._spans[code][0] if code in self._spans else date.min

    def was_there(self, code: str, start: str) -> bool:
        """Whether somebody was a state on a day."""
        day = first_day(start)
        if code in self._spans:
            return self.first_day(code) <= day < self.last_day(code)
        return self.state_on(code, day) == code

    def state_on(self, code: str, day: date) -> str:
        """Which state a unit belonged to on a day: itself where it was one, or where that is another name for it."""
        if code not in self._units:
            return code
        day = min(max(day, self.tables.first_day), self.tables.as_of)
        state = next(part.state for part in segments(self.tables)[code] if part.start_day <= day < part.end_day)
        return code if self._same.get(state) == code else state

    def own_day(self, code: str, day: date) -> date:
        """The first day from a day on, on which a unit is a state of its own."""
        later = (part.start_day for part in segments(self.tables)[code] if part.end_day > day)
        return next((start for start in later if self.state_on(code, start) == code and start >= day), OPEN_END)

    def is_country(self, code: str) -> bool:
        """Whether a code is a country of today, and no dependency nor a part of one."""
        return self._units.get(code, UnitKind.COUNTRY) == UnitKind.COUNTRY and code not in self._spans

    def is_land(self, code: str) -> bool:
        """Whether a code is land that a state has: a dependency, or a part told apart."""
        return code in self._units and self._units[code] != UnitKind.COUNTRY

    def follow_one_another(self, one: str, two: str) -> bool:
        """Whether one was a part of the other's ground, as Russia of the Soviet Union's."""
        if one in self._spans and two in self._spans:
            return bool(self._grounds[one] & self._grounds[two])
        gone, there = (one, two) if one in self._spans else (two, one)
        return there in self._grounds.get(gone, ())

    def name_on(self, code: str, start: str, names: dict[str, str]) -> str:
        """What somebody was called at the first day of a row."""
        if code in countries_of_memberships() and code not in self._units:
            return names[code]
        day = min(max(first_day(start), self.tables.first_day), self.tables.as_of)
        return Names.of(self.tables).of_state(code, day)

    def ends_before(self, code: str, end: str) -> bool:
        """Whether a state was gone before an end, or before an open one."""
        return end_day(end) > self.last_day(code)
