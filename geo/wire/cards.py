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
        "bars": [_row(bar) for bar in card.bars],
        "steps": [_row(step) for step in card.steps],
        "order": card.order,
        "notes": [_row(note) for note in card.notes],
        "sources": list(card.sources),
    }


def _row(item: Bar | Note | Step) -> Json:
    told = {name: value for name, value in asdict(item).items() if name not in ("sources", "unsure")}
    return {**told, **flags(unsure=item.unsure)}
