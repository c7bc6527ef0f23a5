"""Pieces of HTML that the page Countries is made of."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest

from data.words import words
from pages.parts.statement_cards import StatementCards

STYLE = """<style>.co h3{margin:0;padding:18px 0 6px;font-size:1.2rem}.co table{border-collapse:collapse;margin:0}
.co td,.co th{text-align:left;vertical-align:top;padding:4px 18px 4px 0;border:0;border-top:1px solid var(--es-rule);
font-weight:400}.co th{color:var(--es-quiet)}.co ul{margin:0;padding-left:1.2em}.co li{margin:0 0 .45em}
.co .more td{border-top:0;padding:0 0 10px 18px;max-width:46rem}
.co .wide{overflow-x:auto}.co .swatch{display:inline-block;width:14px;height:14px;margin-right:7px;vertical-align:-2px;
border:1px solid var(--es-quiet)}.co .key{display:flex;flex-wrap:wrap;gap:2px 20px}.co p{margin:0 0 .5em}
.co .text{max-width:52rem}</style>"""


def page(cards: StatementCards, *parts: str) -> str:
    """Parts of a page under the style of the statements and our own."""
    return cards.page(STYLE, '<div class="co">', *parts, "</div>")


def key_to_colours(colours: Iterable[tuple[str, str]]) -> str:
    """What each colour of a chart says, as text that wraps."""
    items = (
        f'<span><span class="swatch" style="background:{fill}"></span>{escape(name)}</span>' for name, fill in colours
    )
    return f'<div class="key small">{"".join(items)}</div>'


def section(title: str, body: str) -> str:
    """A titled part; nothing where it has nothing to tell."""
    return f"<h3>{escape(title)}</h3>{body}" if body else ""


def unsure(is_unsure: bool) -> str:
    """The mark of a fact that is not certain."""
    return f" <b>({escape(words()['card']['unsure'])})</b>" if is_unsure else ""


def table(rows: Iterable[Iterable[str]], heads: Sequence[str] = (), more: Sequence[str] = ()) -> str:
    """Rows of cells that are HTML already; `more` is told below each row, over its whole width."""
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    below = [f"<tr class='more'><td colspan='{len(heads)}'>{told}</td></tr>" for told in more]
    body = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>{told}"
        for row, told in zip_longest(rows, below, fillvalue="")
    )
    scrolls = "class='wide' tabindex='0' role='region' aria-label='Table'"  # a narrow window shows a part of it
    return f"<div {scrolls}><table>{f'<tr>{head}</tr>' if head else ''}{body}</table></div>" if body else ""
