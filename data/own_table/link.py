"""A table with what was answered as text in the hash of an address, so that whoever opens it has all of it."""

import json
from base64 import b64decode, b64encode

from data.gate.limits import MOST_OWN_BYTES
from data.gate.problems import GateError
from data.own_table.faults import check_size, fault
from data.own_table.reading import Reading
from data.own_table.saved import notes_from, notes_of
from data.packed import packed, unpacked
from data.tables import Tables

NAME = "table"
"""Of the parameter in the hash."""
LONGEST = 16_000
"""Characters of a link that messengers and learning platforms pass on whole."""
ENCODED = 2
"""How much longer a workbook is as letters, its notes with it."""


def packed_table(reading: Reading, title: str = "") -> str:
    """The reading as letters; equal readings give equal ones."""
    told = notes_of(reading, title)
    try:
        told["text"] = reading.raw.decode()
    except UnicodeDecodeError:
        told["raw"] = b64encode(reading.raw).decode()
    return packed(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def read_packed(text: str, tables: Tables | None = None) -> tuple[Reading, str]:
    """The reading that was packed, and its title; GateError where there is none."""
    try:
        told = json.loads(unpacked(text, MOST_OWN_BYTES * ENCODED))
        raw = told["text"].encode() if "text" in told else b64decode(told["raw"], validate=True)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise fault("bad_link") from error
    try:
        notes = notes_from(told, NAME)
    except GateError as error:
        raise fault("bad_link") from error
    check_size(raw, notes.file)
    return notes.reading(raw, tables), notes.title
