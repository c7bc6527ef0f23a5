"""The atlas as a Streamlit component. The files beside this one are plain ES modules; a loader fetches them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from geo.drawing.views import VIEWS
from geo.wire.assets import current_assets
from geo.wire.routes import PREFIX

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Shown:
    """A state that the atlas is to show, and which request it is: a request is carried out once."""

    turn: int
    state: dict[str, Any]


def atlas(
    key: str,
    *,
    height: int | Literal["stretch"] = "stretch",
    take: str = "",
    start: str = "",
    shown: Shown | None = None,
    on_taken: Callable[[], None] | None = None,
) -> Any:
    """Mount the atlas. Nothing that moves with the slider comes back to the server.

    With `take`, the label of a button, a press of it gives the state of the atlas as `taken` of what is returned, once.
    `start` is the label of a link to the lesson.
    """
    assets = current_assets()
    mount = st.components.v2.component("eastward_atlas", html=_text("atlas.html"), js=_text("loader.js"))
    data: dict[str, Any] = {"base": f"{PREFIX}/{assets.digest}/", "views": list(VIEWS), "start": start}
    if not take:
        return mount(key=key, data=data, height=height)
    data |= {"take": take, "shown": {"turn": shown.turn, "state": shown.state} if shown else None}
    return mount(key=key, data=data, height=height, on_taken_change=on_taken or (lambda: None))


@cache
def _text(name: str) -> str:
    """A file beside this one as it was when it was first asked for: an update must not mix with what is served."""
    return (HERE / name).read_text(encoding="utf-8")
