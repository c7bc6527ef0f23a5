"""Forces as the browser reads them: where and when with the facts, what they are in a file of its own.

Both lists follow the table. Few readers ask for this layer, and the first load has little room.
"""

from typing import Any

from data.dates import WHOLE_DATE
from data.forces import camp_of, sign_of
from data.rows import rows
from data.runs import day_number
from data.tables import Tables
from geo.wire.strict_json import Json


def force_places(tables: Tables) -> list[Json]:
    """Place, unit, camp and sign of each force, from one numbered day to another, half-open; `to` null while it lasts.

    Where a place lies is told by each view.
    """
    return [
        {
            "place": row.place,
            "unit": row.unit,
            "camp": str(camp_of(row)),
            "sign": str(sign_of(row)),
            "from": day_number(row.start_day, tables),
            "to": day_number(row.end_day, tables) if row.end_on else None,
        }
        for row in rows(tables, "forces")
    ]


def force_details(tables: Tables) -> Json:
    """What each force is and whose, and its sources by id; dates as text where they are less exact than a day."""
    return {"forces": [_detail(row) for row in rows(tables, "forces")]}


def _detail(row: Any) -> Json:
    return {
        **{name: getattr(row, name) for name in ("what", "nato", "note", "confidence")},
        "whose": list(row.whose),
        "start": _rough(row.start_on),
        "end": _rough(row.end_on),
        "sources": list(row.source_ids),
    }


def _rough(text: str) -> str:
    return text if len(text) < len(WHOLE_DATE) else ""
