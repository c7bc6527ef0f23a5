"""What leaves the house, from the command line: `python -m geo.publish slides --lesson my.toml -o my.pptx`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from geo.lesson.lesson import LESSON, Lesson, read_lesson
from geo.lesson.quiz import LEVELS, MOST_SEED
from geo.publish.class_page import FILES, Reader, class_html
from geo.publish.film import KINDS, Kind, film, lesson_film
from geo.publish.paper import handout_pdf, worksheet_pdf
from geo.publish.progress import Progress
from geo.publish.site import write_site
from geo.publish.slides import slides_pptx
from geo.whole_file import write_whole

Make = Callable[[Any, Progress], bytes]


def _lesson(given: Any) -> Lesson:
    return read_lesson(given.lesson or LESSON)


def _class_page(reader: Reader, given: Any, tell: Progress) -> bytes:
    return class_html(_lesson(given), progress=tell, reader=reader)


def _film(kind: Kind, given: Any, tell: Progress) -> bytes:
    return lesson_film(kind, read_lesson(given.lesson), progress=tell) if given.lesson else film(kind, progress=tell)


def _worksheet(given: Any, tell: Progress) -> bytes:
    return worksheet_pdf(given.seed, given.level, progress=tell)


MAKERS: dict[str, tuple[str, Make]] = {
    "class": ("the teacher's page as one HTML file", partial(_class_page, Reader.TEACHER)),
    "pupils": ("the pupils' page, without notes, as one HTML file", partial(_class_page, Reader.PUPIL)),
    "slides": ("a slide a stop, PPTX", lambda given, tell: slides_pptx(_lesson(given), progress=tell)),
    "handout": ("a handout for students, PDF", lambda given, tell: handout_pdf(_lesson(given), progress=tell)),
    "worksheet": ("a blank map, six questions and a key, PDF", _worksheet),
    **{kind: (f"a film of all years, or of a lesson, as {kind.upper()}", partial(_film, kind)) for kind in KINDS},
}
"""What can be made, with a word for it."""

SITE = "site"
RELEASE = "release"
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
        command.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own, or all years")
        command.add_argument("--seed", type=int, default=1, help=f"of a worksheet: a number up to {MOST_SEED}")
        command.add_argument("--level", default=LEVELS[1], help=f"of a worksheet: {', '.join(LEVELS)}")
    site = commands.add_parser(SITE, help="class page, map alone, files and tables, for any web server")
    site.add_argument("folder", type=Path, metavar="OUT")
    site.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own")
    release = commands.add_parser(RELEASE, help="the pages of a lesson for a release: teacher's and pupils'")
    release.add_argument("folder", type=Path, metavar="OUT")
    release.add_argument("--lesson", type=Path, help="a lesson as TOML; else the atlas's own")
    given = parser.parse_args(arguments)
    try:
        if given.what == SITE:
            write_site(given.folder, read_lesson(given.lesson) if given.lesson else None, _tell)
        elif given.what == RELEASE:
            given.folder.mkdir(parents=True, exist_ok=True)
            for reader, name in FILES.items():
                write_whole(given.folder / name, _class_page(reader, given, _tell))
        else:
            write_whole(given.output, MAKERS[given.what][1](given, _tell))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return STOPPED
    return 0


def _tell(done: int, total: int) -> None:
    print(f"\r{done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
