"""The usual way: a slider that reruns the script, and a choropleth that is drawn anew. Run by slider.py."""

import os

import streamlit as st  # noqa: TID251 - this is the rival, not the atlas

from benchmarks.figures import choropleth, statuses

st.set_page_config(layout="wide")
table = st.cache_resource(statuses)()
year = st.slider("Year", int(table["year"].min()), int(table["year"].max()), int(table["year"].min()))
figure = choropleth(table[table["year"] == year])
st.plotly_chart(figure, key="map", config={"topojsonURL": os.environ["BENCHMARK_BASE_MAP"]})
