"""Where a reader reports a row of a table: a letter or an issue that names it, if the deployer set a place for it."""

from typing import Any
from urllib.parse import quote

from data.citation import edition_name
from data.dates import spelled
from data.settings import report
from data.tables import Tables
from data.words import phrase

PLAIN = "!~*'()"
"""What `encodeURIComponent` leaves alone besides letters and digits: the browser writes the same addresses."""
ROW = "{row}"


def report_payload(tables: Tables) -> dict[str, Any] | None:
    """What an address to report a row with is made of: its start, subject and body; None where it is switched off."""
    place = report()
    if not place:
        return None
    told = {"row": ROW, "edition": edition_name(tables), "as_of": spelled(tables.as_of)}
    subject, body = (phrase("report", part, **told).lstrip("\n") for part in ("subject", "body"))
    subject_field = "subject" if place.startswith("mailto:") else "title"
    return {"start": f"{place}?{subject_field}=", "subject": subject, "body": body}


def report_address(row: str, tables: Tables) -> str:
    """The address that reports a row, `statements/<id>`; empty where reporting is switched off."""
    made = report_payload(tables)
    if made is None:
        return ""
    subject, body = (quote(made[part].replace(ROW, row), safe=PLAIN) for part in ("subject", "body"))
    return f"{made['start']}{subject}&body={body}"
