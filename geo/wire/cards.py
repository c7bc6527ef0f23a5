"""The cards of the units as the browser reads them; their sources stand together, not at each bar and note."""

from dataclasses import asdict

from data.cards import Bar, Card, Note, Step, cards
from data.tables import Tables
from geo.wire.strict_json import Json, flags


def unit_cards(tables: Tables) -> list[Json]:
    """One card a unit, in the order of the table."""
    return [_card(card) for card in cards(tables).values()]


def _card(card: Card) -> Json:
    return {
        "id": card.id,
        "name": card.name,
        "kind": card.kind,
        "of": card.of,
        "note": card.note,
        "bars": [_row(bar, "detail", "end") for bar in card.bars],
        "steps": [_row(step, "place") for step in card.steps],
        "order": card.order,
        "notes": [_row(note, "of", "start", "end") for note in card.notes],
        "sources": list(card.sources),
    }


def _row(item: Bar | Note | Step, *at_times: str) -> Json:
    """A row; of what it has only `at_times` nothing, where it has none."""
    left_out = ("sources", "unsure", *(name for name in at_times if not getattr(item, name)))
    told = {name: value for name, value in asdict(item).items() if name not in left_out}
    return {**told, **flags(unsure=item.unsure)}
