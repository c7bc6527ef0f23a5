"""A table of one's own, pasted or as a file, becomes an atlas: read, asked about, shown, and taken away."""

import streamlit as st

from pages.parts.templates import css, filled
from pages.parts.your_own_atlas import show_atlas
from pages.parts.your_own_columns import show_columns, show_years
from pages.parts.your_own_draft import begin, own, text
from pages.parts.your_own_kept import keep_in_browser
from pages.parts.your_own_questions import show_questions
from pages.parts.your_own_rows import show_counts, show_refused, show_remarks, show_rows
from pages.parts.your_own_table import show_table

begin()
st.html(filled("style", css=css("your_own")))
st.title(text["title"])
if own() is None:
    st.markdown(text["why"])
keep_in_browser()
show_table()
if own():
    st.header(text["understood"], anchor=False)
    show_counts()
    show_years()
    show_questions()
    show_refused()
    show_remarks()
    show_columns()
    show_rows()
show_atlas()
