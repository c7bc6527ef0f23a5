"""What stands around a question in formats that take HTML: a map, an explanation, the sources; all text escaped."""

from base64 import b64encode
from html import escape

from data.citation import imprint
from data.dates import spelled
from data.memberships.told import Told, membership_of, tables_of
from data.words import phrase, words
from geo.publish.questions.maps import MEDIA_TYPE
from geo.publish.questions.taken import Taken, TakenQuestion

NAME_LENGTH = 60
"""Of a question's short name, which lists in a course show."""


def title_of(pack: Taken) -> str:
    """The questions' common title."""
    said = {"level": words()["quiz"][pack.level].lower(), "seed": pack.seed}
    membership = membership_of(pack.told)
    if membership:
        return phrase("membership_quiz", "title", title=membership.title, **said)
    return phrase("questions", "title", **said)


def name_of(at: int, question: TakenQuestion) -> str:
    """A short name of the question at a place, counted from one, on one line."""
    name = " ".join(phrase("questions", "name", at=at, prompt=question.prompt).split())
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of HTML."""
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)


def why(question: TakenQuestion, told: Told) -> tuple[str, ...]:
    """The explanation, the sources, and which edition of the facts it is."""
    sources = phrase("questions", "sources", sources="; ".join(question.sources)) if question.sources else ""
    return question.explanation, sources, imprint_of(told)


def imprint_of(told: Told) -> str:
    """Which edition the facts are of, and under which licence they may be passed on."""
    return phrase("questions", "imprint", day=spelled(told.as_of), imprint=imprint(tables_of(told)))


def picture(address: str, alt: str) -> str:
    """A picture at an address, with its words."""
    return f'<p><img src="{escape(address)}" alt="{escape(alt)}" style="max-width:100%"/></p>'


def inside(png: bytes) -> str:
    """A PNG as an address that holds it."""
    return f"data:{MEDIA_TYPE};base64,{b64encode(png).decode()}"
