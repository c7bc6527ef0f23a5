"""Questions to take away: those of the quiz and the worksheet as files that learning platforms and quiz tools read."""

from collections.abc import Callable
from dataclasses import dataclass

from data.memberships.told import Told
from geo.publish.progress import Progress, silent
from geo.publish.questions.gift import gift
from geo.publish.questions.maps import answer_map, asked_map
from geo.publish.questions.moodle_xml import moodle_xml
from geo.publish.questions.qti import qti
from geo.publish.questions.taken import Taken, taken

__all__ = ["FORMATS", "Format", "questions_file"]


@dataclass(frozen=True)
class Format:
    """A form of file: its name, its type, how it is made, and whether it holds maps, asked about and of the answer."""

    file: str
    media_type: str
    make: Callable[[Taken], bytes]
    has_maps: bool = True
    has_answer_maps: bool = False


# The libraries of these two take a tenth of a second to load, whatever else is made.


def _anki(pack: Taken) -> bytes:
    from geo.publish.questions.anki import anki

    return anki(pack)


def _sheet(pack: Taken) -> bytes:
    from geo.publish.questions.sheet import sheet

    return sheet(pack)


FORMATS = {
    "gift": Format("questions-gift.txt", "text/plain", gift),
    "moodle": Format("questions-moodle.xml", "application/xml", moodle_xml),
    "qti": Format("questions-qti.zip", "application/zip", qti),
    "anki": Format("questions.apkg", "application/octet-stream", _anki, has_answer_maps=True),
    "xlsx": Format(
        "questions.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _sheet,
        has_maps=False,
    ),
}
"""By the word that asks for it."""


def questions_file(
    form: str, seed: int = 1, level: str = "medium", told: Told | None = None, progress: Progress = silent
) -> bytes:
    """The questions of a level and a number in a format.

    Raises ValueError for a format that is unknown, and as `quiz` does.
    """
    if form not in FORMATS:
        raise ValueError(f"format {form!r} is unknown; expected one of {', '.join(FORMATS)}")
    asked = FORMATS[form]
    pack = taken(seed, level, told=told)
    progress(0, len(pack.questions) + 1)
    for done, question in enumerate(pack.questions, start=1):
        # Maps take the time: they are drawn one by one, and kept.
        if asked.has_maps and question.map_year:
            asked_map(question.map_year, pack.told)
        if asked.has_answer_maps and question.answer_year:
            answer_map(question.answer_year, pack.told)
        progress(done, len(pack.questions) + 1)
    made = asked.make(pack)
    progress(len(pack.questions) + 1, len(pack.questions) + 1)
    return made
