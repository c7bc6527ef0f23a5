"""What a country's card tells: its path as bars, its steps to membership, its notes and sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from data.dates import OPEN_END, WHOLE_DATE, first_day, spelled_as_given
from data.disputed_ground import headed, told_of
from data.schema import WORKING_NOTE
from data.source_order import in_order, producers
from data.tables import Tables
from data.vocabulary import SOVIET_STATES, Bloc, Confidence, Effect, Format, Relation, Status, UnitKind
from data.votes import votes_of
from data.words import phrase, words

STEPS = (
    ("signed_on", "signed"),
    ("ratification_deposited_on", "ratified"),
    ("invited_on", "invited"),
    ("protocol_signed_on", "protocol_signed"),
    ("protocol_in_force_on", "protocol_in_force"),
    ("legal_invitation_on", "legal_invitation"),
    ("joined_on", "joined"),
)
"""Columns of an accession and the words for them, in the order in which they happen."""

FORMAT_STATUS = {
    Format.INVITED: Status.INVITEE,
    Format.APPLIED: Status.ASPIRANT,
    Format.MEMBERSHIP_ACTION_PLAN: Status.ASPIRANT,
    Format.MEMBERSHIP_ACTION_PLAN_CONDITIONAL: Status.ASPIRANT,
    Format.BUCHAREST_PROMISE: Status.ASPIRANT,
    Format.PFP: Status.PARTNER,
    Format.NACC: Status.PARTNER,
    Format.EAPC: Status.PARTNER,
    Format.PFP_SUSPENDED: Status.SUSPENDED_PARTNER,
    Format.MEDITERRANEAN_DIALOGUE: Status.DIALOGUE_PARTNER,
    Format.ISTANBUL_INITIATIVE: Status.DIALOGUE_PARTNER,
    Format.GLOBAL_PARTNER: Status.DIALOGUE_PARTNER,
    Bloc.WARSAW_PACT: Status.EASTERN_BLOC,
    Bloc.COMECON: Status.EASTERN_BLOC,
}
"""The fill a bar of the path wears: that of the status which the format brings."""


@dataclass(frozen=True)
class Bar:
    """A state of its time, a bloc, a format or the membership, from `start` to the day before `end`; "" is open.

    `status` is the one whose colour it wears, "" for none; one that is not `listed` is no tie.
    """

    kind: str
    label: str
    status: str
    listed: bool
    detail: str
    start: str
    end: str
    unsure: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A step to membership: the key of its words, its date, and the days since the step before, if there was one."""

    key: str
    date: str
    days: int | None
    unsure: bool
    place: str


@dataclass(frozen=True)
class Note:
    """What must be told beside the status; `of` names the tie it belongs to, "" for the membership."""

    of: str
    text: str
    start: str
    end: str
    unsure: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """All that is told of a unit; `order` is its place among the members, 0 for none."""

    id: str
    name: str
    kind: str
    of: str
    note: str
    bars: tuple[Bar, ...]
    steps: tuple[Step, ...]
    order: int
    notes: tuple[Note, ...]
    sources: tuple[str, ...]


@lru_cache(maxsize=8)
def cards(tables: Tables) -> dict[str, Card]:
    """One card a unit, by its id, in the order of the table; not to be changed."""
    book = _book(tables)
    return {unit.unit: book.card(unit) for unit in tables.units.itertuples()}


def working_notes(tables: Tables, unit: str) -> tuple[Note, ...]:
    """What whoever checks the rows of a unit wants to know, by start; no card carries it to the browser."""
    return _by_start(
        _as_note(row, of, row.working_note) for row, of, _ in _book(tables).told(unit) if getattr(row, WORKING_NOTE, "")
    )


def _by_start(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: note.start))


