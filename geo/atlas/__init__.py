"""The atlas as a Streamlit component. The files beside this one are plain ES modules; a loader fetches them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from rjsmin import jsmin

from data.memberships.reader import membership_ids
from data.memberships.value import Membership
from geo.drawing.offered import views_for
from geo.wire.assets import current_assets
from geo.wire.membership_facts import is_ours, membership_facts
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
    membership: Membership | None = None,
    told: Sequence[str] = (),
    handed_on: str = "",
    is_fresh: bool = False,
) -> Any:
    """Mount the atlas. Nothing that moves with the slider comes back to the server.

    With `take`, the label of a button, a press of it gives the state of the atlas as `taken` of what is returned, once.
    `start` is the label of a link to the lesson. `membership` is one to show in place of NATO: the facts of one of the
    project's own are fetched as those of NATO are, those of a person's cross with the component. `told` are sentences
    on the address. `handed_on` is the address that the atlas gives away in place of the page's, such as a hash alone.
    With `is_fresh` it begins with its own last day and best view, whatever the address of the page says of another.
    """
    assets = current_assets()
    name, css = ("eastward_atlas_beside", _text("beside.css")) if take else ("eastward_atlas", None)
    mount = st.components.v2.component(name, html=_text("atlas.html"), css=css, js=jsmin(_text("loader.js")))
    data: dict[str, Any] = {"base": f"{PREFIX}/{assets.digest}/", "views": list(views_for(membership)), "start": start}
    if membership and not is_ours(membership):
        data["facts"] = membership_facts(membership)
    elif not take:
        data |= {"membership": membership and membership.id, "memberships": list(membership_ids()), "told": list(told)}
    if handed_on:
        data["handedOn"] = handed_on
    if is_fresh:
        data["isFresh"] = True
    if not take:
        return mount(key=key, data=data, height=height)
    data |= {"take": take, "shown": {"turn": shown.turn, "state": shown.state} if shown else None}
    return mount(key=key, data=data, height=height, on_taken_change=on_taken or (lambda: None))


@cache
def _text(name: str) -> str:
    """A file beside this one as it was when it was first asked for: an update must not mix with what is served."""
    return (HERE / name).read_text(encoding="utf-8")
