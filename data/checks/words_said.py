"""Whether events, statements, quotations and drafts keep to their rules."""

from data.checks.rows import Problems, Row, Sheets
from data.dates import first_day

QUOTE_WORDS = 30
HEADLINE_TITLE = 60
HEADLINE_SUMMARY = 160


def check_headlines(_sheets: Sheets, sound: Sheets) -> Problems:
    heading: dict[int, Row] = {}
    for row in sound["events"]:
        if row["headline"] != "true":
            continue
        year = first_day(row["date"]).year
        if year in heading:
            yield row.problem(f"a second headline for {year}, after line {heading[year].line}", "at most one a year")
        heading.setdefault(year, row)
        for column, limit in (("title", HEADLINE_TITLE), ("summary", HEADLINE_SUMMARY)):
            if len(row[column]) > limit:
                yield row.problem(f"a headline's {column} of {len(row[column])} characters", f"at most {limit}")


def check_statements(sheets: Sheets, sound: Sheets) -> Problems:
    said = {row["id"]: row["date"] for row in sound["statements"]}
    ids = {row["id"] for row in sheets["statements"]}
    for row in sound["statements"]:
        if not row["id"].startswith(row["date"] + "-"):
            yield row.problem(f"id {row['id']!r} does not begin with the date {row['date']}", "one that does")
        answered = row["reply_to"]
        if answered == row["id"]:
            yield row.problem(f"{row['id']} answers itself", "another statement")
        elif answered and answered not in ids:
            yield row.problem(f"reply_to {answered!r} is unknown", "the id of a statement")
        elif answered in said and first_day(said[answered]) > first_day(row["date"]):
            yield row.problem(f"reply_to {answered} is later than {row['date']}", "an earlier statement")


def check_quotes(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in (*sound["statements"], *sound["readings"]):
        words = len(row["quote"].split())
        if words > QUOTE_WORDS:
            yield row.problem(f"a quotation of {words} words", f"at most {QUOTE_WORDS}")


def check_counts(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in sound["draft_treaties"]:
        listed = len(row.items("affected_iso3_2021"))
        if listed != int(row["affected_count_2021"]):
            yield row.problem(f"{row['affected_count_2021']} counted and {listed} listed", "the same number")
