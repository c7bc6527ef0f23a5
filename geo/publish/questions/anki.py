"""Questions as a deck for Anki, the maps on its cards; made with genanki.

A card's id comes from its question, so that a deck imported again renews its cards and keeps what was learnt.
"""

import io
import tempfile
import zipfile
from datetime import UTC, datetime, time
from hashlib import sha256
from html import escape
from pathlib import Path

import genanki

from data.memberships.told import membership_of
from data.words import phrase, words
from data.zipped import zipped
from geo.lesson.quiz import LEVELS, MOST_SEED
from geo.publish.questions.maps import answer_alt, answer_map, asked_alt, asked_map
from geo.publish.questions.markup import paragraphs, picture, why
from geo.publish.questions.taken import Kind, Taken, TakenQuestion

MODEL_ID = 1_731_949_404
"""Typed once: the notes of all our decks are of one kind."""
FIRST_DECK_ID, MOST_DECK_ID = 1_949_000_000, 2**31 - 1
CSS = Path(__file__).with_suffix(".css")
FIELDS = ("Question", "Map", "Options", "Answer", "AnswerMap", "Why")
MODEL = genanki.Model(
    MODEL_ID,
    "Eastward",
    fields=[{"name": name} for name in FIELDS],
    templates=[
        {
            "name": "Card",
            "qfmt": "{{Question}}{{Map}}{{Options}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}{{AnswerMap}}<div class=why>{{Why}}</div>",
        }
    ],
    css=CSS.read_text(encoding="utf-8"),
)


def anki(pack: Taken) -> bytes:
    """The package; the same questions give the same bytes."""
    deck = genanki.Deck(
        _deck_id(pack),
        _deck_name(pack),
    )
    maps: dict[str, bytes] = {}
    for question in pack.questions:
        deck.add_note(_note(question, pack, maps))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, content in maps.items():
            (path := Path(folder) / name).write_bytes(content)
            paths.append(str(path))
        package = genanki.Package(deck, paths)
        written = Path(folder) / "deck.apkg"
        moment = datetime.combine(pack.told.as_of, time(), UTC).timestamp()
        package.write_to_file(str(written), timestamp=moment)
        return _dated(written.read_bytes(), pack)


def _deck_id(pack: Taken) -> int:
    """The number by which a deck is known when it is imported again."""
    membership = membership_of(pack.told)
    if membership is None:
        return FIRST_DECK_ID + LEVELS.index(pack.level) * (MOST_SEED + 1) + pack.seed
    return MOST_DECK_ID & int(sha256(f"{membership.id} {pack.level} {pack.seed}".encode()).hexdigest(), 16)


def _deck_name(pack: Taken) -> str:
    said = {"level": words()["quiz"][pack.level], "seed": pack.seed}
    membership = membership_of(pack.told)
    if membership:
        return phrase("membership_quiz", "deck", title=membership.title, **said)
    return phrase("questions", "deck", **said)


def _note(question: TakenQuestion, pack: Taken, maps: dict[str, bytes]) -> genanki.Note:
    asked, answered = question.map_year, question.answer_year
    front = back = ""
    if asked:
        content = asked_map(asked, pack.told)
        front = picture(_kept(content, maps), asked_alt(asked, pack.told))
    if answered:
        content = answer_map(answered, pack.told)
        back = picture(_kept(content, maps), answer_alt(answered, pack.told))
    right = _list("ol", question.answer) if question.kind == Kind.ORDER else paragraphs("; ".join(question.answer))
    shown = () if question.kind == Kind.NAME else question.options
    fields = [
        paragraphs(question.prompt),
        front,
        _list("ul", shown),
        right,
        back,
        paragraphs(*why(question, pack.told)),
    ]
    mark = "\x1f".join((question.prompt, *sorted(question.options)))
    return genanki.Note(MODEL, fields, guid=genanki.guid_for(mark), tags=["eastward", pack.level])


def _kept(content: bytes, maps: dict[str, bytes]) -> str:
    """The name of a map in the package, which tells nothing: a learner can see it."""
    name = f"eastward-{sha256(content).hexdigest()[:16]}.png"
    maps[name] = content
    return name


def _list(tag: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(text, quote=False)}</li>" for text in texts)
    return f"<{tag}>{items}</{tag}>" if items else ""


def _dated(package: bytes, pack: Taken) -> bytes:
    """The package with the day of its facts on all of it, as genanki dates its parts to the minute it ran."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()], pack.told.as_of)
