"""What a country's card tells: its runs of years, its path as bars, its steps to membership, its notes and sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from data.dates import OPEN_END, WHOLE_DATE, first_day, spelled_as_given
from data.membership import picture_day
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Bloc, Confidence, Effect, Format, Relation, Status, UnitKind

Json = dict[str, Any]

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


def unit_cards(tables: Tables, words: Json) -> list[Json]:
    """One card a unit, in the order of the table."""
    book = _Book(tables, words)
    return [book.card(unit) for unit in tables.units.itertuples()]


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

    def __init__(self, tables: Tables, words: Json) -> None:
        self.tables = tables
        self.words = words
        years = range(tables.first_year, tables.last_year + 1)
        self.days = {year: picture_day(year, tables) for year in years}
        self.accessions = _by_unit(tables.accessions.itertuples(), "iso3")
        self.states = _by_unit(tables.historical_states.itertuples(), "unit")
        self.blocs = _by_unit(tables.other_blocs.itertuples(), "unit")
        self.formats = _by_unit(tables.statuses.itertuples(), "iso3")
        self.territory = _by_unit(tables.territory_changes.itertuples(), "iso3", "unit")
        self.disputed = _by_unit(tables.disputed.itertuples(), "unit")
        self.parts = _by_unit(tables.units[tables.units["kind"] == UnitKind.PART].itertuples(), "of")

    def card(self, unit: Any) -> Json:
        bars = list(self._bars(unit.unit))
        notes = sorted(self._notes(unit.unit), key=lambda note: note["start"])
        accessions = self.accessions[unit.unit]
        used = [*unit.source_ids, *(source for row in accessions for source in row.source_ids)]
        used += [source for item in (*bars, *notes) for source in item.pop("sources")]
        return {
            "id": unit.unit,
            "name": unit.name,
            "kind": unit.kind,
            "of": unit.of,
            "note": unit.note,
            "runs": self._runs(unit),
            "bars": bars,
            "steps": [step for row in accessions for step in _steps(row)],
            "order": accessions[0].order_of_joining if accessions else 0,
            "notes": notes,
            "sources": list(dict.fromkeys(used)),
        }

    def _runs(self, unit: Any) -> list[list[Any]]:
        """`[year, status, state, since, relation]` whenever one of them changes from picture to picture."""
        order = list(Status)
        relations = {row.state_code: row.relation for row in self.states[unit.unit]}
        runs: list[list[Any]] = []
        for year, day in self.days.items():
            here = segment_on(self.tables, unit.unit, day)
            relation = "" if here.state == unit.unit else relations.get(here.state, unit.kind)
            run = [order.index(here.status), here.state, here.since, relation]
            if not runs or runs[-1][1:] != run:
                runs.append([year, *run])
        return runs

    def _bars(self, unit: str) -> Iterator[Json]:
        """Every state of its time, bloc, format and membership as a bar from `start` to `end` (half-open)."""
        seen_from = date(self.tables.first_year, 1, 1)
        formats, blocs = self.words["format"], self.words["bloc"]
        for row in self.states[unit]:
            if row.end_day > seen_from and row.relation != Relation.OCCUPATION:
                yield _bar(row, kind=f"state-{row.state_code}", label=row.state, listed=False)
        for row in self.blocs[unit]:
            yield _bar(row, kind=row.bloc, label=blocs[row.bloc])
        for row in self.formats[unit]:
            yield _bar(row, kind=row.status, label=formats[row.status], detail=row.detail)
        for row in self.accessions[unit]:
            yield {
                **_bar_words(kind="member", label=formats["member"], status=Status.MEMBER, listed=False),
                **{"start": row.joined_on, "end": "", "unsure": False, "sources": list(row.source_ids)},
            }
        for row in self.territory[unit]:
            if row.effect == Effect.COMMAND_ONLY:
                yield _bar(row, kind="command_only", label=formats["command_only"])

    def _notes(self, unit: str) -> Iterator[Json]:
        """What must be told of a unit beside its status, with dates and sources."""
        formats, blocs = self.words["format"], self.words["bloc"]
        for row in self.accessions[unit]:
            yield from _note(row, "", row.note)
        for row in self.states[unit]:
            declared = row.independence_declared_on
            ended = self.words["card"]["declared"].replace("{date}", spelled_as_given(declared)) if declared else ""
            yield from _note(row, row.state, " ".join(filter(None, (row.note, ended))), row.start_on, row.end_on)
        for row in self.territory[unit]:
            yield from _note(row, row.territory, f"{row.change}. {row.note}".strip(), row.start_on, row.end_on)
        for part in (unit, *(row.unit for row in self.parts[unit])):
            for row in self.disputed[part]:
                yield from _note(row, row.title, row.note, row.start_on, row.end_on)
        for row in self.blocs[unit]:
            yield from _note(row, blocs[row.bloc], row.note, row.start_on, row.end_on)
        for row in self.formats[unit]:
            yield from _note(row, formats[row.status], row.note, row.start_on, row.end_on)


def _bar_words(*, kind: str, label: str, status: str, listed: bool, detail: str = "") -> Json:
    return {"kind": kind, "label": label, "status": str(status), "listed": listed, "detail": detail}


def _bar(row: Any, *, kind: str, label: str, listed: bool = True, detail: str = "") -> Json:
    status = next((brought for word, brought in FORMAT_STATUS.items() if word == kind), "")
    return {
        **_bar_words(kind=kind, label=label, status=status, listed=listed, detail=detail),
        "start": row.start_on,
        "end": row.end_on if row.end_day < OPEN_END else "",
        "unsure": row.confidence == Confidence.UNSURE,
        "sources": list(row.source_ids),
    }


def _note(row: Any, of: str, text: str, start: str = "", end: str = "") -> Iterator[Json]:
    if text:
        unsure = row.confidence == Confidence.UNSURE
        yield {
            "of": of, "text": text, "start": start, "end": end, "unsure": unsure, "sources": list(row.source_ids)
        }  # fmt: skip


def _steps(accession: Any) -> Iterator[Json]:
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
        yield {
            "key": "in_force_founder" if founder and column == "joined_on" else key,
            "date": text,
            "days": None if previous is None or day is None else (day - previous).days,
            "unsure": column in unsure,
            "place": accession.invited_at if column == "invited_on" else "",
        }
        previous = day
