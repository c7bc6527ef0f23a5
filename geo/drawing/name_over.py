"""When a name may stand over lines, and how much of them it hides: as `geo/atlas/core/name_over.mjs` has it."""

from collections.abc import Callable
from dataclasses import replace

from geo.drawing.name_forms import Wish
from geo.drawing.name_table import Name, Table


def clear(table: Table, find: Callable[[Table], Name | None]) -> Name | None:
    """Where a name stands, clear of lines if that can be."""
    found = find(table)
    return found if found or table.over or table.lines is None else find(over_outlines(table))


def over_outlines(table: Table) -> Table:
    """The same where names may stand over outlines."""
    return replace(table, over=True)


def closer(table: Table, wish: Wish, close: float = 0) -> Table:
    """The same for a name in the way of lines: one that need not stand may come close, and must not lie on one."""
    return over_outlines(off_fronts(table, wish)) if wish.must else replace(table, close=close)


def off_fronts(table: Table, wish: Wish) -> Table:
    """Where nobody joined no name that a number could tell hides anything of a front."""
    return replace(table, hides=0) if wish.number and not wish.joined else table
