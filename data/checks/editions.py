"""Whether the editions hold: their order, the packages of those published, and what tells of the current one.

A folder without packages is a sketch of tables, such as a copy to try something on: its edition is nobody's to prove.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from data.editions import (
    EDITION,
    LIST,
    PACKAGES,
    Edition,
    EditionError,
    digest_of,
    edition_files,
    numbered,
    package_path,
    read_package,
)
from data.gate.files import in_utf8
from data.gate.problems import GateError
from data.gate.text import cut
from data.gate.toml import admitted
from data.tables import Tables

CITATION, PROJECT = "CITATION.cff", "pyproject.toml"
BEGIN = 'python -m data edition new --number {next} --date YYYY-MM-DD --changed "..."'


def edition_problems(folder: Path, tables: Tables) -> Iterator[str]:
    """Every way in which the editions of a folder do not hold, one sentence each."""
    if not (folder / PACKAGES).is_dir():
        return
    yield from _order(tables)
    for edition in tables.editions:
        yield from _package(folder, edition)
    listed = {edition.number for edition in tables.editions}
    for path in sorted((folder / PACKAGES).iterdir()):
        if path.suffix != ".zip" or path.stem not in listed:
            yield f"{PACKAGES}/{path.name}: no row of {LIST}; expected packages of published editions alone"
    yield from _current(folder, tables)
    yield from _told_elsewhere(folder.parent, tables)


def _order(tables: Tables) -> Iterator[str]:
    """Numbers rise; days do not go back; no edition is older than its facts."""
    for earlier, later in pairwise(tables.editions):
        if numbered(later.number) <= numbered(earlier.number):
            yield f"{LIST}: {later.number} stands after {earlier.number}; expected numbers that rise"
        for what, before, after in (("date", earlier.day, later.day), ("as_of", earlier.as_of, later.as_of)):
            if after < before:
                yield f"{LIST}: {what} of {later.number} is {after}; expected none before {before}, the one above"
    for edition in tables.editions:
        if edition.as_of > edition.day:
            yield f"{LIST}: as_of of {edition.number} is {edition.as_of}; expected none after its date, {edition.day}"


def _package(folder: Path, edition: Edition) -> Iterator[str]:
    """The package is there, can be read, and holds what the list says."""
    try:
        files = read_package(folder, edition.number)
    except EditionError as error:
        yield str(error)
        return
    name = f"{PACKAGES}/{package_path(folder, edition.number).name}"
    if (found := digest_of(files)) != edition.digest:
        yield f"{name}: its tables have the digest {found}; expected {edition.digest}, as {LIST} says"
    try:
        told = admitted(in_utf8(files[EDITION], EDITION, "TOML in UTF-8"), EDITION)[0]
    except (KeyError, GateError) as error:
        yield f"{name}: {EDITION} cannot be read ({error}); expected number and day of the edition"
        return
    if (told.get("version"), told.get("as_of")) != (edition.number, edition.as_of):
        found = f"{cut(str(told.get('version')))} with facts to {cut(str(told.get('as_of')))}"
        yield f"{name}: {EDITION} is of {found}; expected {edition.number} to {edition.as_of}, as {LIST} says"


def _current(folder: Path, tables: Tables) -> Iterator[str]:
    """The current edition is the last one published, with its tables as they were, or one that comes after it."""
    try:
        number = numbered(tables.version)
    except ValueError as error:
        yield f"{EDITION}: version {error}"
        return
    if tables.as_of > tables.edition_date:
        yield f"{EDITION}: as_of is {tables.as_of}; expected none after the edition's date, {tables.edition_date}"
    if not tables.editions:
        return
    last = tables.editions[-1]
    if number < numbered(last.number):
        yield f"{EDITION}: version is {tables.version}; expected {last.number}, the last of {LIST}, or one after it"
    elif number > numbered(last.number):
        for what, day, before in (("date", tables.edition_date, last.day), ("as_of", tables.as_of, last.as_of)):
            if day < before:
                yield f"{EDITION}: {what} is {day}; expected none before {before}, that of edition {last.number}"
    elif found := _changed_since(folder, last):
        upcoming = BEGIN.format(next=f"{number[0]}.{number[1] + 1}")
        yield f"edition {last.number} is published, but {', '.join(found)} changed since; to begin the next: {upcoming}"


def _changed_since(folder: Path, last: Edition) -> list[str]:
    """The files that are not as they were when an edition was published."""
    try:
        then = read_package(folder, last.number)
    except EditionError:  # told of its package
        return []
    now = edition_files(folder)
    return sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name))


def _told_elsewhere(root: Path, tables: Tables) -> Iterator[str]:
    """CITATION.cff and pyproject.toml name the current edition."""
    expected = {
        (CITATION, "version", r'^version: "(.*)"$'): tables.version,
        (CITATION, "date-released", r"^date-released: (.*)$"): str(tables.edition_date),
        (PROJECT, "version", r'^version = "(.*)"$'): tables.version,
    }
    for (name, what, pattern), value in expected.items():
        try:
            found = re.findall(pattern, (root / name).read_text(encoding="utf-8"), re.MULTILINE)
        except OSError as error:
            yield f"{name}: {error.strerror}; expected {what} {value}"
            continue
        if found != [value]:
            yield f"{name}: {what} is {', '.join(found) or 'not there'}; expected {value}, as {EDITION} says"
