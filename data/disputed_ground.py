"""Ground whose belonging is disputed: what it is called, and what is told of it."""

from datetime import date
from typing import Any

from data.rows import in_force, rows
from data.runs import Runs, day_number
from data.sentences import capitalised, printed
from data.tables import Tables
from data.vocabulary import GroundStyle
from data.words import phrase


def called_on(day: date, tables: Tables) -> dict[str, str]:
    """What the ground in dispute on a day is called within a sentence, by its unit or the one in which it lies."""
    return {row.unit: printed(row.title) for row in in_force(rows(tables, "disputed"), day)}


def calling_runs(tables: Tables) -> dict[str, Runs[str]]:
    """The same for the browser, which asks on no day but those of the dispute."""
    runs: dict[str, Runs[str]] = {}
    for row in rows(tables, "disputed"):
        runs.setdefault(row.unit, []).append((day_number(row.start_day, tables), printed(row.title)))
    return runs


def headed(row: Any) -> str:
    """The name of ground in dispute where a line begins with it."""
    return capitalised(row.title)


def told_of(row: Any) -> str:
    """What a card tells of ground in dispute: its note, and why the map does not show it, where that is so."""
    return f"{row.note} {phrase('disputed_ground', 'undrawn')}" if row.style == GroundStyle.UNDRAWN else row.note
