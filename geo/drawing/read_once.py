"""The map of a view and the ground under its names, made once for all pictures of it."""

from functools import lru_cache
from typing import Any

from data.tables import Tables
from geo.drawing.ground import Ground, OnSheet
from geo.drawing.view import map_payload


@lru_cache(maxsize=32)
def map_of(view: str, tables: Tables) -> Any:
    """What is drawn of a view whatever the day."""
    return map_payload(view, tables)


@lru_cache(maxsize=32)
def ground_of(view: str, tables: Tables) -> Ground:
    """Whose ground lies where on it."""
    return Ground.of(map_of(view, tables))


@lru_cache(maxsize=64)
def ground_on_sheet(view: str, tables: Tables, k: float, x: float, y: float) -> OnSheet:
    """The same as a sheet shows it."""
    return OnSheet(ground_of(view, tables), k, x, y)
