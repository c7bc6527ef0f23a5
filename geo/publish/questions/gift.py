"""Questions as Moodle's GIFT: plain text, with HTML inside where a map stands.

The signs `~ = # { } :` and the backslash are the format's own, so they are escaped wherever they are text; `->` parts
the pairs of a matching, where HTML writes its second sign in letters. See https://docs.moodle.org/en/GIFT_format
"""

import re
from collections.abc import Iterator

from data.words import phrase
from geo.publish.questions.maps import asked_alt, asked_map
from geo.publish.questions.markup import imprint_of, inside, name_of, paragraphs, picture, title_of, why
from geo.publish.questions.taken import Kind, Taken, TakenQuestion

OWN_SIGNS = re.compile(r"([\\~=#{}:])")
WHOLE = 100


def gift(pack: Taken) -> bytes:
    """The file, UTF-8."""
    parts = [f"// {_line(title_of(pack))}\n// {_line(imprint_of(pack.told))}\n\n$CATEGORY: {_line(title_of(pack))}\n"]
    parts += [_question(at, question, pack) for at, question in enumerate(pack.questions, start=1)]
    return "\n".join(parts).encode()


def _question(at: int, question: TakenQuestion, pack: Taken) -> str:
    text = paragraphs(question.prompt)
    if question.map_year:
        address = inside(asked_map(question.map_year, pack.told))
        text += picture(address, asked_alt(question.map_year, pack.told))
    told = paragraphs(*why(question, pack.told))
    answers = "\n".join(f"  {answer}" for answer in _answers(question))
    name = _text(name_of(at, question))
    return f"::{name}::[html]{_text(text)}{{\n{answers}\n  ####{_text(told)}\n}}\n"


def _answers(question: TakenQuestion) -> Iterator[str]:
    options = [_html(option) for option in question.options]
    match question.kind:
        case Kind.NAME:
            yield from (f"={_text(name)}" for name in question.accepted)
        case Kind.ORDER:
            for place, option in enumerate(options):
                yield f"={option} -> {phrase('questions', 'place', at=question.right.index(place) + 1)}"
        case Kind.SEVERAL:
            right = WHOLE / len(question.right)
            wrong = WHOLE / (len(options) - len(question.right))
            for place, option in enumerate(options):
                yield f"~%{right:g}%{option}" if place in question.right else f"~%-{wrong:g}%{option}"
        case Kind.CHOICE:
            yield from (f"{'=' if place in question.right else '~'}{option}" for place, option in enumerate(options))


def _html(option: str) -> str:
    """An option: in the format of its question, which is HTML. A `%` at its head would be read as a weight."""
    text = paragraphs(option).removeprefix("<p>").removesuffix("</p>")
    return _text(f"&#37;{text[1:]}" if text.startswith("%") else text)


def _text(text: str) -> str:
    """Text with the format's own signs escaped, on one line: an empty one would end the question."""
    return OWN_SIGNS.sub(r"\\\1", _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())
