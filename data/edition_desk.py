"""What a maintainer does with editions: begin the next, change what it tells, publish it.

Daily work needs none of it: while an edition is open its tables change freely, and nothing has to be refreshed.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.checks.editions import CITATION, PROJECT
from data.checks.everything import all_problems
from data.editions import (
    EDITION,
    LIST,
    Edition,
    EditionError,
    digest_of,
    edition_files,
    edition_text,
    list_text,
    numbered,
    package,
    package_path,
    published,
)
from data.tables import TableError, read_edition, read_tables
from data.whole_file import write_together


@dataclass(frozen=True)
class Particulars:
    """What is told of an edition; whatever is None stays as it is."""

    number: str | None = None
    day: date | None = None
    as_of: date | None = None
    changed: str | None = None


def begin(folder: Path, told: Particulars) -> str:
    """Begin the edition after one that was published; a sentence says what was done. Raises EditionError."""
    if not _is_published(folder):
        found = f"edition {read_edition(folder)['version']} is open"
        raise EditionError(f"{found}; expected it published first, or changed with `python -m data edition change`")
    return _tell(folder, told, "begun")


def change(folder: Path, told: Particulars) -> str:
    """Change what is told of the open edition; a sentence says what was done. Raises EditionError."""
    if _is_published(folder):
        found = f"edition {read_edition(folder)['version']} is published"
        raise EditionError(f"{found}; expected an open one, begun with `python -m data edition new`")
    return _tell(folder, told, "changed")


def publish(folder: Path) -> str:
    """List the open edition and keep its tables as a package. Raises EditionError, or TableError where they are faulty.

    What was published stays: its tables and what was told of it are not changed again.
    """
    if problems := all_problems(folder):
        raise TableError(problems)
    tables = read_tables(folder)
    if tables.is_published:
        raise EditionError(f"edition {tables.version} is published already; expected an open one")
    files = edition_files(folder)
    told = (tables.version, tables.edition_date, tables.as_of, tables.edition_changed)
    edition = Edition(*told, digest=digest_of(files))
    path = package_path(folder, edition.number)
    path.parent.mkdir(exist_ok=True)
    listed = list_text([*tables.editions, edition])
    write_together({path: package(files, edition.day), folder / LIST: listed.encode()})
    return f"edition {edition.number} of {edition.day} is published: {LIST}, {path.parent.name}/{path.name}"


def _is_published(folder: Path) -> bool:
    return read_edition(folder)["version"] in {edition.number for edition in published(folder)}


def _tell(folder: Path, told: Particulars, done: str) -> str:
    """Write what is told of the edition into every file that tells it; nothing is written where one of them is odd."""
    now = read_edition(folder)
    number, day = told.number or now["version"], told.day or now["date"]
    as_of, changed = told.as_of or now["as_of"], told.changed or now["changed"]
    _refuse(number, day, as_of, published(folder))
    root = folder.parent
    texts = {
        folder / EDITION: edition_text(number, as_of, day, changed, now["note"]),
        root / CITATION: _set(root / CITATION, {"version: ": f'"{number}"', "date-released: ": f"{day}"}),
        root / PROJECT: _set(root / PROJECT, {"version = ": f'"{number}"'}),
    }
    write_together({path: text.encode() for path, text in texts.items()})
    return f"edition {number} of {day}, facts to {as_of}, is {done}: {', '.join(path.name for path in texts)}"


def _refuse(number: str, day: date, as_of: date, before: list[Edition]) -> None:
    try:
        order = numbered(number)
    except ValueError as error:
        raise EditionError(str(error)) from error
    if as_of > day:
        raise EditionError(f"the facts are checked up to {as_of}; expected no day after the edition's own, {day}")
    for edition in before[-1:]:
        if order <= numbered(edition.number):
            raise EditionError(f"{number} is not after {edition.number}; expected a number that rises")
        if day < edition.day:
            raise EditionError(f"{day} is before {edition.day}, the day of {edition.number}; expected a later one")
        if as_of < edition.as_of:
            raise EditionError(f"facts to {as_of} go back behind {edition.as_of}, those of {edition.number}")


def _set(path: Path, values: dict[str, str]) -> str:
    """The text of a file with other values on the lines that begin with these words."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise EditionError(f"{path.name}: {error.strerror}; expected a file that tells the edition") from error
    for begins, value in values.items():
        text, found = re.subn(rf"^{re.escape(begins)}.*$", begins + value, text, flags=re.MULTILINE)
        if found != 1:
            raise EditionError(f"{path.name}: {found} lines begin with {begins!r}; expected one")
    return text
