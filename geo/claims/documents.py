"""Claims that only a document can bear out: the recorded evaluation, and what the tables hold beside it."""

from collections import Counter

from data.headlines import listed
from data.tables import Tables
from data.vocabulary import Draft, Format, Verdict
from geo.claims.registry import Finding, Rests, claim
from geo.claims.rows import article_rows, event_of, keys_of, row_of, rows_of, statuses_of
from geo.claims.subjects import DRAFTS, UKRAINE, UNIFICATION


def on_record(tables: Tables, claim_id: str, missing: str) -> Finding:
    """The recorded evaluation and verdict of a claim that cannot be computed, after a sentence that says why."""
    return _from_source(tables, claim_id, missing, (), tables.last_year)


def _from_source(tables: Tables, claim_id: str, missing: str, rests: Rests, year: int, country: str = "") -> Finding:
    """What the tables lack, then the recorded evaluation and verdict, marked as resting on the source."""
    recorded = row_of(tables, "claims", claim_id)
    answer = f"{missing} {recorded.own_evaluation} This rests on the source, not on a computation."
    return Finding(answer, Verdict(recorded.verdict), (*rests, ("claims", claim_id)), year, country)


@claim("C05")
def _purpose(tables: Tables) -> Finding:
    missing = "The tables hold who signed the treaty and when, not its words."
    return _from_source(tables, "C05", missing, (("events", "EV01"),), tables.first_year)


@claim("C07")
def _missions(tables: Tables) -> Finding:
    began = statuses_of(tables, Format.PFP, [UKRAINE])
    year = began[0].start_day.year if began else tables.last_year
    return _from_source(tables, "C07", "The tables hold no missions.", keys_of("statuses", began), year, UKRAINE)


@claim("C26")
def _only_germany(tables: Tables) -> Finding:
    treaty = event_of(tables, UNIFICATION)
    missing = "The tables hold the day of the treaty and its limits for the east, not its words."
    return _from_source(tables, "C26", missing, keys_of("events", [treaty]), treaty.day.year, "DEU-EAST")


@claim("C31")
def _articles(tables: Tables) -> Finding:
    drafts, rows = event_of(tables, DRAFTS), rows_of(tables.draft_treaties)
    articles = Counter(row.document for row in rows)
    told = [f"{count} articles of the {document}" for document, count in articles.items()]
    missing = f"The tables describe {listed(told) if told else 'no article'}, and do not hold the texts."
    rests = keys_of("draft_treaties", rows) + keys_of("events", [drafts])
    return _from_source(tables, "C31", missing, rests, drafts.day.year)


@claim("C33")
def _consent(tables: Tables) -> Finding:
    rows = article_rows(tables, Draft.NATO, "4")
    missing = "The tables tell of the exceptions in a note, and do not hold the text."
    return _from_source(tables, "C33", missing, keys_of("draft_treaties", rows), event_of(tables, DRAFTS).day.year)
