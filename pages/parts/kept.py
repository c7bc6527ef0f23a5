"""What a page was made to hold, kept in the reader's browser: given to it at each run, and taken back from it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from geo.wire.bundle import joined_module

SCRIPT = Path(__file__).with_suffix(".mjs")
STYLE = Path(__file__).with_suffix(".css")
SAYS = ("nothing", "kept", "back", "refused", "other", "forgotten", "forget", "theirs", "mine")


@dataclass(frozen=True)
class Keeping:
    """What one page has kept.

    Attributes
    ----------
    store
        The name under which a browser keeps it.
    fields
        The first words of the keys of its fields, parted by `|`: what is typed into them is kept letter by letter.
    words
        Of the page; those that begin with `kept_` are said.
    hash
        The name of what an address may bring in its hash; "" for nothing.
    """

    store: str
    fields: str
    words: Mapping[str, Any]
    hash: str = ""


@dataclass(frozen=True)
class Told:
    """What the browser is told at a run; the names are those of the script."""

    session: str
    isFresh: bool
    isOwn: bool
    isSaved: bool
    isBack: bool
    text: str
    aside: list[str]


@cache
def _script() -> str:
    return f"{joined_module(SCRIPT)}\nexport default keep;"


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def keeper() -> Callable[..., Any]:
    """What mounts a line that says how it is kept: with a key, the `data_of` a run, and what is called at two events.

    `on_found_change` is called when the browser gives something back, which is then `found` of the state under the key;
    `on_forgotten_change` when a reader had it forgotten.
    """
    mount: Callable[..., Any] = st.components.v2.component("eastward_kept", js=_script(), css=_style())
    return mount


def data_of(keeping: Keeping, told: Told) -> dict[str, Any]:
    """What crosses to the browser at a run."""
    said = {name: keeping.words[f"kept_{name}"] for name in SAYS}
    return {**asdict(told), "store": keeping.store, "fields": keeping.fields, "hash": keeping.hash, "words": said}
