"""What the glossary says of years stands in the tables: its term has rows that begin or end in each of them."""

import re
from collections.abc import Iterator

from each import for_each

from data.tables import current_tables
from data.words import words

TERMS = words()["glossary"]
YEAR = re.compile(r"\b[12]\d{3}\b")
BLOCS = {"csto": ("cst", "csto"), "eec": ("eu",)}
"""Terms whose rows among the blocs are named otherwise."""


def years_of(term: str) -> Iterator[str]:
    """The years in which rows of a term begin or end."""
    tables = current_tables()
    for frame, column, ids in (
        (tables.statuses, "status", (term,)),
        (tables.other_blocs, "bloc", BLOCS.get(term, ())),
    ):
        mine = frame[frame[column].isin(ids)]
        for dates in (mine["start_on"], mine["end_on"]):
            yield from (str(found)[:4] for found in dates.dropna())
    treaty = tables.treaties[tables.treaties["id"] == term]
    for column in ("signed_on", "in_force_on", "suspended_on", "ended_on"):
        yield from (str(found)[:4] for found in treaty[column].dropna())
    told = tables.events["title"] + " " + tables.events["summary"].fillna("")
    about = tables.events[told.str.contains(rf"\b{TERMS[term]['term']}\b")]
    yield from (str(found)[:4] for found in about["date"])


DATED = [term for term, entry in TERMS.items() if YEAR.search(entry["says"])]


def test_some_terms_have_years() -> None:
    assert len(DATED) > len(BLOCS)


@for_each("term", DATED)
def test_every_year_of_a_term_is_one_of_its_rows(term: str) -> None:
    found = set(years_of(term))
    assert set(YEAR.findall(TERMS[term]["says"])) <= found, sorted(found)
