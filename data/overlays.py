"""The ground that lies under a pattern on a day: disputed land always, blocs, command and area on demand."""

from datetime import date
from typing import Any

from data.outlines import outline_of
from data.rows import in_force, rows_with
from data.tables import Tables
from data.timeline import segment_on
from data.vocabulary import Bloc, Effect, GroundStyle, Overlay, Status

BLOCS = {Overlay.CSTO: Bloc.CSTO, Overlay.EU: Bloc.EU}
EFFECTS = {Overlay.COMMAND: Effect.COMMAND_ONLY, Overlay.AREA: Effect.OUT_OF_AREA}
STYLES = {
    Overlay.DISPUTED: GroundStyle.HATCHED,
    Overlay.DASHED: GroundStyle.DASHED,
    Overlay.UNDRAWN: GroundStyle.UNDRAWN,
}


def units_under(overlay: Overlay, day: date, tables: Tables) -> tuple[str, ...]:
    """The units that an overlay covers on a day, in the order of the table.

    Of ground without an outline they are those in which it lies. A state in a bloc is covered as a whole, its parts
    with it. Outside the area of Article 6 lies only what wears a member's colour.
    """
    found: dict[str, None] = {}
    for row in _rows(overlay, day, tables):
        for unit in row.unit if isinstance(row.unit, tuple) else (row.unit,):
            if overlay in STYLES:
                found[unit] = None
            elif overlay is not Overlay.AREA:
                found |= dict.fromkeys(outline_of(unit, day, tables))
            elif segment_on(tables, unit, day).status == Status.MEMBER:
                found[unit] = None
    return tuple(found)


def _rows(overlay: Overlay, day: date, tables: Tables) -> tuple[Any, ...]:
    """The rows of an overlay that hold on a day."""
    if overlay in STYLES:
        found = rows_with(tables, "disputed", "style", STYLES[overlay])
    elif overlay in BLOCS:
        found = rows_with(tables, "other_blocs", "bloc", BLOCS[overlay])
    else:
        found = rows_with(tables, "territory_changes", "effect", EFFECTS[overlay])
    return in_force(found, day)
