"""Your own lesson: stops taken from the atlas, edited, saved as a file, and given away in every form."""

import streamlit as st

from geo.atlas import atlas
from pages.parts.lesson_class_page import show_class_page, show_start
from pages.parts.lesson_draft import AT_ADDRESS, AT_ATLAS, begin, pasted, say, state, taken, text
from pages.parts.lesson_fields import show_fields
from pages.parts.lesson_kept import keep_in_browser
from pages.parts.lesson_outputs import show_outputs
from pages.parts.lesson_stops import ANCHOR, show_steps, show_stops
from pages.parts.lesson_whole import show_whole
from pages.parts.templates import css, filled

ATLAS_PX, LIST_PX = 520, 384

begin()
st.html(filled("style", css=css("lesson")))
with st.container(horizontal=True, vertical_alignment="center", key="lesson_begin"):
    st.title(text["title"], width="content")
    show_start()
st.html(filled("past", to=ANCHOR, told=text["to_stops"]))
st.markdown(text["why"])
keep_in_browser()
with st.container(key="lesson_work"):
    atlas_side, list_side = st.columns([11, 4], gap="medium")
    with atlas_side:
        atlas("lesson_atlas", height=ATLAS_PX, take=text["take"], shown=state.shown, on_taken=taken)
        say(AT_ATLAS)
        st.text_input(text["paste"], key="address", on_change=pasted, placeholder=text["paste_example"])
        say(AT_ADDRESS)
    with list_side:
        show_stops(LIST_PX)
show_steps()
show_fields()
show_whole()
show_outputs()
show_class_page()
