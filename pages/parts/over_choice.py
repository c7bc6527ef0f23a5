"""The choice of a membership that is laid over the maps of what is made."""

import streamlit as st

from data.memberships.shipped import called, shipped
from data.memberships.value import Membership
from data.words import words
from geo.drawing.offered import laid_over_on

NARROW_PX = 240


def over_chosen(membership: Membership | None = None) -> str:
    """A field with those that lie on the maps of a membership, or of NATO; the id of the one chosen, "" for none."""
    text = words()["lesson_page"]
    names = {"": words()["membership_choice"]["over"]["none"]}
    names |= {id_: called(shipped(id_)) for id_ in laid_over_on(membership)}
    chosen = st.selectbox(
        text["over"], names, format_func=names.__getitem__, help=text["over_help"], key="made_over", width=NARROW_PX
    )
    return chosen if chosen in names else ""  # it was chosen for other maps
