"""HTML of the pages, filled in from the templates beside: what goes in is escaped, unless it is HTML already."""

from pathlib import Path
from textwrap import dedent
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from data.dates import spelled_as_given
from data.gate.links import is_web
from data.quotation import original_of, quoted, town_of
from data.sentences import printed
from data.title_languages import in_its_language
from data.vocabulary import Confidence
from data.words import words

PARTS = Path(__file__).parent

# Made once a process; a template is compiled when it is first asked for.
ENVIRONMENT = Environment(
    loader=FileSystemLoader(PARTS / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
ENVIRONMENT.globals["words"] = words()
ENVIRONMENT.filters["in_words"] = spelled_as_given
ENVIRONMENT.filters["printed"] = printed
ENVIRONMENT.filters["quoted"] = quoted
ENVIRONMENT.filters["original"] = original_of
ENVIRONMENT.filters["town"] = town_of
ENVIRONMENT.filters["in_its_language"] = in_its_language
ENVIRONMENT.tests["web_link"] = is_web
ENVIRONMENT.tests["contested"] = lambda row: row.confidence == Confidence.CONTESTED
ENVIRONMENT.tests["unsure"] = lambda row: row.confidence == Confidence.UNSURE


class Html(Markup):
    """HTML that a page shows as it is.

    Of any other text Streamlit takes the indent off, at each run; that of a long list of cards takes longer than to
    send it.
    """

    def _repr_html_(self) -> str:
        return str(self)


def shown(html: str) -> Html:
    """HTML to be shown, of which the indent was taken off here."""
    return Html(dedent(html).strip())


def filled(name: str, /, **values: Any) -> Markup:
    """The template `name`.html with its values; a value that it misses is an error."""
    return Markup(ENVIRONMENT.get_template(f"{name}.html").render(values))


def called(name: str, macro: str, /, *values: Any) -> Markup:
    """What a macro of the template `name`.html makes of its values."""
    return Markup(getattr(ENVIRONMENT.get_template(f"{name}.html").module, macro)(*values))


def css(name: str) -> Markup:
    """The text of a stylesheet that stands beside this module."""
    return Markup((PARTS / f"{name}.css").read_text(encoding="utf-8"))
