"""The map with its slider: the page a class looks at."""

import streamlit as st

from geo.atlas import atlas
from pages.parts.templates import css, filled

st.html(filled("style", css=css("full_bleed")))
atlas("atlas")
