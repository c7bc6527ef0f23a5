"""The filters of the statements: what the address or the reader asks for."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from data.gate.numbers import whole
from data.gate.text import cut
from data.red_lines import GENERAL, Filters
from data.speakers import listed_speakers
from data.tables import Tables, current_tables
from data.vocabulary import STATEMENT_CONFIDENCE, Form, Side, Stance
from data.words import words
from pages.parts.address import ANY_TEXT, Parameter, between, one_of, some_of
from pages.parts.markdown import as_markdown_text

FILTERS = ("stance", "side", "speaker", "country", "confidence", "form")
Years = tuple[int, int]


def clear_filters() -> None:
    """Show everything again."""
    for name in FILTERS:
        st.session_state[name] = []
    _set_years(_span(current_tables()))
    st.session_state["text"] = ""


def asked_for(tables: Tables) -> Filters:
    """The filters, as the address or the reader has set them."""
    text = words()["red_lines_page"]
    with st.container(horizontal=True, gap="small"):
        st.text_input(text["search"], key="text", bind="query-params", placeholder=text["search_example"], width=260)
        years = _asked_years(tables, text)
    if wrong := st.session_state.get("years_wrong"):
        st.error(as_markdown_text(wrong))
    is_set = any(st.session_state.get(name) for name in FILTERS)
    with st.expander(text["more_filters"], expanded=is_set), st.container(horizontal=True, gap="small"):
        values = {
            name: tuple(st.multiselect(text[name], every, key=name, bind="query-params", format_func=shown, width=270))
            for name, (every, shown) in _options(tables).items()
        }
    return Filters(**values, years=None if years == _span(tables) else years, text=st.session_state["text"])


def filters_taken(tables: Tables) -> dict[str, Parameter]:
    """What of them the address may ask for, and the statement that it opens."""
    chosen = {name: some_of([shown(one) for one in every]) for name, (every, shown) in _options(tables).items()}
    years = between(*_span(tables), most=2)
    return {"text": ANY_TEXT, "years": years, **chosen, "statement": one_of(list(tables.statements["id"]))}


@lru_cache(maxsize=4)
def _names(tables: Tables) -> dict[str, str]:
    named = dict(zip(tables.units["unit"], tables.units["name"], strict=True))
    return {GENERAL: words()["statement"]["enlargement_in_general"], **named}


def name_of(country: str, tables: Tables) -> str:
    """A country's name, or what stands for enlargement in general."""
    return _names(tables)[country]


@lru_cache(maxsize=4)
def _options(tables: Tables) -> dict[str, tuple[list[str], Callable[[str], str]]]:
    """By filter: what can be chosen, and how it is called."""
    rows, named = tables.statements, words()
    names = {target: name_of(target, tables) for target in {one for targets in rows["targets"] for one in targets}}
    return {
        "stance": (list(map(str, Stance)), lambda one: named["stance"][one]["label"]),
        "side": (list(map(str, Side)), lambda one: named["side"][one]),
        "speaker": (listed_speakers(rows["speaker"]), str),
        "country": (sorted(names, key=names.__getitem__), names.__getitem__),
        "confidence": (list(map(str, STATEMENT_CONFIDENCE)), lambda one: named["confidence"][one].partition(":")[0]),
        "form": (list(map(str, Form)), lambda one: named["form"][one]),
    }


# ---------------------------------------------------------------------- years, by slider and by number


def _span(tables: Tables) -> Years:
    """The year of the first statement, and the last of the atlas."""
    return min(day.year for day in tables.statements["day"]), tables.last_year


def _asked_years(tables: Tables, text: Any) -> Years:
    """The years of the slider; the two fields beside it show the same, and set it."""
    oldest, last = span = _span(tables)
    years: Years = st.slider(
        text["years"], oldest, last, span, key="years", bind="query-params", on_change=_slid, width=270
    )
    for key, year in zip(("first_year", "last_year"), years, strict=True):
        st.session_state.setdefault(key, str(year))
        st.text_input(text[key], key=key, on_change=_typed, width=92)
    return years


def _slid() -> None:
    _set_years(st.session_state["years"])


def _typed() -> None:
    """Move the slider to the years typed; where they are none, say so and leave it."""
    typed = [st.session_state[key].strip() for key in ("first_year", "last_year")]
    try:
        _set_years(typed_years(typed[0], typed[1], _span(current_tables())))
    except ValueError as error:
        st.session_state["years_wrong"] = str(error)


def _set_years(years: Years) -> None:
    st.session_state["years"] = years
    st.session_state["first_year"], st.session_state["last_year"] = map(str, years)
    st.session_state["years_wrong"] = ""


def typed_years(first: str, last: str, span: Years) -> Years:
    """Two years as typed.

    Raises ValueError, with a sentence for the reader, for what is no year, lies outside, or stands the wrong way round.
    """
    told = words()["red_lines_page"]["years_wrong"]
    years: list[int] = []
    for typed in (first, last):
        if (year := whole(typed)) is None:
            raise ValueError(told["no_year"].format(typed=cut(typed)))
        if not span[0] <= year <= span[1]:
            raise ValueError(told["outside"].format(typed=cut(typed), first=span[0], last=span[1]))
        years.append(year)
    if years[0] > years[1]:
        raise ValueError(told["reversed"].format(first=years[0], last=years[1]))
    return years[0], years[1]
