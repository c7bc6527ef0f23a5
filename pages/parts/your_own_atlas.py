"""Step 3: the atlas of a table, with all that was taken of it."""

import streamlit as st

from data.memberships.value import Membership
from data.own_table.link import NAME, packed_table
from data.tables import TableError
from data.words import counted
from geo.atlas import atlas
from pages.parts.markdown import as_markdown_lines
from pages.parts.your_own_draft import Own, own, state, text
from pages.parts.your_own_look import show_statuses, show_title
from pages.parts.your_own_rows import ANCHOR
from pages.parts.your_own_take import show_take

ATLAS_PX = 620


def show_atlas() -> None:
    """The atlas as soon as a row is taken, its title and names, and what is taken away."""
    found = own()
    if found is None:
        return
    st.header(text["atlas"], anchor=ANCHOR)
    if not found.reading.taken:
        st.markdown(text["nothing_yet"])
        return
    show_title(found)
    membership = _membership(found)
    if asked := found.reading.asked:
        st.caption(counted(text["still_asked"], len(asked)))
    if membership:
        with st.container(key="own_stage"):
            atlas(
                f"own_atlas_{state.own_turn}",
                height=ATLAS_PX,
                membership=membership,
                handed_on=f"#{NAME}={packed_table(found.reading, found.title)}",
                is_fresh=state.own_fresh,
            )
    show_statuses(found)
    if membership:
        show_take(found, membership)


def _membership(found: Own) -> Membership | None:
    """The membership of a table, made once; where it does not hold, the reasons are told."""
    made: tuple[Own, Membership] | None = state.get("own_made")
    if made and made[0] is found:
        return made[1]
    try:
        membership = found.reading.membership(found.title)
    except TableError as error:
        st.error(as_markdown_lines("\n".join(error.problems)))
        return None
    # The day and view in the address are those of the table before.
    state["own_fresh"] = made is not None and made[0].reading.raw != found.reading.raw
    state["own_made"] = (found, membership)
    # The atlas that stands there has the facts it began with.
    state["own_turn"] = state.get("own_turn", 0) + 1
    return membership
