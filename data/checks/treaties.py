"""Whether uses of Articles 4 and 5 and the treaties of arms control stand in order and are told in full."""

from itertools import pairwise

from data.checks.rows import Problems, Sheets
from data.dates import first_day
from data.vocabulary import TreatyEnd, UsedArticle

STEPS = ("signed_on", "in_force_on", "suspended_on", "ended_on")
SAID = ("said_west", "said_moscow")


def check_consultations(sheets: Sheets, sound: Sheets) -> Problems:
    events = {row["event_id"]: row["date"] for row in sheets["events"]}
    for row in sound["consultations"]:
        asked, event = row["requested_on"], row["event_id"]
        if not row["id"].startswith(row["date"] + "-"):
            yield row.problem(f"id {row['id']!r} does not begin with the date {row['date']}", "one that does")
        if bool(asked) != (row["article"] == UsedArticle.CONSULTATION):
            yield row.problem(f"article {row['article']}, asked for on {asked or 'no day'}", "a day for article 4 only")
        elif asked and first_day(asked) > first_day(row["date"]):
            yield row.problem(f"asked for on {asked}, after {row['date']}", "a day up to the meeting")
        if event and events.get(event) != row["date"]:
            found = f"event {event!r} is of {events.get(event, 'no day')}"
            yield row.problem(found, f"the id of an event of {row['date']}")
    for above, row in pairwise(sound["consultations"]):
        if first_day(above["date"]) > first_day(row["date"]):
            yield row.problem(f"{row['id']} is earlier than {above['id']} in line {above.line}", "the rows by date")


def check_treaties(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["treaties"]:
        steps = [(step, row[step]) for step in STEPS if row[step]]
        for (step, earlier), (next_step, later) in pairwise(steps):
            if first_day(earlier) > first_day(later):
                yield row.problem(f"{next_step} {later} is before {step} {earlier}", "the steps in order")
        if bool(row["ended_on"]) != bool(row["ended_by"]):
            found = f"ended on {row['ended_on'] or 'no day'}, {row['ended_by'] or 'by nothing'}"
            yield row.problem(found, "both, or neither")
        told = [column for column in SAID if row[column]]
        if len(told) < len(SAID) and (told or row["suspended_on"] or row["ended_by"] not in ("", TreatyEnd.EXPIRED)):
            yield row.problem(f"{row['id']} tells {' and '.join(told) or 'no side'}", "what both sides said")
    for above, row in pairwise(sound["treaties"]):
        if first_day(above["signed_on"]) > first_day(row["signed_on"]):
            yield row.problem(f"{row['id']} is older than {above['id']} in line {above.line}", "the treaties by age")
