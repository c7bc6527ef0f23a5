"""The key that maps of several days share: each sign once, in the order of one map's key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from data.borders_in_time import Front
from data.called import called_over
from data.picture import picture_on
from data.tables import Tables
from data.vocabulary import Status, StatusKey
from data.words import phrase
from geo.drawing.key import AWAY, BERLIN, BEYOND, DISPUTES, EDGE, HERE, UNCOVERED_BERLIN, Row, key_rows
from geo.drawing.label_layout import Box
from geo.drawing.on_map import beyond, notes_on, on_map
from geo.drawing.read_once import map_of
from geo.drawing.sheet import NO_FOCUS, SMALL, fitted

VIEW, LAYERS = "europe", ("front",)
FRONTS = (f"front_{Front.RUSSIA}", f"front_{Front.BLOC}")
ORDER = (*Status, "joined", HERE, EDGE, AWAY, *FRONTS, *DISPUTES, UNCOVERED_BERLIN, BERLIN, BEYOND)
"""The rows that a map of Europe with its front line can have."""


@dataclass(frozen=True)
class SharedRow:
    """A row of a key; of a status how many states have it on each day, of what else there is nothing."""

    row: Row
    counts: tuple[int, ...] = ()


@lru_cache(maxsize=64)
def shared_key(days: tuple[date, ...], tables: Tables) -> tuple[SharedRow, ...]:
    """The rows of the key to maps of Europe on some days: what at least one of them shows."""
    pictures = [picture_on(day, tables) for day in days]
    view, called = map_of(VIEW, tables), called_over(days, tables)
    sight, (k, *_) = Box(*view["frame"]), fitted(view, SMALL.map)  # as the smallest of such maps shows it
    maps = [on_map(each, view, LAYERS, NO_FOCUS, None, sight, k=k, is_shared=True) for each in pictures]
    seen = {status for each in maps for status, count in each.counts.items() if count and status not in each.unseen}

    def told(status: StatusKey) -> str:
        """What a status is called over all days, and that it is beyond the map if it is on each."""
        label = called[status].label if status in called else ""
        return label if status in seen else beyond(label or phrase("status", status, "label"))

    rows = together(map(key_rows, maps))
    return tuple(
        SharedRow(replace(row, told=told(row.sign)), tuple(each.counts[Status(row.sign)] for each in pictures))
        if row.count
        else SharedRow(row)
        for row in sorted(rows, key=lambda row: ORDER.index(row.sign))
    )


@lru_cache(maxsize=64)
def shared_notes(days: tuple[date, ...], tables: Tables) -> tuple[str, ...]:
    """What the keys to such maps say of ground whose fill and name do not tell all, each sentence once."""
    view = map_of(VIEW, tables)
    sight = Box(*view["frame"])
    return tuple(dict.fromkeys(note for day in days for note in notes_on(picture_on(day, tables), view, sight)))


def together(keys: Iterable[Iterable[Row]]) -> list[Row]:
    """The rows of several keys, each sign once."""
    found: dict[str, list[Row]] = {}
    for row in chain.from_iterable(keys):
        found.setdefault(row.sign, []).append(row)
    return [_as_one(rows) for rows in found.values()]


def _as_one(rows: Sequence[Row]) -> Row:
    """Rows of one sign together: a sign that means one thing then and another later has words for both."""
    words = {row.word for row in rows}
    names = dict.fromkeys(name for row in rows for name in row.names)
    word = rows[0].word if len(words) == 1 else f"key_of_days.{rows[0].sign}"
    return replace(rows[0], word=word, names=tuple(names))
