"""Whether a row is no surer than what it rests on, and whether its notes are for readers."""

from data.checks.rows import Problems, Row, Sheets
from data.schema import SCHEMA, WORKING_NOTE
from data.vocabulary import Confidence, Seen, Verdict

WORK = ("confirmed in the sources", "is confirmed", "are confirmed", "looked up again", "Wikipedia", "blog post")
"""Words of whoever worked on a row; a reader wants the doubt, not how it came about."""

MISSING = "not in the tables"


def check_notes(_sheets: Sheets, sound: Sheets) -> Problems:
    for name, rows in sound.items():
        if {"note", WORKING_NOTE} <= {column.name for column in SCHEMA[name]}:
            for row in rows:
                yield from check_row_notes(row)


def check_row_notes(row: Row) -> Problems:
    for words in WORK:
        if words in row.cells.get("note", ""):
            yield row.problem(f"note tells of the work on the row ({words!r})", f"that in {WORKING_NOTE}")


def check_verified(sheets: Sheets, sound: Sheets) -> Problems:
    remembered = {row["id"] for row in sheets["sources"] if row["seen"] == Seen.MEMORY}
    for name, rows in sound.items():
        if {"source_ids", "confidence"} <= {column.name for column in SCHEMA[name]}:
            for row in rows:
                yield from check_row_sureness(row, remembered)


def check_row_sureness(row: Row, remembered: set[str]) -> Problems:
    if row["confidence"] == Confidence.VERIFIED and set(row.items("source_ids")) <= remembered:
        yield row.problem("verified, by sources from memory only", "a source that was seen")


def check_phases(sheets: Sheets, sound: Sheets) -> Problems:
    sure = {row["id"]: row["confidence"] for row in sheets["statements"]}
    for row in sound["line_phases"]:
        if row["confidence"] != Confidence.VERIFIED:
            continue
        for id_ in row.items("statement_ids"):
            if sure.get(id_, Confidence.VERIFIED) != Confidence.VERIFIED:
                yield row.problem(f"verified, but statement {id_} is {sure[id_]}", "no surer than its statements")


def check_claims(_sheets: Sheets, sound: Sheets) -> Problems:
    """Of a claim half of which no table can tell, the verdict must not say that it holds."""
    for row in sound["claims"]:
        told = (row["own_evaluation"], row["depends_on_definition"], row["verdict_note"])
        if row["verdict"] == Verdict.HOLDS and any(MISSING in text for text in told):
            yield row.problem(f"verdict is 'holds', though a part is {MISSING}", "a verdict on the part that is")
