"""Claims of the press, each computed from the tables when the page is drawn."""

from collections import Counter
from typing import Any

import streamlit as st
from markupsafe import Markup

from data.claim_search import claims_with
from data.red_lines import promised_1990
from data.rows_in_words import rows_in_words
from data.sentences import number_word
from data.tables import current_tables
from data.vocabulary import Verdict
from data.words import words
from geo.claims import ClaimError, Finding, choices, claim_ids, evaluate, on_record
from pages.parts.address import ANY_TEXT, Parameter, one_of, some_of, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.chips import verdict_picture
from pages.parts.citing import cite
from pages.parts.copying import copy_buttons
from pages.parts.markdown import as_markdown_text
from pages.parts.statement_cards import cards_of
from pages.parts.templates import css, filled

PROMISED = "./red_lines?part=1990+and+1991"
"""The page Red lines with the talks and documents of those years."""

TOLD_BESIDE = {"claims", "statements"}
"""Tables whose rows a claim shows in full: its own, and what was said."""

tables = current_tables()
cards = cards_of(tables, st.context.theme.type or "light")
text = words()["claims_page"]
promised = set(promised_1990(tables)["id"])


def atlas_address(finding: Any) -> str:
    """The view of the atlas that shows it."""
    more = [f"{name}={value}" for name, value in (("country", finding.country), ("layers", finding.layers)) if value]
    return "./?" + "&".join([f"year={finding.year}", *more])


def chosen_definitions(claim: Any) -> dict[str, str]:
    """What the reader chose where a word of the claim can mean several things."""
    chosen = {}
    if offered := choices(claim.claim_id) if claim.claim_id in claim_ids() else ():
        with st.container(horizontal=True, gap="small"):
            for choice in offered:
                labels = dict(choice.options)
                chosen[choice.key] = st.selectbox(
                    choice.label, list(labels), format_func=labels.__getitem__, key=f"{claim.claim_id}-{choice.key}",
                    bind="query-params", width=380,
                )  # fmt: skip
    return chosen


def found(claim_id: str, chosen: dict[str, str]) -> Finding:
    """What the tables say of a claim; the record where nothing computes it or the tables lack what it rests on."""
    if claim_id not in claim_ids():
        return on_record(tables, claim_id, text["not_computed"])
    try:
        return evaluate(claim_id, tables, **chosen)
    except ClaimError as error:
        return on_record(tables, claim_id, f"{error}.")


def show(claim: Any) -> None:
    """A claim on a line with the verdict on record; it opens to what the tables say now, and where to see it."""
    with st.expander(line_of(claim), key=f"claim-{claim.claim_id}"):
        chosen = chosen_definitions(claim)
        finding = found(claim.claim_id, chosen)
        st.html(
            cards.further(
                filled(
                    "claim",
                    claim=claim,
                    finding=finding,
                    has_choices=bool(chosen),
                    rows=[each for each in rows_in_words(finding.rests_on, tables) if each.table not in TOLD_BESIDE],
                    sources=cards.source_links(claim.source_ids),
                    address=atlas_address(finding),
                )
            )
        )
        if said := [key for table, key in finding.rests_on if table == "statements"]:
            linked = PROMISED if promised.intersection(said) else ""
            st.html(cards.further(filled("claim_statements", statements=cards.listed(said), address=linked)))
        cite(claim.claim, f"./claims#{claim.claim_id}", f"claims/{claim.claim_id}")


def line_of(claim: Any) -> str:
    """The claim, its verdict and why, in Markdown."""
    parts = (
        claim.claim,
        claim.verdict.capitalize(),
        "" if claim.verdict_note in text["says_the_same"] else claim.verdict_note,
    )
    said, verdict, why = map(as_markdown_text, parts)
    return f"**{said}** *{verdict}.* {why}"


def verdict_label(verdict: str) -> str:
    return str(text["verdict_count"].format(verdict=verdict, n=counts[verdict]))


def style() -> Markup:
    """The style of the list, with the sign of each claim's verdict."""
    ids = [(verdict, list(rows["claim_id"])) for verdict, rows in claims.groupby("verdict", sort=False)]
    pictures = {verdict: verdict_picture(Verdict(verdict), cards.ink) for verdict, _ in ids}
    return filled("claims_style", css=css("claims"), ids_by_verdict=ids, pictures=pictures)


def takes() -> dict[str, Parameter]:
    """What the address of this page may ask for."""
    definitions = {
        f"{claim_id}-{choice.key}": one_of([label for _, label in choice.options])
        for claim_id in claim_ids()
        for choice in choices(claim_id)
    }
    return {"search": ANY_TEXT, "verdict": some_of([verdict_label(each) for each in offered]), **definitions}


claims = tables.claims
counts = Counter(claims["verdict"])
offered = [str(verdict) for verdict in Verdict if counts[verdict]]
st.title(text["title"])
tell_unknown("claims", takes())
st.markdown(text["why"].format(n=number_word(claims["origin"].nunique())))
st.html(cards.page(filled("claim_statements", statements="", address=PROMISED)))
looked_for = st.text_input(
    text["search"], key="search", bind="query-params", placeholder=text["search_example"], width=320
)
wanted = st.pills(
    text["verdict"], offered, selection_mode="multi", key="verdict", bind="query-params", format_func=verdict_label
)
st.html(cards.page(style(), filled("verdicts", verdicts=list(Verdict))))
shown = claims_with(looked_for, tables)
shown = shown[shown["verdict"].isin(wanted)] if wanted else shown
show_count(text["shown"].format(n=len(shown), total=len(claims)))
if shown.empty:
    st.info(text["none"])
with st.container(key="claims_list"):
    for origin, rows in shown.groupby("origin", sort=False):
        st.header(as_markdown_text(origin))
        for claim in rows.itertuples():
            show(claim)
copy_buttons()
