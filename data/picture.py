"""The picture of a day: everything that history decides about a map, and nothing about how it is drawn.

`picture_on(day)` gives it as a value. The browser gets the same as runs (see `data/runs.py`), made from these values;
neither renderer decides anything again.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from data.borders_in_time import Front, front_of, is_inner
from data.called import Called, called_on
from data.captions import caption, kind_on, voices
from data.concerned import untold_of, with_labels_of
from data.dates import spelled
from data.drafts import DRAFT_DAY, FOUNDING_ACT_DAY, affected, articles, ground_of
from data.forces import forces_on
from data.ground_note import GroundNote
from data.ground_notes import ground_notes_on
from data.headlines import Headline, concerned_on, headline_on, named_of_event, named_on
from data.measures import Measures, measured_days, measures_on
from data.membership import status_counts_on
from data.memberships.value import Membership
from data.names import Names
from data.outlines import belong_together, opened_by, outline_of
from data.overlays import units_under
from data.rounds import joiners_up_to
from data.rows import in_force, rows, rows_with
from data.tables import Tables, current_tables
from data.timeline import check_day, picture_day, segment_on, segments, segments_on
from data.treaty_area import territories
from data.vocabulary import WEST_BERLIN, Effect, Overlay, Relation, Status, StatusKey, UnitKind, WestBerlin

AREA_EFFECTS = (Effect.IN_AREA, Effect.OUT_OF_AREA, Effect.DISPUTED)
EAST_GERMANY, GERMANY = "DEU-EAST", "DEU"


@dataclass(frozen=True)
class UnitPicture:
    """A unit on a day: its status, its state, how it belonged to it, what it was called, from when the status holds.

    `relation` is how it belonged to another state (`part`, `colony`, `dependency`, ...), empty for a state of its own.
    `since` is a date as the tables have it; see `data.membership.timeline`.
    """

    status: StatusKey
    state: str
    since: str
    relation: str
    name: str


@dataclass(frozen=True)
class Reach:
    """Whom a draft article would touch on a day: the countries, and all the ground that wears its hatch."""

    countries: tuple[str, ...]
    ground: tuple[str, ...]


@dataclass(frozen=True)
class Caption:
    """The headline in one side's words, and the kind of year whose loaded words it uses."""

    kind: str
    headline: Headline


@dataclass(frozen=True)
class Picture:
    """One day of the map.

    Attributes
    ----------
    ground_day
        The day by which states, borders and names are told: the day itself, as far as the atlas's tables reach.
    units
        By unit, every unit of the tables.
    joined
        The units that came to wear a member's colour in that year up to the day; none in the year of the founding,
        when all of them would.
    joined_count
        How many states joined in that year up to the day; founders count.
    overlays
        The units under each overlay.
    drafts
        By article of the drafts of 2021.
    forces
        The ids of the forces that stood in their places.
    outlines
        What the outline of a country encloses, for each unit that has more than itself in it.
    opens
        Whose card a click opens, for each unit that opens another's.
    labels
        The names on the map by unit or, where a state of its time held several units, by state.
    named
        The labels whose names the headline says.
    concerned
        The labels of whom it is about, with a name or without: who joined, else whom it names and the countries of its
        event.
    untold
        These all, where the headline says no name of theirs and no colour tells who they are: none joined, and no
        status is theirs alone.
    counts
        How many states of that time had each status.
    called
        What statuses are called on the day, where that changes with the years.
    captions
        By voice; a voice without words of its own for such a year is left out.
    area
        The territories inside the treaty area, outside it, and those disputed.
    ground_notes
        What the legend says of ground whose fill and name do not tell all: whose it was, who did not recognise that.
    west_berlin
        Whether the three powers had declared its guarantee; None where it did not lie apart, or if not NATO's.
    changed_on
        The last day on which any unit changed its status or its state.
    membership
        Whose statuses these are; None for those of the atlas's own tables, NATO's.
    """

    day: date
    ground_day: date
    units: Mapping[str, UnitPicture]
    joined: tuple[str, ...]
    joined_count: int
    overlays: Mapping[Overlay, tuple[str, ...]]
    drafts: Mapping[str, Reach]
    forces: tuple[str, ...]
    outlines: Mapping[str, tuple[str, ...]]
    opens: Mapping[str, str]
    labels: Mapping[str, str]
    named: tuple[str, ...]
    concerned: tuple[str, ...]
    untold: tuple[str, ...]
    counts: Mapping[StatusKey, int]
    headline: Headline
    captions: Mapping[str, Caption]
    area: Mapping[Effect, tuple[str, ...]]
    ground_notes: tuple[GroundNote, ...]
    west_berlin: WestBerlin | None
    measures: Measures | None
    changed_on: date
    tables: Tables
    membership: Membership | None = None
    called: Mapping[StatusKey, Called] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The day up to which what it tells was checked."""
        return self.membership.as_of if self.membership else self.tables.as_of

    @property
    def counting(self) -> frozenset[StatusKey]:
        """The statuses of those who are counted as members."""
        return self.membership.counting if self.membership else frozenset({Status.MEMBER})

    @property
    def is_of_year(self) -> bool:
        """Whether it stands for a whole year: on 31 December, or on `as_of` in the last."""
        return self.day == min(date(self.day.year, 12, 31), self.as_of)

    @property
    def when(self) -> str:
        """The day as it is told: 3 April 2008, or 2008 where it stands for the year."""
        return str(self.day.year) if self.is_of_year else spelled(self.day)

    def front_of(self, border: str) -> Front | None:
        """What kind of front line a border (`FIN|RUS`) was on the day; NATO's alone has one."""
        one, other = border.split("|")
        return None if self.membership else front_of(one, other, self.day, self.tables)

    def is_inner(self, border: str) -> bool:
        """Whether a border lay inside one state on the day, and so is not drawn."""
        one, other = border.split("|")
        atlas = segments(self.tables)
        return one in atlas and other in atlas and is_inner(one, other, self.ground_day, self.tables)

    def is_dashed(self, border: str) -> bool:
        """Whether a border is drawn dashed, for states disagree on it."""
        return not set(border.split("|")).isdisjoint(self.overlays[Overlay.DASHED])

    def state_name(self, code: str) -> str:
        """What a state was called on the day."""
        return Names.of(self.tables).of_state(code, self.ground_day)

    def outline_of(self, unit: str) -> tuple[str, ...]:
        """The units that an outline of a unit encloses."""
        return self.outlines.get(unit, (unit,))

    def named_by(self, label: str, unit: str) -> tuple[str, ...]:
        """The units whose ground a label names that stands on a unit: that country, or a state of its time."""
        if label == unit:
            return self.outline_of(unit)
        return tuple(each for each, here in self.units.items() if here.state == label)


