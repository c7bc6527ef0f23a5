"""What the search on the map knows beside the facts: fetched when somebody first asks, and so no part of them."""

from collections import defaultdict

from data.names import grounds_by_state
from data.other_names import other_names
from data.runs import day_number
from data.speakers import speakers_of
from data.statement_then import of_its_day
from data.tables import Tables
from data.timeline import segments
from data.words import words
from geo.wire.strict_json import Json


def search_payload(tables: Tables, *, alone: bool = False) -> Json:
    """Words, states of their time, names in other languages, who speaks, pages.

    A file that stands `alone` has no pages beside it, and no room for other names.
    """
    told = words()["search"]
    names = defaultdict[str, list[str]](list, other_names())
    codes = dict.fromkeys((*names, *told["also"]))
    return {
        "words": {key: text for key, text in told.items() if isinstance(text, str)},
        "names": {} if alone else {code: [*told["also"].get(code, []), *names[code]] for code in codes},
        "speakers": _speakers(tables),
        "asks": list(told["asks"].values()),
        "idle": told["idle"]["words"],
        "states": [_state(code, units[0], tables) for code, units in grounds_by_state(tables).items()],
        "pages": []
        if alone
        else [{"page": page, "title": words()["frame"][page], **said} for page, said in told["pages"].items()],
    }


def _speakers(tables: Tables) -> dict[str, list[str]]:
    """The persons and bodies that a speaker's cell names, where it says more than one name."""
    cells = dict.fromkeys(of_its_day(row, tables).speaker for row in tables.statements.itertuples())
    return {cell: list(speakers_of(cell)) for cell in cells if speakers_of(cell) != (cell,)}


def _state(code: str, unit: str, tables: Tables) -> Json:
    """A state that is no unit of today: the unit that carries its name, and its days there, half-open."""
    held = [segment for segment in segments(tables)[unit] if segment.state == code]
    return {
        "code": code,
        "unit": unit,
        "from": day_number(held[0].start_day, tables),
        "to": day_number(held[-1].end_day, tables),
    }
