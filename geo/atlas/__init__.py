"""The atlas as a Streamlit component. The files beside this one are plain ES modules; a loader fetches them."""

from pathlib import Path

import streamlit as st

from geo.assets import current_assets
from geo.projection import VIEWS
from geo.routes import PREFIX

HERE = Path(__file__).parent


def atlas(key: str = "atlas") -> None:
    """Mount the atlas. Nothing that moves with the slider comes back to the server."""
    assets = current_assets()
    mount = st.components.v2.component(
        "eastward_atlas",
        html=(HERE / "atlas.html").read_text(encoding="utf-8"),
        js=(HERE / "loader.js").read_text(encoding="utf-8"),
    )
    data = {"base": f"{PREFIX}/{assets.digest}/", "modules": assets.modules, "views": list(VIEWS)}
    mount(key=key, data=data, height="stretch")
