"""What the address of a page asks for and the page does not have: told above it in a few words, until put away.

Each page lists the parameters it takes. Those of others, such as platforms add to a link, are left alone.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import streamlit as st

from data.gate.numbers import whole
from data.gate.problems import first_told
from data.gate.text import plain
from data.words import phrase, words
from pages.parts.templates import filled

MOST = 3
"""Sentences that a page begins with."""
MOST_KEPT = 200
"""Sentences that a session keeps, however many addresses a reader tries."""
ON_OR_OFF = ("true", "false")
TOLD = "address_told"
AWAY = "address_put_away"


@dataclass(frozen=True)
class Parameter:
    """What a page takes under a name: which values, and how many at once."""

    fits: Callable[[str], bool]
    most: int = 1

    def problems(self, name: str, values: Collection[str]) -> Iterator[str]:
        """What of some values the page does not take, one sentence each."""
        for value in dict.fromkeys(values):
            if value and not self.fits(value):
                yield phrase("address", "unknown", name=name, value=plain(value))
        if len(set(values)) > self.most or (self.most == 1 and len(values) > 1):
            form = "twice" if self.most == 1 else "too_many"
            yield phrase("address", form, name=name, n=len(values), most=self.most)


ANY_TEXT = Parameter(lambda _: True)
SWITCH = Parameter(lambda value: value.lower() in ON_OR_OFF)


def one_of(options: Collection[str]) -> Parameter:
    """One of some values, as the address spells them."""
    return Parameter(frozenset(options).__contains__)


def some_of(options: Collection[str], most: int | None = None) -> Parameter:
    """Some of them; as many as there are, unless `most` is given."""
    return Parameter(frozenset(options).__contains__, most or max(2, len(options)))


def between(first: int, last: int, most: int = 1) -> Parameter:
    """A whole number, or several."""
    return Parameter(lambda value: first <= (whole(value) or 0) <= last, most)


def problems(takes: Mapping[str, Parameter], given: Mapping[str, Collection[str]]) -> Iterator[str]:
    """What of an address a page does not take, in the order of its list."""
    for name, parameter in takes.items():
        yield from parameter.problems(name, given.get(name, ()))


def tell_unknown(page: str, takes: Mapping[str, Parameter]) -> None:
    """Say above a page what of its address it does not take; before its controls, which drop that from the address."""
    state = st.session_state
    found = islice(problems(takes, {name: st.query_params.get_all(name) for name in takes}), MOST_KEPT)
    before = state.get(TOLD, (page, ()))
    kept = before[1] if before[0] == page else ()
    if before[0] != page:
        state[AWAY] = ()
    told = tuple(each for each in dict.fromkeys((*kept, *found)) if each not in state.get(AWAY, ()))[:MOST_KEPT]
    state[TOLD] = (page, told)
    if told:
        with st.container(key="address_notice", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(filled("notice", lines=first_told(told, MOST)), width="stretch")
            st.button(words()["notice"]["dismiss"], key="address_dismiss", type="tertiary", on_click=_put_away)


def _put_away() -> None:
    state = st.session_state
    page, told = state[TOLD]
    state[AWAY] = (*state.get(AWAY, ()), *told)[-MOST_KEPT:]
    state[TOLD] = (page, ())
