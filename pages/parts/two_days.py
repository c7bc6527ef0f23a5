"""The days that the page Compare shows, as small maps with their key, each made once and kept.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup

from data.compare import changes
from data.dates import spelled
from data.headlines import when_on
from data.membership import members_on
from data.picture import picture_on
from data.tables import Tables
from data.vocabulary import Status
from data.words import counted, words
from geo.drawing.days_key import shared_key, shared_notes
from geo.drawing.key import Row
from geo.wire.day_pictures import PAIR_FORMS, named_name, numbers_on, pair_name
from pages.parts.markdown import as_markdown_text
from pages.parts.small_maps import headline_of, numbers_beneath
from pages.parts.statement_cards import cards_of
from pages.parts.templates import filled

KEPT = 64
"""Pairs of days, or single ones; a pair takes 10 kB."""
Days = tuple[date, ...]
text = words()["compare"]


@lru_cache(maxsize=KEPT)
def strip(days: Days, tables: Tables, theme: str, base: str) -> Markup:
    """Days in a row under one key; the pictures lie under `base`."""
    figures = [figure(day, tables, theme, base) for day in days]
    key = filled("folding_key", rows=key_to(days, tables, theme))
    return cards_of(tables, theme).further(key, filled("strip", figures=figures))


@lru_cache(maxsize=KEPT)
def pair(days: tuple[date, date], tables: Tables, theme: str, base: str) -> Markup:
    """Two days side by side, their key, and both as files to take away."""
    forms = [(text["take_as"][form], f"{base}/{pair_name(days, theme, form)}") for form in PAIR_FORMS]
    figures = [figure(day, tables, theme, base, is_named=True) for day in days]
    maps = filled("pair_of_maps", figures=figures, legend=key_to(days, tables, theme), forms=forms)
    return cards_of(tables, theme).further(maps)


@lru_cache(maxsize=KEPT)
def changed(days: tuple[date, date], tables: Tables) -> str:
    """What changed between two days, in Markdown."""
    return str(text["changes"].format(changes=as_markdown_text(changes(*days, tables))))


@lru_cache(maxsize=KEPT)
def figure(day: date, tables: Tables, theme: str, base: str, *, is_named: bool = False) -> Markup:
    """A small map that opens the atlas at its day; year and members stand above it.

    Of two side by side each has more names of countries, where the window is wide enough to read them.
    """
    when, members = when_on(day, tables), counted(text["members"], len(members_on(day, tables)))
    shown = {"year": when} if when == str(day.year) else {"day": day.isoformat()}
    (name,) = shown.values()
    return filled(
        "small_picture",
        query=urlencode(shown),
        src=f"{base}/small-{name}-{theme}.png",
        named=f"{base}/{named_name(day, theme)}" if is_named else "",
        alt=text["alt"].format(day=spelled(day), members=members),
        when=when,
        members=members,
        headline=headline_of(picture_on(day, tables)),
        numbers=_numbers(day, tables, is_named=is_named),
    )


def _numbers(day: date, tables: Tables, *, is_named: bool) -> dict[str, Sequence[Row]]:
    """What tells the names for which the map has no room, in each look that it has."""
    small = numbers_on(day, tables)
    return numbers_beneath(small, numbers_on(day, tables, "named") if is_named else small)


def key_to(days: Days, tables: Tables, theme: str) -> Markup:
    """What some maps show; of statuses only those that they have."""
    shared = shared_key(days, tables)
    return cards_of(tables, theme).map_key(
        {Status(each.row.sign): each.row.label for each in shared if each.counts},
        [each.row for each in shared if not each.counts],
        notes=shared_notes(days, tables),
    )
