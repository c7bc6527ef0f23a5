"""Eastward: an atlas of NATO's enlargement and Russia's red lines. Run with `streamlit run dashboard.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from geo.routes import ROUTES

# This top level runs again at every rerun, while the routes of the first run stay: keep it light.
app = st.App(__file__, routes=ROUTES, middleware=[Middleware(GZipMiddleware, minimum_size=1000)])

if __name__ == "__main__":
    st.set_page_config(page_title="Eastward", layout="wide", initial_sidebar_state="collapsed")
    st.navigation([st.Page("pages/atlas.py", title="Atlas", default=True)], position="top").run()
