"""The map with its slider: the page a class looks at."""

import streamlit as st

from data.words import phrase
from geo.atlas import atlas
from pages.parts.templates import css, filled

st.set_page_config(page_title=phrase("frame", "tab", subject=phrase("title", "subject")))
st.html(filled("style", css=css("full_bleed")))
atlas("atlas")
