"""The map with its slider: the page a class looks at."""

import streamlit as st

from data.words import words
from geo.atlas import atlas
from geo.lesson.lesson import current_lesson
from pages.parts.templates import css, filled

st.html(filled("style", css=css("full_bleed")))
label = words()["lesson_page"]["start"].format(minutes=f"{current_lesson().minutes:g}")
atlas("atlas", start=label)
