"""What the parts of the page Red lines show that no reader's choice changes, each made once and kept.

They stand apart from the page, whose script runs anew for every reader and every change.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from data.red_lines import exchanges, line_by_year, line_finding, moscow_beside, promised_1990, reasons_by_country
from data.tables import Tables
from data.vocabulary import Stance
from data.words import words
from geo.charts.red_lines import SAID, line_figure, names_of_line
from geo.charts.signs import said_uris
from geo.charts.style import Drawn, Room, ready
from pages.parts.charts import as_table, sign_key
from pages.parts.red_lines_tables import line_table
from pages.parts.statement_cards import cards_of
from pages.parts.templates import Html

KEPT = 8
"""Charts with a cell chosen; one takes half a megabyte."""
Cell = tuple[str, int]


@cache
def exchanges_html(tables: Tables, theme: str) -> Html:
    """Every statement that was answered, beside its answers."""
    cards = cards_of(tables, theme)
    return cards.page(*(cards.pair([said], answers) for said, answers in exchanges(tables)))


@dataclass(frozen=True)
class Line:
    """Where Moscow's line ran: what is found, what the signs say, the figures, and how the line moved."""

    finding: str
    key: Html
    table: Html
    phases: Html


@cache
def line(tables: Tables, theme: str) -> Line:
    """The same for these tables, in a theme."""
    cards, finding = cards_of(tables, theme), line_finding(line_by_year(tables), names_of_line(tables))
    signs, named = said_uris(cards.ink), words()["line_chart"]
    return Line(
        finding,
        cards.page(sign_key([(signs[said], named[said]) for said in SAID])),
        cards.page(as_table(finding, *line_table(tables), numbers=[0, 3])),
        cards.page(*map(cards.phase, tables.line_phases.itertuples())),
    )


@lru_cache(maxsize=KEPT)
def line_chart(tables: Tables, theme: str, chosen: Cell, room: Room) -> Drawn:
    """The chart of it, a cell chosen."""
    return ready(line_figure(tables, theme, chosen, room))


@cache
def promised_html(tables: Tables, theme: str) -> Html:
    """The talks and documents of 1990 and 1991."""
    cards = cards_of(tables, theme)
    return cards.page(cards.listed(promised_1990(tables)))


@cache
def reasons_html(tables: Tables, theme: str) -> Html:
    """Country by country why it wanted in, beside what Moscow said in those years."""
    cards = cards_of(tables, theme)
    told = [
        (
            cards.names[country],
            rows,
            moscow_beside(country, list(dict.fromkeys(day.year for day in rows["day"])), tables),
        )
        for country, rows in reasons_by_country(tables).items()
    ]
    return cards.page(*(cards.reasons(*each) for each in told))


@cache
def dissent_html(tables: Tables, theme: str) -> Html:
    """What critics of their own side said."""
    cards, rows = cards_of(tables, theme), tables.statements
    return cards.further(cards.listed(rows[rows["stance"] == Stance.DISSENT]))
