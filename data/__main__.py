"""The tables from the command line: `python -m data check` and `python -m data status --date D`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data.checks.everything import all_problems
from data.dates import WHOLE_DATE
from data.export import asked_day, status_csv
from data.schema import SCHEMA
from data.tables import FOLDER, TableError, read_tables

FAULTY_TABLES = 1
FAULTY_QUESTION = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 where the tables are at fault, 2 where the question is."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Check the tables, or ask them.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list every problem of the tables in a folder and of what rests on them")
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="DIR")
    status = commands.add_parser("status", help="the status of every unit on a day, as CSV")
    status.add_argument("--date", required=True, metavar=WHOLE_DATE)
    status.add_argument("--dir", dest="folder", type=Path, default=FOLDER, metavar="DIR")
    options = parser.parse_args(arguments)
    if options.command == "check":
        return tell_problems(options.folder, all_problems)
    return _status(options.date, options.folder)


def tell_problems(folder: Path, find: Callable[[Path], list[str]]) -> int:
    """Print every problem found in a folder, or how long each table is; the exit code is 0 where there is none."""
    if problems := find(folder):
        print(*problems, sep="\n")
        return FAULTY_TABLES
    tables = read_tables(folder)
    for name in SCHEMA:
        print(f"{name}.csv: {len(getattr(tables, name))} rows")
    return 0


def _status(text: str, folder: Path) -> int:
    try:
        day = asked_day(text)
    except ValueError as error:
        print(error, file=sys.stderr)
        return FAULTY_QUESTION
    try:
        tables = read_tables(folder)
    except TableError as error:
        print(error, file=sys.stderr)
        return FAULTY_TABLES
    try:
        print(status_csv(day, tables), end="")
    except ValueError as error:
        print(error, file=sys.stderr)
        return FAULTY_QUESTION
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
