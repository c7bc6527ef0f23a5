"""`python -m data membership ... FILE`: a table of one's own from the command line, as a file or as it was saved."""

import sys
from collections.abc import Iterable
from pathlib import Path

from data.gate.limits import MOST_SAVED_BYTES
from data.gate.problems import GateError
from data.own_table.faults import fault
from data.own_table.reading import Reading, read_table
from data.own_table.saved import is_saved, read_saved, saved
from data.tables import TableError
from data.whole_file import write_whole

INCOMPLETE = 1


def read_file(path: Path, answers: Iterable[str] = ()) -> tuple[Reading, str]:
    """The reading of a file, and the title it was saved under; each answer is `ID=ANSWER`."""
    raw = _bytes(path)
    given = dict(answer.rpartition("=")[::2] for answer in answers)
    if not is_saved(raw):
        return read_table(raw, path.name, given), ""
    reading, title = read_saved(raw, path.name)
    if not given:
        return reading, title
    return reading.again({**reading.answers, **given}), title


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_SAVED_BYTES + 1)
    except OSError as error:
        raise fault("unreadable", file=path.name, reason=error.strerror) from error


def check_file(path: Path, answers: Iterable[str] = (), target: Path | None = None) -> int:
    """Print what became of each row, and what is open; the exit code is 0 where every row was taken or left out."""
    try:
        reading, title = read_file(path, answers)
    except GateError as error:
        print(error, file=sys.stderr)
        return INCOMPLETE
    for role, column in reading.mapping.columns.items():
        print(f"{role}: {column}")
    print(*reading.problems(), sep="\n", end="\n" if reading.refused else "")
    for question in reading.questions:
        print(f"? {question.id}: {question.text} ({len(question.rows)})")
        for option in question.options:
            print(f"    {option.value}: {option.label}")
    counted = (
        f"{len({row.row for row in reading.taken})} taken, {len(reading.asked)} asked, {len(reading.refused)} refused"
    )
    print(f"{reading.file}: {counted}, {len(reading.aside)} other lines")
    if target:
        write_whole(target, saved(reading, title))
    if reading.asked or reading.refused:
        return INCOMPLETE
    try:
        reading.membership(title)
    except TableError as error:
        print(*error.problems, sep="\n")
        return INCOMPLETE
    return 0
