"""The rules: which state a unit belonged to, and which status it had, from day to day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from data.dates import OPEN_END
from data.tables import Tables, current_tables
from data.vocabulary import (
    ASPIRANT_FORMATS,
    DIALOGUE_FORMATS,
    PARTNER_FORMATS,
    SOVIET_STATES,
    Bloc,
    Effect,
    Format,
    Relation,
    Status,
    UnitKind,
)

BEGINNING = date.min
WORDS = (*Format, *Bloc)


@dataclass(frozen=True)
class Interval:
    """One row of a table, half-open: what it says, from when, until when."""

    word: str
    start_day: date
    end_day: date
    start_text: str = ""
    end_text: str = ""
    relation: str = ""
    bars_membership: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force."""
        return self.start_day <= day < self.end_day


@dataclass(frozen=True)
class Segment:
    """A stretch of a unit's history in which nothing changed; `end_day` is the first day after."""

    start_day: date
    end_day: date
    status: Status
    state: str
    since: str
    formats: tuple[str, ...]
    is_state: bool


@dataclass(frozen=True)
class _Moment:
    status: Status
    cause: Interval | None
    state: str
    formats: tuple[str, ...]
    is_state: bool = True


class _Book:
    """The rows of the tables by unit, and the rules that read them."""

    def __init__(self, tables: Tables) -> None:
        units = tables.units
        self.kind = dict(zip(units["unit"], units["kind"], strict=True))
        self.whole = dict(zip(units["unit"], units["of"], strict=True))
        self.accession = {
            row.iso3: Interval(Status.MEMBER, row.joined_day, OPEN_END, row.joined_on)
            for row in tables.accessions.itertuples()
        }
        self.formats = _intervals(tables.statuses.itertuples(), "iso3", "status")
        self.blocs = _intervals(tables.other_blocs.itertuples(), "unit", "bloc")
        self.belonging = _intervals(
            (row for row in tables.historical_states.itertuples() if row.relation != Relation.OCCUPATION),
            "unit",
            "state_code",
        )
        self.area = _intervals(
            (row for row in tables.territory_changes.itertuples() if row.effect == Effect.IN_AREA), "unit", "effect"
        )
        pact = (row for rows in self.blocs.values() for row in rows if row.word == Bloc.WARSAW_PACT)
        self.pact = min(pact, key=lambda row: row.start_day, default=Interval("", BEGINNING, BEGINNING))

    def moment(self, unit: str, day: date) -> _Moment:
        """Status, cause, state and formats of a unit on a day."""
        home = next((row for row in self.belonging[unit] if row.holds_on(day)), None)
        if home is None:
            if self.kind[unit] == UnitKind.DEPENDENCY:
                return replace(self.moment(self.whole[unit], day), state=self.whole[unit], formats=(), is_state=False)
            if self.kind[unit] == UnitKind.PART:
                return self.moment(self.whole[unit], day)
            return self._own(unit, unit, day, None)
        if home.relation != Relation.PART:
            return self._overseas(unit, home.word, day)
        if home.word in self.kind and home.word != unit:
            return self.moment(home.word, day)
        return self._own(unit, home.word, day, home)

    def _overseas(self, unit: str, power: str, day: date) -> _Moment:
        """A colony shares its power's status only where the treaty area covered it."""
        status, cause = Status.NONE, None
        covered = next((row for row in self.area[unit] if row.holds_on(day)), None)
        if covered is not None:
            ruler = self.moment(power, day)
            status, cause = ruler.status, max(ruler.cause or covered, covered, key=lambda row: row.start_day)
        return _Moment(status, cause, power, _words(self._in_force(unit, day)), is_state=False)

    def _own(self, unit: str, state: str, day: date, home: Interval | None) -> _Moment:
        """The first status of the vocabulary that applies."""
        rows = self._in_force(unit, day)
        barred = any(row.bars_membership for row in rows)
        grounds: Iterable[tuple[Status, Iterable[Interval | None]]] = (
            (Status.MEMBER, self._accession(unit, day)),
            (Status.INVITEE, _among(rows, {Format.INVITED})),
            (Status.ASPIRANT, () if barred else _among(rows, ASPIRANT_FORMATS)),
            (Status.SUSPENDED_PARTNER, _among(rows, {Format.PFP_SUSPENDED})),
            (Status.PARTNER, _among(rows, PARTNER_FORMATS)),
            (Status.DIALOGUE_PARTNER, _among(rows, DIALOGUE_FORMATS)),
            (Status.EASTERN_BLOC, [home] if state in SOVIET_STATES else self._bloc(rows, day)),
        )
        for status, causes in grounds:
            for cause in causes:
                return _Moment(status, cause, state, _words(rows))
        return _Moment(Status.NONE, None, state, _words(rows))

    def _accession(self, unit: str, day: date) -> list[Interval]:
        row = self.accession.get(unit)
        return [row] if row and row.holds_on(day) else []

    def _bloc(self, rows: list[Interval], day: date) -> Iterator[Interval]:
        """The Warsaw Pact, and Comecon before there was one."""
        return _among(rows, {Bloc.WARSAW_PACT} if day >= self.pact.start_day else {Bloc.COMECON})

    def _in_force(self, unit: str, day: date) -> list[Interval]:
        return [row for row in (*self.formats[unit], *self.blocs[unit]) if row.holds_on(day)]

    def turns(self, unit: str) -> dict[date, set[str]]:
        """Every day on which something may change for a unit, and how the tables write it."""
        turns: dict[date, set[str]] = defaultdict(set, {BEGINNING: {""}})
        turns[self.pact.start_day].add(self.pact.start_text)
        rows = [*self.formats[unit], *self.blocs[unit], *self.belonging[unit], *self.area[unit]]
        if unit in self.accession:
            rows.append(self.accession[unit])
        for row in rows:
            turns[row.start_day].add(row.start_text)
            if row.end_day < OPEN_END:
                turns[row.end_day].add(row.end_text)
        followed = {self.whole[unit], *(row.word for row in self.belonging[unit])}
        for other in (followed & set(self.kind)) - {unit}:
            for day, texts in self.turns(other).items():
                turns[day] |= texts
        return turns


