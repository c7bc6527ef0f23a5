"""Whether the notes of a row are for readers."""

from data.checks.rows import Problems, Sheets
from data.schema import SCHEMA, WORKING_NOTE

WORK = ("confirmed in the sources", "is confirmed", "are confirmed", "looked up again", "Wikipedia", "blog post")
"""Words of whoever worked on a row; a reader wants the doubt, not how it came about."""


def check_notes(_sheets: Sheets, sound: Sheets) -> Problems:
    for name, rows in sound.items():
        if not {"note", WORKING_NOTE} <= {column.name for column in SCHEMA[name]}:
            continue
        for row in rows:
            for words in WORK:
                if words in row["note"]:
                    yield row.problem(f"note tells of the work on the row ({words!r})", f"that in {WORKING_NOTE}")
