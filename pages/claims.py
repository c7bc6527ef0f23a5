"""Claims of two press articles, each computed from the tables when the page is drawn."""

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from data.tables import current_tables
from data.vocabulary import Verdict
from data.words import words
from geo.claims import choices, evaluate
from pages.parts.citing import cite
from pages.parts.statement_cards import cards_of

MEANING = {
    Verdict.HOLDS: "The tables agree.",
    Verdict.HOLDS_IN_PART: "What the tables can test agrees; the rest of the claim is not in them.",
    Verdict.HOLDS_UNDER_A_DEFINITION: "True or not as a word in it is understood; the definitions are controls here.",
    Verdict.IMPRECISE: "Roughly right, with a detail that is not.",
    Verdict.WRONG_WORD: "A word is used that means something else.",
    Verdict.DOES_NOT_HOLD: "The tables disagree, under the definition chosen.",
    Verdict.NOT_TESTABLE_HERE: "The tables hold nothing that could decide it.",
}

tables = current_tables()
cards = cards_of(tables, st.context.theme.type or "light")
text = words()


def atlas_address(finding: Any) -> str:
    """The view of the atlas that shows it."""
    more = [f"{name}={value}" for name, value in (("country", finding.country), ("layers", finding.layers)) if value]
    return "./?" + "&".join([f"year={finding.year}", *more])


def show(claim: Any) -> None:
    """A claim: its words, what the tables say now, under which definitions, and where to see it."""
    with st.container(border=True):
        st.html(cards.page(f'<h4 id="{claim.claim_id}">{claim.claim_id}. {escape(claim.claim)}</h4>'))
        offered = choices(claim.claim_id)
        chosen = {}
        if offered:
            with st.container(horizontal=True, gap="small"):
                for choice in offered:
                    labels = dict(choice.options)
                    chosen[choice.key] = st.selectbox(
                        choice.label, list(labels), format_func=labels.get, key=f"{claim.claim_id}-{choice.key}",
                        bind="query-params", width=380,
                    )  # fmt: skip
        finding = evaluate(claim.claim_id, tables, **chosen)
        recorded = (
            ""
            if finding.verdict == claim.verdict
            else f" <span class='small'>(as recorded: {escape(claim.verdict)})</span>"
        )
        rows = ", ".join(f"{escape(table)}/{escape(key)}" for table, key in finding.rests_on)
        st.html(
            cards.page(
                f"<p><span class='badge'>{escape(str(finding.verdict))}</span>{recorded}</p>"
                f"<p class='words'>{escape(finding.answer)}</p>"
                f"<dl><dt>How</dt><dd>{escape(claim.how_to_test)}</dd>"
                f"<dt>Depends on</dt><dd>{escape(claim.depends_on_definition)}</dd>"
                f"<dt>Rows</dt><dd>{rows or 'none'}</dd>"
                f"<dt>{escape(text['statement']['source'])}</dt><dd>{cards.source_links(claim.source_ids)}</dd>"
                f"<dt>On record</dt><dd>{escape(claim.own_evaluation)}</dd></dl>"
                f'<a href="{escape(atlas_address(finding))}" target="_self">On the map, {finding.year}</a>'
            )
        )
        cite(claim.claim, f"./claims#{claim.claim_id}", f"claims/{claim.claim_id}")


claims = tables.claims
st.title("Claims, checked")
st.markdown(
    "Sentences from two press articles, restated in short. The number beneath each is computed from the tables and "
    "shapes when this page is drawn; where a word can mean several things, the definition is yours to choose."
)
counts = Counter(claims["verdict"])
wanted = st.pills(
    "Verdict", [str(verdict) for verdict in Verdict if counts[verdict]], selection_mode="multi", key="verdict",
    bind="query-params", format_func=lambda verdict: f"{verdict} ({counts[verdict]})",
)  # fmt: skip
st.caption(" ".join(f"{str(verdict).capitalize()}: {meaning}" for verdict, meaning in MEANING.items()))
shown = claims[claims["verdict"].isin(wanted)] if wanted else claims
st.markdown(f"**{len(shown)} of {len(claims)} claims**")
for origin, rows in shown.groupby("origin", sort=False):
    st.header(origin)
    for claim in rows.itertuples():
        show(claim)
