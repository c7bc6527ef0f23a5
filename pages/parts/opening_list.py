"""A list of lines that open: the claims, and the articles of the drafts of 2021."""

from collections.abc import Iterable

from markupsafe import Markup

from pages.parts.markdown import as_markdown_text
from pages.parts.templates import css, filled


def line_that_opens(said: str, verdict: str, why: str) -> str:
    """What is said, and beneath it the verdict and why, in Markdown."""
    said, verdict, why = map(as_markdown_text, (said, verdict, why))
    return f"**{said}** *{verdict}.* {why}"


def list_style(kind: str, pictures: Iterable[tuple[str, Iterable[str]]], more: str = "") -> Markup:
    """The style of such a list with the picture before each line, told by those who have it.

    Each line is a box with the key `<kind>_<id>`, all in a container named in `opening_list.css`.
    """
    return filled("list_style", css=css("opening_list") + more, kind=kind, pictures=pictures)