def _intervals(rows: Iterable[Any], unit: str, word: str) -> dict[str, list[Interval]]:
    """Rows of an interval table by unit; a row may name several units, or none."""
    found: dict[str, list[Interval]] = defaultdict(list)
    for row in rows:
        interval = Interval(
            word=getattr(row, word),
            start_day=row.start_day,
            end_day=row.end_day,
            start_text=row.start_on,
            end_text=row.end_on,
            relation=getattr(row, "relation", ""),
            bars_membership=getattr(row, "bars_membership", False),
        )
        named = getattr(row, unit)
        for name in named if isinstance(named, tuple) else (named,):
            found[name].append(interval)
    return found


def _among(rows: Iterable[Interval], words: Iterable[str]) -> Iterator[Interval]:
    """The rows with one of the words, the longest in force first."""
    wanted = set(words)
    return iter(sorted((row for row in rows if row.word in wanted), key=lambda row: row.start_day))


def _words(rows: Iterable[Interval]) -> tuple[str, ...]:
    in_force = {row.word for row in rows}
    return tuple(str(word) for word in WORDS if word in in_force)


@lru_cache(maxsize=8)
def segments(tables: Tables) -> dict[str, list[Segment]]:
    """Every unit's history without gaps, from 1 January of the first year to `as_of`."""
    book = _Book(tables)
    first, end = date(tables.first_year, 1, 1), tables.as_of + timedelta(days=1)
    return {unit: list(_clipped(_history(book, unit), first, end)) for unit in book.kind}


def _history(book: _Book, unit: str) -> Iterator[Segment]:
    turns = book.turns(unit)
    status, since = Status.NONE, ""
    for day, next_day in pairwise([*sorted(turns), OPEN_END]):
        moment = book.moment(unit, day)
        if moment.status != status:
            status = moment.status
            started = moment.cause is not None and moment.cause.start_day == day
            since = moment.cause.start_text if moment.cause and started else max(turns[day], key=len)
        yield Segment(day, next_day, status, moment.state, since, moment.formats, moment.is_state)


def _clipped(history: Iterable[Segment], first: date, end: date) -> Iterator[Segment]:
    for segment in history:
        if segment.end_day > first and segment.start_day < end:
            yield replace(segment, start_day=max(segment.start_day, first), end_day=min(segment.end_day, end))


def check_day(day: date, tables: Tables) -> None:
    """Raise ValueError for a day the tables do not cover."""
    first = date(tables.first_year, 1, 1)
    if not first <= day <= tables.as_of:
        raise ValueError(f"{day} is outside the tables; expected a day from {first} to {tables.as_of}")


def picture_day(year: int, tables: Tables | None = None) -> date:
    """The day a year's picture is taken: 31 December, or `as_of` in the last year.

    Raises ValueError for a year the tables do not cover.
    """
    tables = tables or current_tables()
    first, last = tables.first_year, tables.last_year
    if not first <= year <= last:
        raise ValueError(f"{year} is outside the tables; expected a year from {first} to {last}")
    return min(date(year, 12, 31), tables.as_of)


def segment_on(tables: Tables, unit: str, day: date) -> Segment:
    """The stretch of a unit's history that a day falls into; the day must be one the tables cover."""
    return segments_on(tables, day)[unit]


def own_segment_on(tables: Tables, unit: str, day: date) -> Segment:
    """The same, for who asks of one unit on many days: those of the others are not looked for."""
    return segments(tables)[unit][bisect_right(_starts(tables)[unit], day) - 1]


@lru_cache(maxsize=1024)
def segments_on(tables: Tables, day: date) -> Mapping[str, Segment]:
    """The stretch of every unit's history that a day falls into: a picture asks for each of them many times."""
    starts = _starts(tables)
    return {unit: history[bisect_right(starts[unit], day) - 1] for unit, history in segments(tables).items()}


@lru_cache(maxsize=8)
def _starts(tables: Tables) -> dict[str, list[date]]:
    """By unit, the days on which its stretches begin."""
    return {unit: [part.start_day for part in history] for unit, history in segments(tables).items()}
