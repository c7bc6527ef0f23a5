"""The map with its slider: the page a class looks at; of NATO, or of the membership that the address asks for."""

import streamlit as st

from data.memberships.reader import current_membership, membership_ids
from data.words import words
from geo.atlas import atlas
from geo.lesson.lesson import current_lesson
from pages.parts.address import one_of, problems
from pages.parts.templates import css, filled

asked = st.query_params.get_all("membership")
known = membership_ids()
membership = next((current_membership(value) for value in asked if value in known), None)
if membership:
    frame = words()["frame"]
    st.set_page_config(page_title=frame["tab"].format(page=membership.title, name=frame["name"]))
st.html(filled("style", css=css("full_bleed")))
label = words()["lesson_page"]["start"].format(minutes=f"{current_lesson().minutes:g}")
told = problems({"membership": one_of(known)}, {"membership": asked})
atlas("atlas", start=label, membership=membership, told=list(told))
