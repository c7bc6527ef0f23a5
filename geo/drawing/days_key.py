"""The key that maps of several days share: each sign once, in the order of one map's key."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from data.borders_in_time import Front
from data.called import called_over
from data.picture import Picture, picture_on
from data.tables import Tables
from data.vocabulary import Overlay, Status
from geo.drawing.key import Row, key_rows
from geo.drawing.label_layout import Box
from geo.drawing.on_map import on_map
from geo.drawing.sheet import NO_FOCUS
from geo.drawing.view import map_payload

VIEW, LAYERS = "europe", ("front",)
FRONTS = (f"front_{Front.RUSSIA}", f"front_{Front.BLOC}")
ORDER = (*Status, "joined", *FRONTS, Overlay.DISPUTED, Overlay.DASHED, "west_berlin")
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
    found: dict[str, Row] = {}
    for picture in pictures:
        for row in _rows(picture, tables):
            found[row.sign] = as_one(found.get(row.sign, row), row)
    called = {status: told.label for status, told in called_over(days, tables).items()}
    found = {sign: replace(row, told=called.get(sign, row.told)) for sign, row in found.items()}
    return tuple(
        SharedRow(row, tuple(picture.counts[Status(row.sign)] for picture in pictures) if row.count else ())
        for row in sorted(found.values(), key=lambda row: ORDER.index(row.sign))
    )


def as_one(known: Row, row: Row) -> Row:
    """Two rows of one sign together: a sign that means one thing then and another later has words for both."""
    word = known.word if known.word == row.word else f"key_of_days.{row.sign}"
    return replace(known, word=word, names=tuple(dict.fromkeys((*known.names, *row.names))))


def _rows(picture: Picture, tables: Tables) -> list[Row]:
    view = map_payload(VIEW, tables)
    return key_rows(on_map(picture, view, LAYERS, NO_FOCUS, None, Box(*view["frame"])))
