"""Claims that only a document can bear out: the recorded evaluation, and what the tables hold beside it."""

from collections import Counter

from data.rows import rows
from data.sentences import listed
from data.tables import Tables
from data.vocabulary import Draft, Format, Verdict
from geo.claims.registry import Finding, Rests, claim
from geo.claims.rows import article_rows, event_of, keys_of, row_of, statuses_of
from geo.claims.subjects import DRAFTS, UKRAINE, UNIFICATION
from geo.claims.wording import tell


def on_record(tables: Tables, claim_id: str, missing: str) -> Finding:
    """The recorded evaluation and verdict of a claim that cannot be computed, after a sentence that says why."""
    recorded = row_of(tables, "claims", claim_id)
    answer = tell("from_source", missing=missing, evaluation=recorded.own_evaluation)
    return Finding(answer, Verdict(recorded.verdict), (("claims", claim_id),), tables.last_year)


def _from_source(
    tables: Tables, claim_id: str, rests: Rests, year: int, country: str = "", **missing: object
) -> Finding:
    """What the tables lack, then the recorded evaluation and verdict, marked as resting on the source."""
    recorded = row_of(tables, "claims", claim_id)
    lacks = tell(claim_id, "missing", **missing)
    answer = tell("from_source", missing=lacks, evaluation=recorded.own_evaluation)
    return Finding(answer, Verdict(recorded.verdict), (*rests, ("claims", claim_id)), year, country)


@claim("C05")
def _purpose(tables: Tables) -> Finding:
    return _from_source(tables, "C05", (("events", "EV01"),), tables.first_year)


@claim("C07")
def _missions(tables: Tables) -> Finding:
    began = statuses_of(tables, Format.PFP, [UKRAINE])
    year = began[0].start_day.year if began else tables.last_year
    return _from_source(tables, "C07", keys_of("statuses", began), year, UKRAINE)


@claim("C26")
def _only_germany(tables: Tables) -> Finding:
    treaty = event_of(tables, UNIFICATION)
    return _from_source(tables, "C26", keys_of("events", [treaty]), treaty.day.year, "DEU-EAST")


@claim("C31")
def _articles(tables: Tables) -> Finding:
    drafts, articles = event_of(tables, DRAFTS), rows(tables, "draft_treaties")
    counted = Counter(row.document for row in articles)
    told = [tell("C31", "articles", n=count, document=document) for document, count in counted.items()]
    rests = keys_of("draft_treaties", articles) + keys_of("events", [drafts])
    return _from_source(tables, "C31", rests, drafts.day.year, articles=listed(told or [tell("C31", "no_article")]))


@claim("C33")
def _consent(tables: Tables) -> Finding:
    rows = article_rows(tables, Draft.NATO, "4")
    return _from_source(tables, "C33", keys_of("draft_treaties", rows), event_of(tables, DRAFTS).day.year)
