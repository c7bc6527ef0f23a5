"""The card of every piece of the map with a membership: a sentence for each day, and its stretches with their sources.

A membership speaks of states, the map of units: a unit tells the stretches of every state whose status it shared, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.dates import spelled, spelled_as_given
from data.kept_with import kept_with
from data.memberships.answers import name_on, row_on, turns_of
from data.memberships.cards import Line, card_on, order_of_joining
from data.memberships.checks import countries
from data.memberships.dependencies import dependencies
from data.memberships.former_names import former_names
from data.memberships.ground import code_of, kinds_of, shares, unit_row_on, units_of
from data.memberships.named_from import named_from
from data.memberships.value import Membership, Stretch
from data.rows import rows
from data.sentences import printed
from data.source_order import in_order
from data.timeline import segments
from data.vocabulary import Confidence, UnitKind
from data.words import phrase, words


@dataclass(frozen=True)
class UnitStretch:
    """A time with a status; `whose` names the state that had it, where that is another than the unit."""

    status: str
    label: str
    whose: str
    text: str
    notes: tuple[str, ...]
    start: str
    end: str
    start_day: date
    end_day: date
    unsure: bool


@dataclass(frozen=True)
class UnitCard:
    """All that is told of a unit; `sentences` are from when on, `order` is its place among those who joined."""

    unit: str
    name: str
    kind: str
    of: str
    note: str
    order: int
    sentences: tuple[tuple[date, str], ...]
    stretches: tuple[UnitStretch, ...]
    sources: tuple[str, ...]


@kept_with()
def unit_cards_of(membership: Membership) -> tuple[UnitCard, ...]:
    """One card a unit of the map of a membership."""
    known = {row.unit: row for row in rows(membership.tables, "units")}
    return tuple(_card(membership, unit, known.get(unit)) for unit in units_of(membership))


def _since(unit: str) -> str:
    """Since when a country that the atlas has no unit for is a state in its borders, and what it was called before.

    Empty where it was one in 1949, under the same name.
    """
    told, said = named_from().get(unit), []
    if told:
        named = phrase("membership", "card", "named_from", day=spelled(told.day), source=told.source)
        said.append(f"{named}{printed(told.note)}")
    for one in former_names():
        if one.code == unit:
            key = "was_called_from" if one.since else "was_called"
            start, day = (spelled_as_given(each) if each else "" for each in (one.since, one.until))
            called = phrase("membership", "card", key, name=one.name, start=start, day=day, source=one.source)
            said += [called, printed(one.note)]
    return " ".join(part.strip() for part in said if part)


def _card(membership: Membership, unit: str, row: Any) -> UnitCard:
    """The card of a unit; `row` is that of the atlas's tables, None for a country of `countries.csv`."""
    kind = kinds_of(membership)[unit]
    codes = _codes(membership, unit)
    told = [(code, stretch) for code in codes for stretch in membership.rows_of[code]]
    whose = {source.id: source.producer for source in membership.sources}
    lines = {code: card_on(membership, code, membership.as_of).lines for code in codes}
    stretches = [
        _stretch(membership, unit, stretch, line)
        for code in codes
        for stretch, line in zip(membership.rows_of[code], lines[code], strict=True)
    ]
    return UnitCard(
        unit=unit,
        name=row.name if row else countries()[unit],
        kind=kind,
        of=row.of if row else dependencies().get(unit, ""),
        note=(row.note if kind == UnitKind.COUNTRY else "") if row else _since(unit),  # the others' speak of NATO
        order=order_of_joining(membership).get(unit, 0),
        sentences=tuple(_sentences(membership, unit, codes)),
        stretches=tuple(sorted(stretches, key=lambda one: one.start_day)),
        sources=tuple(in_order((source for _, stretch in told for source in stretch.sources), whose)),
    )


@kept_with(512)
def _codes(membership: Membership, unit: str) -> tuple[str, ...]:
    """Under which codes a membership tells of a unit: its own, and those of states whose status it shared."""
    found = [unit]
    if unit not in membership.apart and not any(row.of for row in membership.rows_of.get(unit, ())):
        history = segments(membership.tables).get(unit, ())
        found += [code_of(membership, part.state) for part in history if shares(membership, unit, part)]
        if unit in membership.with_state and unit in dependencies():
            found.append(dependencies()[unit])
    return tuple(code for code in dict.fromkeys(found) if code in membership.rows_of)


def _stretch(membership: Membership, unit: str, row: Stretch, line: Line) -> UnitStretch:
    return UnitStretch(
        status=row.status,
        label=membership.status[row.status].label,
        whose="" if row.code == unit else name_on(membership, row.code, row.start_day),
        text="; ".join(filter(None, (line.text, line.reason))),
        notes=(line.note,) if line.note else (),
        start=row.since,
        end=row.until,
        start_day=row.start_day,
        end_day=row.end_day,
        unsure=row.confidence == Confidence.UNSURE,
    )


# ---------------------------------------------------------------------- the sentence of a day


def _sentences(membership: Membership, unit: str, codes: tuple[str, ...]) -> Iterator[tuple[date, str]]:
    first, last = membership.first_day, membership.as_of
    turns = {part.start_day for part in segments(membership.tables).get(unit, ())}
    turns |= {day for code in codes for day in turns_of(membership.rows_of[code])}
    before = None
    for day in sorted({first, *(day for day in turns if first < day <= last)}):
        sentence = sentence_on(membership, unit, day)
        if sentence != before:
            yield day, sentence
        before = sentence


def sentence_on(membership: Membership, unit: str, day: date) -> str:
    """What a unit is on a day, since when: as a state of its own, or with the state it belongs to."""
    row, codes = unit_row_on(membership, unit, day), _codes(membership, unit)
    if row is not None:
        return card_on(membership, row.code, day).sentence
    without = next((code for code in codes if row_on(membership, code, day) is None), None)
    if without is not None:
        return card_on(membership, without, day).sentence
    fields = {"first": spelled(membership.first_day), "last": spelled(membership.as_of)}
    return str(words()["membership_atlas"]["answer"]["none" if codes else "never"]).format(**fields)
