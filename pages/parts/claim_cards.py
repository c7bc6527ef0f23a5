"""What the page Claims shows of each claim, made once and kept.

It stands apart from the page, whose script runs anew for every reader and every change.
"""

from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup

from data.claim_search import claims_with
from data.red_lines import promised_1990
from data.rows_in_words import rows_in_words
from data.sentences import printed
from data.tables import Tables
from data.vocabulary import Verdict
from data.words import words
from geo.claims import Choice, ClaimError, Finding, choices, claim_ids, evaluate, on_record
from pages.parts.chips import verdict_picture
from pages.parts.citing import cited
from pages.parts.markdown import as_markdown_text
from pages.parts.opening_list import line_that_opens, list_style
from pages.parts.statement_cards import cards_of
from pages.parts.templates import css, filled

PROMISED = "./red_lines?part=1990+and+1991"
"""The page Red lines with the talks and documents of those years."""
IN_PRINT = ("claim", "how_to_test", "depends_on_definition", "verdict_note", "own_evaluation")
"""What of a claim is read as prose."""
TOLD_BESIDE = {"claims", "statements"}
"""Tables whose rows a claim shows in full: its own, and what was said."""
KEPT = 256
"""Claims under the definitions chosen; one takes 10 kB."""
Chosen = tuple[tuple[str, str], ...]
text = words()["claims_page"]


@cache
def rows(tables: Tables) -> dict[str, Any]:
    """The claims by id, in the marks of print."""
    return {row.claim_id: _in_print(row) for row in tables.claims.itertuples()}


def _in_print(row: Any) -> Any:
    return row._replace(**{name: printed(getattr(row, name)) for name in IN_PRINT})


@lru_cache(maxsize=KEPT)
def by_origin(looked_for: str, verdicts: tuple[str, ...], tables: Tables) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The claims with the words looked for and one of the verdicts, if any, by id: under headings in Markdown."""
    shown = claims_with(looked_for, tables)
    shown = shown[shown["verdict"].isin(verdicts)] if verdicts else shown
    groups = shown.groupby("origin", sort=False)["claim_id"]
    return tuple((as_markdown_text(printed(origin)), tuple(ids)) for origin, ids in groups)


@cache
def offered(claim_id: str) -> tuple[Choice, ...]:
    """The definitions that a claim offers; none where nothing computes it."""
    return choices(claim_id) if claim_id in claim_ids() else ()


@lru_cache(maxsize=KEPT)
def claim_html(claim_id: str, chosen: Chosen, today: date, tables: Tables, theme: str) -> Markup:
    """What the tables say of a claim now, what was said on it, and how it is cited."""
    cards, claim, finding = cards_of(tables, theme), rows(tables)[claim_id], found(claim_id, chosen, tables)
    told = filled(
        "claim",
        claim=claim,
        finding=finding,
        has_choices=bool(chosen),
        rows=[each for each in rows_in_words(finding.rests_on, tables) if each.table not in TOLD_BESIDE],
        sources=cards.source_links(claim.source_ids),
        address=atlas_address(finding),
    )
    citation = cited(claim.claim, f"./claims#{claim_id}", f"claims/{claim_id}", today)
    return cards.further(told, *_statements(finding, tables, theme), citation)


def found(claim_id: str, chosen: Chosen, tables: Tables) -> Finding:
    """What the tables say of a claim; the record where nothing computes it or the tables lack what it rests on."""
    if claim_id not in claim_ids():
        return on_record(tables, claim_id, text["not_computed"])
    try:
        finding = evaluate(claim_id, tables, **dict(chosen))
        return replace(finding, answer=printed(finding.answer))
    except ClaimError as error:
        return on_record(tables, claim_id, f"{error}.")


def atlas_address(finding: Finding) -> str:
    """The view of the atlas that shows it."""
    more = [f"{name}={value}" for name, value in (("country", finding.country), ("layers", finding.layers)) if value]
    return "./?" + "&".join([f"year={finding.year}", *more])


def _statements(finding: Finding, tables: Tables, theme: str) -> list[Markup]:
    """What was said on a claim, if anything."""
    said = [key for table, key in finding.rests_on if table == "statements"]
    if not said:
        return []
    linked = PROMISED if _promised(tables).intersection(said) else ""
    return [filled("claim_statements", statements=cards_of(tables, theme).listed(said), address=linked)]


@cache
def _promised(tables: Tables) -> frozenset[str]:
    return frozenset(promised_1990(tables)["id"])


@cache
def lines(tables: Tables) -> dict[str, str]:
    """By claim: its words, its verdict and why, in Markdown."""
    return {claim_id: _line_of(claim) for claim_id, claim in rows(tables).items()}


def _line_of(claim: Any) -> str:
    why = "" if claim.verdict_note in text["says_the_same"] else claim.verdict_note
    return line_that_opens(claim.claim, claim.verdict.capitalize(), why)


@cache
def verdicts_html(tables: Tables, theme: str) -> Markup:
    """What the verdicts mean, and the style of the list, with the sign of each claim's verdict."""
    cards = cards_of(tables, theme)
    groups = tables.claims.groupby("verdict", sort=False)["claim_id"]
    pictures = [(verdict_picture(Verdict(verdict), cards.ink), tuple(ids)) for verdict, ids in groups]
    style = list_style("claim", pictures, css("claims"))
    return cards.page(style, filled("verdicts", verdicts=list(Verdict)))


@cache
def promised_html(tables: Tables, theme: str) -> Markup:
    """The way to the talks and documents of 1990 and 1991."""
    return cards_of(tables, theme).page(filled("claim_statements", statements="", address=PROMISED))
