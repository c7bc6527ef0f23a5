"""A copy of the project that a recipe of CONTRIBUTING.md is followed on, one step at a time."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.editions import numbered
from data.tables import current_tables

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "geo", "pages")
FILES = ("dashboard.py", "pyproject.toml", "CITATION.cff")
NAMED = re.compile(r"`((?:data|geo|pages)/[\w./-]+\.\w+|CITATION\.cff|pyproject\.toml)`")
TELL_THE_EDITION = ("data/edition.toml", "CITATION.cff", "pyproject.toml")
ASK = """import json
import sys
from datetime import date
from data.tables import current_tables
from geo.check import everything_wrong
from geo.drawing.palette import palette_css
from geo.picture import SMALL, svg
from geo.wire.facts import facts_payload

if wrong := everything_wrong():
    sys.exit("\\n".join(wrong))
tables = current_tables()
facts = facts_payload(tables)
told = {}
"""
Cells = dict[str, str]


def files_named(recipe: str) -> set[str]:
    """The files that the section of CONTRIBUTING.md with this heading names."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {re.escape(recipe)}$(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return set(NAMED.findall(section))


class Copy:
    """The project in a folder of its own; `touched` are the files that were changed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.touched: set[str] = set()
        self.told_first = ""
        for room in ROOMS:
            shutil.copytree(ROOT / room, folder / room)
        for name in FILES:
            shutil.copy(ROOT / name, folder)

    # -------------------------------------------------------------- the steps

    def change(self, name: str, before: str, after: str) -> None:
        """Put a text in the place of one that the file holds exactly once."""
        text = self._read(name)
        assert text.count(before) == 1, f"{name} holds {before!r} {text.count(before)} times; expected once"
        self._write(name, text.replace(before, after))

    def append(self, name: str, text: str) -> None:
        self._write(name, self._read(name) + text)

    def add(self, name: str, block: str, entry: str) -> None:
        """Add an entry to the list, class or table of the file that begins with `block`: at its end, in TOML first."""
        lines = self._read(name).splitlines(keepends=True)
        begins = [at for at, line in enumerate(lines) if re.match(rf"{re.escape(block)}(?!\w)", line)]
        assert len(begins) == 1, f"{name} has {len(begins)} lines that begin with {block!r}; expected one"
        (at,) = begins
        if whole := re.fullmatch(r"(.+?)([)}\]]+\n)", lines[at]) if " = " in lines[at] else None:
            lines[at] = f"{whole[1]}, {entry}{whole[2]}"
        else:
            end = next(i for i, line in enumerate([*lines[at + 1 :], "end"], at + 1) if not line[0].isspace())
            while not lines[end - 1].strip():
                end -= 1
            lines.insert(end, f"{entry}\n")
        self._write(name, "".join(lines))

    def add_row(self, table: str, before: Callable[[Cells], bool] = lambda row: False, **cells: str) -> None:
        """Add a row before the first one that asks for it, else at the end."""
        name = f"data/{table}.csv"
        header, *lines = self._read(name).splitlines(keepends=True)
        columns = next(csv.reader([header]))
        at = next((at for at, line in enumerate(lines) if before(_cells(columns, line))), len(lines))
        self._write(name, "".join([header, *lines[:at], _line(columns, cells), *lines[at:]]))

    def change_rows(self, table: str, which: Callable[[Cells], bool], **cells: str) -> None:
        """Change cells of at least one row."""
        name = f"data/{table}.csv"
        header, *lines = self._read(name).splitlines(keepends=True)
        columns = next(csv.reader([header]))
        chosen = [at for at, line in enumerate(lines) if which(_cells(columns, line))]
        assert chosen, f"{name} has no such row"
        for at in chosen:
            lines[at] = _line(columns, _cells(columns, lines[at]) | cells)
        self._write(name, "".join([header, *lines]))

    def edition(self, **told: str) -> None:
        """Tell of the open edition, or begin the next where the project's is published: first thing when it is asked.

        The command runs in the process that is asked, since each start of Python costs as much as the answer.
        """
        now = current_tables()
        act, told = "change", {name.replace("_", "-"): value for name, value in told.items()}
        if now.is_published:
            major, minor = numbered(now.version)
            act, told = "new", {"number": f"{major}.{minor + 1}", "date": now.edition_date.isoformat()} | told
        order = ["edition", act, *(f"--{name}={value}" for name, value in told.items())]
        self.told_first = f"from data.__main__ import main as data\nassert data({order}) == 0\n"
        self.touched.update(TELL_THE_EDITION)

    def run(self, *command: str) -> str:
        """What Python prints in the copy; it has to end well."""
        environment = os.environ | {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")
        self.touched.add(name)

    # -------------------------------------------------------------- what comes of them

    def ask(self, code: str, *, measured: bool = False) -> dict[str, Any]:
        """What the code puts into `told`, in a process of its own, measured first if wanted; nothing may be wrong."""
        if current_tables().is_published and self.touched.isdisjoint(TELL_THE_EDITION):
            self.edition(changed="Invented.")
        measures = "from geo.shapes import measures\nassert measures.main([]) == 0\n" if measured else ""
        printed = self.run("-c", f"{self.told_first}{measures}{ASK}{code}\nprint(json.dumps(told))")
        told: dict[str, Any] = json.loads(printed.splitlines()[-1])
        return told


def _cells(columns: list[str], line: str) -> Cells:
    return dict(zip(columns, next(csv.reader([line])), strict=True))


def _line(columns: list[str], cells: Cells) -> str:
    text = io.StringIO()
    csv.DictWriter(text, columns, restval="", lineterminator="\n").writerow(cells)
    return text.getvalue()