def _by_unit(rows: Iterable[Any], *columns: str) -> dict[str, list[Any]]:
    """Rows by the units that their columns name; a column may name several or none."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        named = [getattr(row, column) for column in columns]
        units = [unit for name in named for unit in (name if isinstance(name, tuple) else (name,)) if unit]
        for unit in dict.fromkeys(units):
            found[unit].append(row)
    return found


class _Book:
    """The rows of the tables by unit, read once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.accessions = _by_unit(tables.accessions.itertuples(), "iso3")
        self.states = _by_unit(tables.historical_states.itertuples(), "unit")
        self.blocs = _by_unit(tables.other_blocs.itertuples(), "unit")
        self.formats = _by_unit(tables.statuses.itertuples(), "iso3")
        self.territory = _by_unit(tables.territory_changes.itertuples(), "iso3", "unit")
        self.uses = _by_unit(tables.consultations.itertuples(), "countries")
        self.disputed = _by_unit(tables.disputed.itertuples(), "unit")
        self.parts = _by_unit(tables.units[tables.units["kind"] == UnitKind.PART].itertuples(), "of")

    def card(self, unit: Any) -> Card:
        bars = tuple(self._bars(unit.unit))
        notes = _by_start(_as_note(row, of, text) for row, of, text in self.told(unit.unit) if text)
        accessions = self.accessions[unit.unit]
        used = [*unit.source_ids, *(source for row in accessions for source in row.source_ids)]
        used += [source for bar in bars for source in bar.sources]
        used += [source for note in notes for source in note.sources]
        used += [source for vote in votes_of(unit.unit, self.tables) for source in vote.source_ids]
        used += [source for use in self.uses[unit.unit] for source in use.source_ids]
        return Card(
            id=unit.unit,
            name=unit.name,
            kind=unit.kind,
            of=unit.of,
            note=unit.note,
            bars=bars,
            steps=tuple(step for row in accessions for step in _steps(row)),
            order=accessions[0].order_of_joining if accessions else 0,
            notes=notes,
            sources=tuple(in_order(used, producers(self.tables))),
        )

    def _bars(self, unit: str) -> Iterator[Bar]:
        """Every state of its time, bloc, format and membership."""
        seen_from = date(self.tables.first_year, 1, 1)
        formats, blocs = words()["format"], words()["bloc"]
        for row in self.states[unit]:
            left = row.next_state != row.state_code  # what stayed with its state, as another sort of land, has no end
            if left and row.end_day > seen_from and row.relation != Relation.OCCUPATION:
                status = Status.EASTERN_BLOC if row.state_code in SOVIET_STATES else ""
                yield _bar(row, kind=f"state-{row.state_code}", label=row.state, listed=False, status=status)
        for row in self.blocs[unit]:
            yield _bar(row, kind=row.bloc, label=blocs[row.bloc])
        for row in self.formats[unit]:
            yield _bar(row, kind=row.status, label=formats[row.status], detail=row.detail)
        for row in self.accessions[unit]:
            yield Bar(
                kind="member",
                label=formats["member"],
                status=str(Status.MEMBER),
                listed=False,
                detail="",
                start=row.joined_on,
                end="",
                unsure=False,
                sources=tuple(row.source_ids),
            )
        for row in self.territory[unit]:
            if row.effect == Effect.COMMAND_ONLY:
                yield _bar(row, kind="command_only", label=formats["command_only"])

    def told(self, unit: str) -> Iterator[tuple[Any, str, str]]:
        """Every row of a unit, with the tie it is of and what must be told of it beside the status, if anything."""
        formats, blocs = words()["format"], words()["bloc"]
        for row in self.accessions[unit]:
            yield row, "", row.note
        for row in self.states[unit]:
            declared = row.independence_declared_on
            ended = phrase("card", "declared", date=spelled_as_given(declared)) if declared else ""
            yield row, row.state, " ".join(filter(None, (row.note, ended)))
        for row in self.territory[unit]:
            yield row, row.territory, f"{row.change}. {row.note}".strip()
        for part in (unit, *(row.unit for row in self.parts[unit])):
            for row in self.disputed[part]:
                yield row, headed(row), told_of(row)
        for row in self.blocs[unit]:
            yield row, blocs[row.bloc], row.note
        for row in self.formats[unit]:
            yield row, formats[row.status], row.note


@lru_cache(maxsize=8)
def _book(tables: Tables) -> _Book:
    return _Book(tables)


def _bar(row: Any, *, kind: str, label: str, listed: bool = True, detail: str = "", status: str = "") -> Bar:
    status = next((brought for word, brought in FORMAT_STATUS.items() if word == kind), status)
    return Bar(
        kind=kind,
        label=label,
        status=str(status),
        listed=listed,
        detail=detail,
        start=row.start_on,
        end=row.end_on if row.end_day < OPEN_END else "",
        unsure=row.confidence == Confidence.UNSURE,
        sources=tuple(row.source_ids),
    )


def _as_note(row: Any, of: str, text: str) -> Note:
    """A text on a row, with the row's interval; an accession has none."""
    start, end = getattr(row, "start_on", ""), getattr(row, "end_on", "")
    return Note(of, text, start, end, row.confidence == Confidence.UNSURE, tuple(row.source_ids))


def _steps(accession: Any) -> Iterator[Step]:
    """The steps to membership with the days since the step before; only whole dates can be counted from."""
    unsure = [field.partition("(")[0] for field in accession.fields_from_memory]
    founder = bool(accession.signed_on)
    previous: date | None = None
    steps = sorted(
        (getattr(accession, column), i, column, key)
        for i, (column, key) in enumerate(STEPS)
        if getattr(accession, column)
    )
    for text, _, column, key in steps:
        day = first_day(text) if len(text) == len(WHOLE_DATE) else None
        yield Step(
            key="in_force_founder" if founder and column == "joined_on" else key,
            date=text,
            days=None if previous is None or day is None else (day - previous).days,
            unsure=column in unsure,
            place=accession.invited_at if column == "invited_on" else "",
        )
        previous = day
