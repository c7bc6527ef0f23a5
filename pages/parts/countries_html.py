"""Pieces of HTML that the page Countries is made of."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from markupsafe import Markup

from pages.parts.statement_cards import StatementCards
from pages.parts.templates import css, filled

NOTHING = Markup("")


def page(cards: StatementCards, *parts: Markup) -> Markup:
    """Parts of a page under the style of the statements and our own."""
    return cards.page(filled("countries_page", css=css("countries"), parts=parts))


def key_to_colours(colours: Iterable[tuple[str, str]]) -> Markup:
    """What each colour of a chart says, as text that wraps; `colours` are pairs of name and fill."""
    return filled("key", colours=colours)


def section(title: str, body: Markup) -> Markup:
    """A titled part; nothing where it has nothing to tell."""
    return filled("section", title=title, body=body) if body else NOTHING


def table(caption: str, rows: Iterable[Iterable[str]], heads: Sequence[str] = (), more: Sequence[str] = ()) -> Markup:
    """Rows of cells; `more` is told below each row, over its whole width. Nothing where there is no row.

    The caption is for those who hear the page: no two tables of a page are called the same.
    """
    told = list(zip_longest(rows, more, fillvalue=""))
    return filled("table", caption=caption, rows=told, heads=heads) if told else NOTHING


def listed(caption: str, heads: Sequence[str], rows: Iterable[Iterable[object]], numbers: Iterable[int] = ()) -> Markup:
    """A long table that scrolls by itself, its heads and the first column kept in sight."""
    body = [list(row) for row in rows]
    return filled("listed", css=css("charts"), caption=caption, heads=heads, rows=body, numbers=set(numbers))


def two_lines(first: str, second: str) -> Markup:
    """A text with a smaller one beneath."""
    return filled("two_lines", first=first, second=second)


def coloured(name: str, fill: str) -> Markup:
    """A name behind a patch of its colour."""
    return filled("coloured", name=name, fill=fill)


def doubtful(text: str, is_unsure: bool) -> Markup:
    """A text with the mark of a fact that is not certain, where it is one."""
    return filled("doubtful", text=text, is_unsure=is_unsure)
