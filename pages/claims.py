"""Claims of the press, each computed from the tables when the page is drawn."""

from collections import Counter

import streamlit as st

from data.sentences import number_word
from data.tables import current_tables
from data.vocabulary import Verdict
from data.words import words
from geo.claims import claim_ids
from pages.parts.address import ANY_TEXT, Parameter, one_of, some_of, tell_unknown
from pages.parts.announcing import show_count
from pages.parts.citing import today
from pages.parts.claim_cards import Chosen, by_origin, claim_html, lines, offered, promised_html, verdicts_html
from pages.parts.copying import copy_buttons

tables = current_tables()
theme = st.context.theme.type or "light"
text = words()["claims_page"]


def chosen_definitions(claim_id: str) -> Chosen:
    """What the reader chose where a word of the claim can mean several things."""
    if not offered(claim_id):
        return ()
    chosen = []
    with st.container(horizontal=True, gap="small"):
        for choice in offered(claim_id):
            labels = dict(choice.options)
            value = st.selectbox(
                choice.label, list(labels), format_func=labels.__getitem__, key=f"{claim_id}-{choice.key}",
                bind="query-params", width=380,
            )  # fmt: skip
            chosen.append((choice.key, value))
    return tuple(chosen)


def show(claim_id: str) -> None:
    """A claim on a line with the verdict on record; it opens to what the tables say now, and where to see it."""
    with st.expander(lines(tables)[claim_id], key=f"claim_{claim_id}"):
        st.html(claim_html(claim_id, chosen_definitions(claim_id), today(), tables, theme))


def verdict_label(verdict: str) -> str:
    return str(text["verdict_count"].format(verdict=verdict, n=counts[verdict]))


def takes() -> dict[str, Parameter]:
    """What the address of this page may ask for."""
    definitions = {
        f"{claim_id}-{choice.key}": one_of([label for _, label in choice.options])
        for claim_id in claim_ids()
        for choice in offered(claim_id)
    }
    return {"search": ANY_TEXT, "verdict": some_of([verdict_label(each) for each in verdicts]), **definitions}


claims = tables.claims
counts = Counter(claims["verdict"])
verdicts = [str(verdict) for verdict in Verdict if counts[verdict]]
st.title(text["title"])
tell_unknown("claims", takes())
st.markdown(text["why"].format(n=number_word(claims["origin"].nunique())))
st.html(promised_html(tables, theme))
looked_for = st.text_input(
    text["search"], key="search", bind="query-params", placeholder=text["search_example"], width=320
)
wanted = st.pills(
    text["verdict"], verdicts, selection_mode="multi", key="verdict", bind="query-params", format_func=verdict_label
)
st.html(verdicts_html(tables, theme))
shown = by_origin(looked_for, tuple(wanted), tables)
show_count(text["shown"].format(n=sum(len(ids) for _, ids in shown), total=len(claims)))
if not shown:
    st.info(text["none"])
with st.container(key="claims_list"):
    for heading, ids in shown:
        st.header(heading)
        for claim_id in ids:
            show(claim_id)
copy_buttons()
