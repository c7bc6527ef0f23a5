"""Whether events, statements, quotations and drafts keep to their rules."""

import re
import unicodedata

from data.checks.rows import Problems, Row, Sheets
from data.dates import first_day
from data.vocabulary import TRANSLATED_FROM, Sentence

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
    said = {row["id"]: (first_day(row["date"]), row.line) for row in sound["statements"]}
    ids = {row["id"] for row in sheets["statements"]}
    for row in sound["statements"]:
        if not row["id"].startswith(row["date"] + "-"):
            yield row.problem(f"id {row['id']!r} does not begin with the date {row['date']}", "one that does")
        answered = row["reply_to"]
        if answered == row["id"]:
            yield row.problem(f"{row['id']} answers itself", "another statement")
        elif answered and answered not in ids:
            yield row.problem(f"reply_to {answered!r} is unknown", "the id of a statement")
        elif answered in said and said[answered] > (first_day(row["date"]), row.line):
            found = f"reply_to {answered} is later than {row['date']} or stands below it on the same day"
            yield row.problem(found, "an earlier statement; the rows of one day stand in the order of speaking")


def check_quotes(_sheets: Sheets, sound: Sheets) -> Problems:
    for row in (*sound["statements"], *sound["readings"], *sound["two_sentences"]):
        words = len(row["quote"].split())
        if words > QUOTE_WORDS:
            yield row.problem(f"a quotation of {words} words", f"at most {QUOTE_WORDS}")


def check_two_sentences(_sheets: Sheets, sound: Sheets) -> Problems:
    """Every document has both sentences, each quoted or told, of one day and place."""
    documents: dict[str, dict[str, Row]] = {}
    for row in sound["two_sentences"]:
        if bool(row["quote"]) == bool(row["text"]):
            yield row.problem(f"{'both' if row['quote'] else 'neither'} of quote and text", "one of them")
        here = documents.setdefault(row["document"], {})
        if row["sentence"] in here:
            found = f"{row['sentence']} of {row['document']} stands in line {here[row['sentence']].line} too"
            yield row.problem(found, "each once")
        here.setdefault(row["sentence"], row)
        first = next(iter(here.values()))
        if (row["date"], row["place"]) != (first["date"], first["place"]):
            found = f"{row['document']} of {row['date']} at {row['place']}"
            yield row.problem(found, f"the day and the place of line {first.line}")
    for document, rows in documents.items():
        if missing := [sentence for sentence in Sentence if sentence not in rows]:
            yield next(iter(rows.values())).problem(f"{document} has no {missing[0]}", "both sentences")


SCRIPTS = {
    "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC",),
    "mk": ("CYRILLIC",),
    "sr": ("CYRILLIC", "LATIN"),
    "ka": ("GEORGIAN",),
}
"""The scripts of the languages that are not written in Latin letters alone, as Unicode names them."""


def _scripts(words: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in words if letter.isalpha()}


def check_originals(_sheets: Sheets, sound: Sheets) -> Problems:
    """Original words stand beside a translation from their own language, and are as short as it."""
    for row in sound["statements"]:
        original, language = row["original"], row["original_language"]
        if bool(original) != bool(language):
            yield row.problem(f"original {original!r} in {language or 'no language'!r}", "both or neither")
        elif original and not row["quote"]:
            yield row.problem("original words without a quotation", "the quotation that they are the original of")
        elif original and row["quote_language"] != f"{TRANSLATED_FROM}{language}":
            found = f"original words in {language} beside a quotation {row['quote_language']}"
            yield row.problem(found, f"a quotation {TRANSLATED_FROM}{language}")
        if (words := len(original.split())) > QUOTE_WORDS:
            yield row.problem(f"original words, {words} of them", f"at most {QUOTE_WORDS}")


def check_letters_of_originals(_sheets: Sheets, sound: Sheets) -> Problems:
    """Original words are written in the letters of their language, and are not the translation."""
    for row in sound["statements"]:
        original, language = row["original"], row["original_language"]
        if not original or not language:
            continue
        scripts = SCRIPTS.get(language, ("LATIN",))
        if not _scripts(original).intersection(scripts):
            yield row.problem(f"original words in {language} {original!r}", f"{' or '.join(scripts).lower()} letters")
        if original.casefold() == row["quote"].casefold():
            yield row.problem("original words that are the quotation", "the words of which it is a translation")


ARTICLE = re.compile(r"[0-9A-Za-z]{1,9}")


def check_drafts(_sheets: Sheets, sound: Sheets) -> Problems:
    documents: dict[str, Row] = {}
    for row in sound["draft_treaties"]:
        listed = len(row.items("affected_iso3_2021"))
        if listed != int(row["affected_count_2021"]):
            yield row.problem(f"{row['affected_count_2021']} counted and {listed} listed", "the same number")
        if not ARTICLE.fullmatch(row["article"]):
            yield row.problem(f"article is {row['article']!r}", "the number of an article, such as 4")
        first = documents.setdefault(row["draft"], row)
        if (first["document"], first["statement"]) != (row["document"], row["statement"]):
            found = f"{row['draft']} is {row['document']!r} by {row['statement']}"
            yield row.problem(found, f"the document and the statement of line {first.line}")


def check_eras(_sheets: Sheets, sound: Sheets) -> Problems:
    """Eras begin with events that have happened, each in a later year, the first in the year of the first member."""
    events = {row["event_id"]: row for row in sound["events"]}
    years = [first_day(row["joined_on"]).year for row in sound["accessions"]]
    before: int | None = None
    for row in sound["eras"]:
        event = events.get(row["event_id"])
        if event is None or event["planned"] == "true":
            yield row.problem(f"event {row['event_id']!r} is unknown or planned", "the id of an event of the past")
            continue
        year = first_day(event["date"]).year
        if before is None and years and year != min(years):
            yield row.problem(f"the first era begins in {year}", f"{min(years)}, the year of the first members")
        elif before is not None and year <= before:
            yield row.problem(f"{row['era']} begins in {year}", f"a year after {before}")
        before = year
    if not sound["eras"]:
        yield "eras.csv: no rows; expected one era at least"
