"""Two memberships of one day: the choice, who is in both and who in one only, both maps, the table."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.dates import spelled
from data.memberships.answers import members_on
from data.memberships.compare import Comparison, asked_for, common_days, compared, comparison_csv, said_of, sentence
from data.memberships.nato import ID as NATO
from data.memberships.shipped import called, shipped, shipped_ids
from data.memberships.value import Membership
from data.words import counted, words
from geo.drawing.offered import view_name
from geo.drawing.palette import rungs_of
from geo.pair_of_memberships import notes_of, picture_of_any, shown_statuses, signs_of, views_of
from geo.publish.unbroken import with_whole_dates
from geo.wire.day_pictures import PAIR_FORMS, membership_name, membership_numbers, memberships_name
from pages.parts.address import ANY_TEXT, Parameter, one_of
from pages.parts.markdown import as_markdown_text
from pages.parts.small_maps import headline_of, numbers_beneath
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

PARAMETERS: dict[str, Parameter] = {"first": one_of(shipped_ids()), "second": one_of(shipped_ids()), "day": ANY_TEXT}
"""What the address may ask for."""
text = words()["compare"]
KEPT = 32
"""Comparisons, each made once; one takes 40 kB."""


@dataclass(frozen=True)
class _Shown:
    """What is told of two memberships on a day, whoever asks for them."""

    sentence: str
    maps: Markup
    table: Markup
    taken: str


@lru_cache(maxsize=KEPT)
def _shown(first: Membership, second: Membership, day: date, theme: str, base: str) -> _Shown:
    comparison, cards = compared(first, second, day), cards_of(first.tables, theme)
    return _Shown(
        as_markdown_text(sentence(comparison)),
        cards.further(_maps(comparison, theme, base)),
        cards.further(_table(comparison)),
        comparison_csv(comparison),
    )


def show_two_memberships(theme: str, base: str, years: list[str]) -> None:
    """All of it under the heading; the pictures lie under `base`, and a day can be one of `years`."""
    columns, ids = st.columns(3), shipped_ids()
    first, second = (
        _chosen(columns[place], name, "second_membership" if place else "first_membership", ids[place])
        for place, name in enumerate(("first", "second"))
    )
    typed = columns[2].selectbox(
        text["shared_day"], years, index=len(years) - 2, key="day", bind="query-params", accept_new_options=True
    )
    if first == second:
        st.info(text["same_membership"])
        return
    try:
        day = asked_for(str(typed), shipped(first), shipped(second))
    except ValueError as error:
        st.error(as_markdown_text(str(error)))
        return
    shown = _shown(shipped(first), shipped(second), day, theme, base)
    st.markdown(f"**{shown.sentence}**")
    if typed.strip().isdecimal() and day == (common_days(shipped(first), shipped(second)) or (None, None))[1]:
        st.caption(text["reach"].format(day=spelled(day)))
    st.html(shown.maps)
    st.html(shown.table)
    st.download_button(text["save"], shown.taken, f"{first}-and-{second}-{day}.csv", "text/csv", on_click="ignore")


def _chosen(where: st.delta_generator.DeltaGenerator, name: str, key: str, default: str) -> str:
    """The membership that a reader chose, or the address asks for; a bound control would write its label there."""
    asked = st.query_params.get(name, "")
    if key not in st.session_state:
        st.session_state[key] = asked if asked in shipped_ids() else default
    id_: str = where.selectbox(text[key], shipped_ids(), format_func=lambda id_: called(shipped(id_)), key=key)
    if asked or id_ != default:
        st.query_params[name] = id_
    return id_


def _maps(comparison: Comparison, theme: str, base: str) -> Markup:
    cards = cards_of(comparison.first.tables, theme)
    two, day = (comparison.first, comparison.second), comparison.day
    figures = [_figure(each, view, day, theme, base) for each, view in zip(two, views_of(*two), strict=True)]
    forms = [(text["take_as"][form], f"{base}/{memberships_name(comparison, theme, form)}") for form in PAIR_FORMS]
    legend = cards.map_key([], signs_of(comparison), notes=notes_of(comparison))
    return filled("pair_of_maps", figures=figures, legend=legend, forms=forms)


def _figure(membership: Membership, view: str, day: date, theme: str, base: str) -> Markup:
    """A small map that opens the atlas, with the key of its colours beneath."""
    members = counted(text["members"], len(members_on(membership, day)))
    shown = {} if membership.id == NATO else {"membership": membership.id}
    drawn = filled(
        "small_picture",
        query=urlencode(shown | {"day": day.isoformat()}),
        src=f"{base}/{membership_name(membership, day, view, theme)}",
        named=f"{base}/{membership_name(membership, day, view, theme, 'named')}",
        alt=text["membership_alt"].format(
            view=view_name(view), day=spelled(day), members=members, short=membership.short
        ),
        when=called(membership),
        members=members,
        headline=headline_of(picture_of_any(membership, day)),
        numbers=numbers_beneath(*(membership_numbers(membership, day, view, look) for look in ("small", "named"))),
    )
    rungs = rungs_of(membership)
    statuses = [
        (rungs[key], text["status_count"].format(label=label, n=count))
        for key, label, count in shown_statuses(membership, day)
    ]
    return filled("map_with_key", map=drawn, statuses=statuses)


def _table(comparison: Comparison) -> Markup:
    groups = [
        (
            name,
            len(rows),
            [(row.name, *(with_whole_dates(said_of(each)) for each in (row.first, row.second))) for row in rows],
        )
        for name, rows in comparison.groups
    ]
    heads = [text["country"], called(comparison.first), called(comparison.second)]
    return filled("two_memberships", caption=text["told"].format(n=len(comparison.rows)), heads=heads, groups=groups)