def picture_on(day: date, tables: Tables | None = None) -> Picture:
    """The picture of a day; raises ValueError for a day the tables do not cover."""
    tables = tables or current_tables()
    check_day(day, tables)
    return _picture(day, tables)


@lru_cache(maxsize=1024)
def _picture(day: date, tables: Tables) -> Picture:
    turns = _ground_turns(tables)
    turn = turns[bisect_right(turns, day) - 1]
    ground, joined = _ground(turn, tables), _joined(day.year, turn, tables)
    named, codes = named_on(day, ground["labels"], tables), concerned_on(day, tables)
    concerned = with_labels_of(codes, named_of_event(day, ground["labels"], tables), ground)
    return Picture(
        day=day,
        ground_day=day,
        joined=joined,
        joined_count=len(joiners_up_to(day, tables)),
        forces=forces_on(day, tables),
        headline=headline_on(day, tables),
        named=named,
        concerned=concerned,
        untold=() if joined else untold_of(codes, concerned, named, ground),
        captions=dict(_captions(day, tables)),
        ground_notes=ground_notes_on(day, tables),
        measures=measures_on(day, tables),
        changed_on=max(turn for turn in _status_turns(tables) if turn <= day),
        tables=tables,
        **ground,
    )


@lru_cache(maxsize=1024)
def _ground(day: date, tables: Tables) -> dict[str, Any]:
    """What stays the same from one turn to the next, whatever the year: made once for all days in between."""
    units = units_on(day, tables)
    return {
        "units": units,
        "overlays": {overlay: units_under(overlay, day, tables) for overlay in Overlay},
        "drafts": {
            article.id: Reach(affected(article.id, day, tables), ground_of(article.id, day, tables))
            for article in articles(tables)
        },
        **land_on(day, tables),
        "counts": dict(status_counts_on(day, tables)),
        "called": called_on(day, tables),
        "area": {effect: territories(effect, day, tables) for effect in AREA_EFFECTS},
        "west_berlin": _west_berlin(units, day, tables),
    }


def _west_berlin(units: Mapping[str, UnitPicture], day: date, tables: Tables) -> WestBerlin | None:
    if EAST_GERMANY not in units or units[EAST_GERMANY].state == units[GERMANY].state:
        return None
    declared = in_force(rows_with(tables, "territory_changes", "change_id", WEST_BERLIN), day)
    return WestBerlin.COVERED if declared else WestBerlin.UNCOVERED


def land_on(day: date, tables: Tables) -> dict[str, Any]:
    """What holds of the land on a day, whatever membership is told on it: `outlines`, `opens` and `labels`.

    Not to be changed: days between two turns of the land have the same.
    """
    turns = _land_turns(tables)
    return _land_on(turns[bisect_right(turns, day) - 1], tables)


@lru_cache(maxsize=512)
def _land_on(day: date, tables: Tables) -> dict[str, Any]:
    together = belong_together(tables)
    enclosed = {unit: outline_of(unit, day, tables) for unit in tables.units["unit"] if unit in together}
    opened = {unit: opened_by(unit, day, tables) for unit in enclosed}
    return {
        "outlines": {unit: inside for unit, inside in enclosed.items() if inside != (unit,)},
        "opens": {unit: other for unit, other in opened.items() if other != unit},
        "labels": dict(Names.of(tables).on_map(day)),
    }


