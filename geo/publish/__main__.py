"""What leaves the house, from the command line: `python -m geo.publish slides --lesson my.toml -o my.pptx`."""

import sys

from geo.command import SITE, lean, leave

if __name__ == "__main__":
    lean(arrow=SITE in sys.argv[1:])

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from data.memberships.asked import ASKED, asked_membership
from data.memberships.nato import ID as NATO
from data.memberships.told import Told
from data.tables import current_tables
from data.whole_file import write_whole
from geo.drawing.offered import views_for
from geo.lesson.lesson import LESSON, Lesson, read_lesson
from geo.lesson.of_membership import lesson_of
from geo.lesson.quiz import LEVELS, MOST_SEED
from geo.publish.ahead import alone
from geo.publish.film import KINDS, Kind, film, lesson_film
from geo.publish.progress import Progress
from geo.publish.questions import FORMATS, questions_file

Make = Callable[[Any, Progress], bytes]
QUESTIONS = "questions"


def _lesson(given: Any) -> Lesson:
    return read_lesson(given.lesson or LESSON)


def _lesson_and_told(given: Any) -> tuple[Lesson, Told]:
    """The lesson that is asked for, or that of a membership, and what its maps tell."""
    membership = asked_membership(given.membership, _warn)
    return (lesson_of(membership), membership) if membership else (_lesson(given), current_tables())


# A third of a second is saved by reading only what makes what is asked for.


def _class_page(reader: str, given: Any, tell: Progress) -> bytes:
    from geo.publish.class_page import Reader, class_html

    return class_html(*_lesson_and_told(given), progress=tell, reader=Reader(reader))


def _slides(given: Any, tell: Progress) -> bytes:
    from geo.publish.slides import slides_pptx

    return slides_pptx(*_lesson_and_told(given), progress=tell, over=given.over)


def _handout(given: Any, tell: Progress) -> bytes:
    from geo.publish.paper import handout_pdf

    return handout_pdf(*_lesson_and_told(given), progress=tell, over=given.over)


def _release(given: Any) -> None:
    from geo.publish.class_page import FILES

    given.folder.mkdir(parents=True, exist_ok=True)
    for reader, name in FILES.items():
        write_whole(given.folder / name, _class_page(reader, given, _tell))


def _site(given: Any) -> None:
    from geo.publish.site import write_site

    write_site(given.folder, read_lesson(given.lesson) if given.lesson else None, _tell)


def _film(kind: Kind, given: Any, tell: Progress) -> bytes:
    if given.lesson:
        return lesson_film(kind, read_lesson(given.lesson), progress=tell, over=given.over)
    membership = asked_membership(given.membership, _warn)
    return film(kind, view=views_for(membership)[0], told=membership, progress=tell, over=given.over)


def _worksheet(given: Any, tell: Progress) -> bytes:
    from geo.publish.worksheet import worksheet_pdf

    return worksheet_pdf(given.seed, given.level, progress=tell)


def _questions(given: Any, tell: Progress) -> bytes:
    told = asked_membership(given.membership, _warn)
    return questions_file(given.format, given.seed, given.level, told, tell)


MAKERS: dict[str, tuple[str, Make]] = {
    "class": ("the teacher's page as one HTML file", partial(_class_page, "teach")),
    "pupils": ("the pupils' page, without notes, as one HTML file", partial(_class_page, "class")),
    "slides": ("a slide a stop, PPTX", _slides),
    "handout": ("a handout for students, PDF", _handout),
    "worksheet": ("a blank map, six questions and a key, PDF", _worksheet),
    QUESTIONS: ("questions for learning platforms and quiz tools", _questions),
    **{kind: (f"a film of all years, or of a lesson, as {kind.upper()}", partial(_film, kind)) for kind in KINDS},
}
"""What can be made, with a word for it."""

OF_MEMBERSHIPS = ("class", "pupils", "slides", "handout", QUESTIONS, *KINDS)
"""What can be made of any membership."""
LAID_OVER = ("slides", "handout", *KINDS)
"""What a membership can be laid over."""
RELEASE = "release"
FOLDERS: dict[str, Callable[[Any], None]] = {SITE: _site, RELEASE: _release}
"""What is made into a folder."""
FAULTY = 2
STOPPED = 130  # as a shell gives for a program stopped by hand


def main(arguments: Sequence[str] | None = None) -> int:
    """Make one file, or the site; the exit code is 0, 2 where the input is at fault, 130 where it was stopped."""
    parser = argparse.ArgumentParser(
        prog="python -m geo.publish", description="Make a file of a lesson or of the atlas."
    )
    commands = parser.add_subparsers(dest="what", required=True)
    for name, (word, _) in MAKERS.items():
        command = commands.add_parser(name, help=word)
        command.add_argument("-o", "--output", type=Path, required=True)
        shown = command.add_mutually_exclusive_group()
        shown.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own, or all years")
        if name in OF_MEMBERSHIPS:
            shown.add_argument("--membership", default=NATO, help=ASKED)
        if name in LAID_OVER:
            command.add_argument("--over", default="", help="a membership laid over its maps: nato, eu, ...")
        command.add_argument(
            "--seed", type=int, default=1, help=f"of worksheet and questions: a number up to {MOST_SEED}"
        )
        command.add_argument("--level", default=LEVELS[1], help=f"of worksheet and questions: {', '.join(LEVELS)}")
        if name == QUESTIONS:
            command.add_argument("--format", default="gift", help=", ".join(FORMATS))
    site = commands.add_parser(SITE, help="class page, map alone, files and tables, for any web server")
    site.add_argument("folder", type=Path, metavar="OUT")
    site.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own")
    release = commands.add_parser(RELEASE, help="the pages of a lesson for a release: teacher's and pupils'")
    release.add_argument("folder", type=Path, metavar="OUT")
    of = release.add_mutually_exclusive_group()
    of.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own")
    of.add_argument("--membership", default=NATO, help=ASKED)
    given = parser.parse_args(arguments)
    try:
        if given.what in FOLDERS:
            FOLDERS[given.what](given)
        else:
            write_whole(given.output, MAKERS[given.what][1](given, _tell))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return STOPPED
    return 0


def _warn(told: str) -> None:
    print(told, file=sys.stderr)


def _tell(done: int, total: int) -> None:
    print(f"\r{done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    alone()
    leave(main())
