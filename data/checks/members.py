"""Whether accessions and invitations stand in order and agree."""

from datetime import date
from itertools import pairwise

from data.checks.rows import Problems, Sheets
from data.dates import first_day
from data.vocabulary import Format

FIRST_DAY = date(1949, 1, 1)
"""The atlas begins with the year of the treaty."""
_STEPS = ("invited_on", "protocol_signed_on", "protocol_in_force_on", "joined_on")


def check_accessions(sheets: Sheets, sound: Sheets) -> Problems:
    if not sheets["accessions"]:
        yield "accessions.csv: no rows; expected the founders at least"
    for place, row in enumerate(sheets["accessions"], start=1):
        if row["order_of_joining"] != str(place):
            yield row.problem(f"{row['iso3']} is number {row['order_of_joining']}", f"{place}, in order of joining")
    for row in sound["accessions"]:
        steps = [(step, row[step]) for step in _STEPS if row[step]]
        for (step, earlier), (next_step, later) in pairwise(steps):
            if first_day(earlier) > first_day(later):
                yield row.problem(
                    f"{row['iso3']}: {next_step} {later} is before {step} {earlier}", "the steps in order"
                )
    founded = {row["joined_on"] for row in sound["accessions"][:1]}
    for row in sound["accessions"]:
        if first_day(row["joined_on"]) < FIRST_DAY:
            yield row.problem(f"{row['iso3']} joined {row['joined_on']}", f"a day from {FIRST_DAY}")
        founder = row["joined_on"] in founded
        if bool(row["signed_on"]) != founder or bool(row["invited_on"]) == founder:
            told = [step for step in ("signed_on", "invited_on") if row[step]]
            expected = "signed_on alone, since it joined with the first" if founder else "invited_on alone"
            yield row.problem(f"{row['iso3']} has {' and '.join(told) or 'neither signed_on nor invited_on'}", expected)
    for above, row in pairwise(sound["accessions"]):
        if first_day(above["joined_on"]) > first_day(row["joined_on"]):
            found = f"{row['iso3']} joined {row['joined_on']}, before {above['iso3']} in line {above.line}"
            yield row.problem(found, "the members in order of joining")


def check_invitations(_sheets: Sheets, sound: Sheets) -> Problems:
    joined = {row["iso3"]: row for row in sound["accessions"]}
    invited = [row for row in sound["statuses"] if row["status"] == Format.INVITED]
    for row in invited:
        accession = joined.get(row["iso3"])
        if accession is None:
            continue
        agreed = accession["invited_on"], accession["joined_on"]
        if (row["start_on"], row["end_on"]) != agreed:
            found = f"{row['iso3']} is invited from {row['start_on']} to {row['end_on'] or 'open'}"
            yield row.problem(found, f"{agreed[0] or 'no invitation'} to {agreed[1]} as in accessions.csv")
    for row in sound["accessions"]:
        if row["invited_on"] and row["iso3"] not in {entry["iso3"] for entry in invited}:
            yield row.problem(f"{row['iso3']} has no invited row in statuses.csv", f"one from {row['invited_on']}")