def units_on(day: date, tables: Tables) -> dict[str, UnitPicture]:
    """Every unit of the tables on a day, with its NATO status."""
    return {unit: pictures[bisect_right(turns, day) - 1] for unit, (turns, pictures) in _units_in_time(tables).items()}


@lru_cache(maxsize=8)
def _units_in_time(tables: Tables) -> dict[str, tuple[list[date], list[UnitPicture]]]:
    """By unit, the days on which it or its name may change, and what it is from each of them on."""
    renamed = {day for day in Names.of(tables).turns() if day > tables.first_day}
    found = {}
    for row in rows(tables, "units"):
        turns = sorted(renamed.union(part.start_day for part in segments(tables)[row.unit]))
        found[row.unit] = turns, [_unit(row.unit, row.kind, day, tables) for day in turns]
    return found


def _unit(unit: str, kind: str, day: date, tables: Tables) -> UnitPicture:
    names, here = Names.of(tables), segment_on(tables, unit, day)
    is_own = here.state == unit or names.is_same_ground(unit, here.state)
    belonged = in_force(_belonging(tables).get((unit, here.state), ()), day)
    relation = "" if is_own else next((row.relation for row in belonged), kind)
    return UnitPicture(here.status, here.state, here.since, relation, names.of_unit(unit, day))


@lru_cache(maxsize=8)
def _belonging(tables: Tables) -> dict[tuple[str, str], tuple[Any, ...]]:
    """By unit and state, the rows of how the one belonged to the other."""
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    for row in rows(tables, "historical_states"):
        if row.relation != Relation.OCCUPATION:
            found[row.unit, row.state_code] = (*found.get((row.unit, row.state_code), ()), row)
    return found


@lru_cache(maxsize=1024)
def _joined(year: int, turn: date, tables: Tables) -> tuple[str, ...]:
    """The units that came to be members in a year, on ground that holds from a turn on."""
    if year == tables.first_year:
        return ()
    units, before = _ground(turn, tables)["units"], segments_on(tables, picture_day(year - 1, tables))
    return tuple(
        row.unit
        for row in rows(tables, "units")
        if units[row.unit].status == Status.MEMBER != before[row.unit].status and row.kind != UnitKind.DEPENDENCY
    )


def _captions(day: date, tables: Tables) -> Iterator[tuple[str, Caption]]:
    kind = kind_on(day, tables)
    for voice in voices(tables):
        if voice.used_in(kind):
            yield voice.id, Caption(kind, caption(voice, day, tables))


# ---------------------------------------------------------------------- when pictures differ


@lru_cache(maxsize=8)
def days_that_differ(tables: Tables) -> tuple[date, ...]:
    """Every day whose picture may differ from that of the day before, in order; the first day is among them."""
    first, last = tables.first_day, tables.as_of
    turns = {last, *_ground_turns(tables), *_status_turns(tables), *measured_days(tables)}
    turns |= {date(year, month, day) for year in range(first.year, last.year + 1) for month, day in ((1, 1), (12, 31))}
    turns |= {*tables.accessions["joined_day"], *tables.events["day"]}
    return tuple(sorted(day for day in turns if first <= day <= last))


@lru_cache(maxsize=8)
def _ground_turns(tables: Tables) -> tuple[date, ...]:
    """Every day on which a status, a state, a name, a pattern, a force or the reach of a draft may change, in order."""
    turns = {DRAFT_DAY, FOUNDING_ACT_DAY, *land_turns(tables)}
    turns |= _turns_of(("other_blocs", "forces", "territory_changes"), tables)
    return tuple(sorted(day for day in turns if day >= tables.first_day))


@lru_cache(maxsize=8)
def land_turns(tables: Tables) -> frozenset[date]:
    """The first day, and every day on which a unit, its state, a name or ground in dispute may change."""
    turns = {tables.first_day, *Names.of(tables).turns(), *_turns_of(("disputed", "historical_states"), tables)}
    return frozenset(turns | {part.start_day for history in segments(tables).values() for part in history})


@lru_cache(maxsize=8)
def _land_turns(tables: Tables) -> tuple[date, ...]:
    """Those that the atlas's own pictures reach, in order."""
    return tuple(sorted(day for day in land_turns(tables) if day >= tables.first_day))


def _turns_of(names: Iterable[str], tables: Tables) -> set[date]:
    return {day for name in names for row in rows(tables, name) for day in (row.start_day, row.end_day)}


@lru_cache(maxsize=8)
def _status_turns(tables: Tables) -> tuple[date, ...]:
    """The days on which a unit's status or state changed."""
    pairs = (pair for history in segments(tables).values() for pair in pairwise(history))
    turns = {now.start_day for before, now in pairs if before.status != now.status}
    return tuple(sorted({tables.first_day, *turns, *state_turns(tables)}))


@lru_cache(maxsize=8)
def state_turns(tables: Tables) -> frozenset[date]:
    """The days on which a unit came to belong to another state."""
    pairs = (pair for history in segments(tables).values() for pair in pairwise(history))
    return frozenset(now.start_day for before, now in pairs if before.state != now.state)
