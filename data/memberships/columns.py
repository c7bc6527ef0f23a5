"""The tables of a membership: their columns, in order, and what a cell may hold."""

from data.schema import SCHEMA, Column, Kind

_LIKE = {column.name: column for name in ("statuses", "events") for column in SCHEMA[name]}


def _named(names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names.split())


def _texts(names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names.split())


def _as_the_atlas(names: str) -> tuple[Column, ...]:
    """Columns that NATO's tables have, too."""
    return tuple(_LIKE[name] for name in names.split())


COLUMNS: dict[str, tuple[Column, ...]] = {
    "members": (
        *_named("code name"),
        *_texts("of continues"),
        *_named("status"),
        *_as_the_atlas("start_on end_on end_reason note working_note source_ids confidence"),
    ),
    "events": (
        *_as_the_atlas("event_id date title summary working_note"),
        Column("codes", Kind.LIST),
        *_as_the_atlas("headline source_ids confidence"),
    ),
    "sources": SCHEMA["sources"],
}
