"""The map with its slider: the page a class looks at."""

from pathlib import Path

import streamlit as st

from geo.atlas import atlas

st.html(f"<style>{(Path(__file__).parent / 'parts' / 'full_bleed.css').read_text(encoding='utf-8')}</style>")
atlas("atlas")
