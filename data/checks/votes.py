"""Whether votes stand in order and carry the counts of their kind."""

from itertools import pairwise

from data.checks.rows import Problems, Row, Sheets
from data.dates import first_day
from data.vocabulary import VoteKind, VoteOutcome

SHARES = ("yes_percent", "turnout_percent")
COUNTS = ("yeas", "nays", "abstentions")
ALL = 100  # percent


def check_votes(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["votes"]:
        if not row["id"].startswith(row["held_on"] + "-"):
            yield row.problem(f"id {row['id']!r} does not begin with the day {row['held_on']}", "one that does")
        yield from _counts(row)
        yield from _subject(row)
    for above, row in pairwise(sound["votes"]):
        if first_day(above["held_on"]) > first_day(row["held_on"]):
            found = f"{row['id']} is earlier than {above['id']} in line {above.line}"
            yield row.problem(found, "the votes in the order of their days")


def _counts(row: Row) -> Problems:
    """A referendum has shares, a parliament counts heads; what is carried has more for it than against it."""
    is_referendum = row["kind"] == VoteKind.REFERENDUM
    others = [column for column in (COUNTS if is_referendum else SHARES) if row[column]]
    if others:
        yield row.problem(f"a {row['kind']} with {' and '.join(others)}", "shares for voters, counts for a parliament")
    needed = "turnout_percent" if is_referendum else "yeas"
    if not row[needed]:
        yield row.problem(f"a {row['kind']} without {needed}", "a value")
    for column in SHARES:
        if row[column] and float(row[column]) > ALL:
            yield row.problem(f"{column} is {row[column]}", f"at most {ALL}")
    carried = row["outcome"] == VoteOutcome.CARRIED
    if carried and is_referendum and not row["yes_percent"]:
        yield row.problem("carried without yes_percent", "a value")
    elif carried and row["yes_percent"] and float(row["yes_percent"]) <= ALL / 2:
        yield row.problem(f"carried with {row['yes_percent']} percent", "more than half")
    elif carried and row["yeas"] and row["nays"] and int(row["yeas"]) <= int(row["nays"]):
        yield row.problem(f"carried by {row['yeas']} to {row['nays']}", "more yeas than nays")


def _subject(row: Row) -> Problems:
    is_own = row["iso3"] in row.items("subject")
    if is_own == (row["kind"] == VoteKind.ANOTHER_ACCESSION):
        found = f"{row['kind']} of {row['iso3']} about {row['subject']}"
        yield row.problem(found, "others in another_accession, its own country in all else")
