"""Your own lesson: stops taken from the atlas, edited, saved as a file, and given away in every form."""

import streamlit as st

from geo.atlas import atlas
from pages.parts.lesson_class_page import show_class_page, show_start
from pages.parts.lesson_draft import begin, pasted, say, state, taken, text
from pages.parts.lesson_fields import show_fields
from pages.parts.lesson_outputs import show_outputs
from pages.parts.lesson_stops import show_steps, show_stops

ATLAS_PX = 700

begin()
st.title(text["title"])
show_start()
st.markdown(text["why"])
say()
atlas("lesson_atlas", height=ATLAS_PX, take=text["take"], shown=state.shown, on_taken=taken)
st.text_input(text["paste"], key="address", on_change=pasted, placeholder=text["paste_example"])
show_steps()
list_side, stop_side = st.columns([2, 3], gap="large")
with list_side:
    show_stops()
with stop_side:
    show_fields()
show_outputs()
show_class_page()
