"""The tables from the command line: check them, ask them, tell what changed, begin and publish editions."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from data.changes import changes_csv, changes_since
from data.checks.everything import all_problems
from data.dates import WHOLE_DATE
from data.edition_desk import Particulars, begin, change, publish
from data.editions import EditionError, published
from data.export import asked_day, status_csv
from data.memberships import command as membership
from data.printed import print_in_utf_8
from data.schema import SCHEMA
from data.tables import FOLDER, TableError, read_tables

FAULTY_TABLES = 1
FAULTY_QUESTION = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 where the tables are at fault, 2 where the question is."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "check":
            return tell_problems(options.folder, all_problems)
        case "changes":
            return _changes(options)
        case "edition":
            return _edition(options)
        case "membership":
            return membership.run(options)
        case _:
            return _status(options.date, options.folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="Check the tables, ask them, publish them.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list every problem of the tables in a folder and of what rests on them")
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="DIR")
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--dir", dest="folder", type=Path, default=FOLDER, metavar="DIR")
    status = commands.add_parser("status", parents=[folder], help="the status of every unit on a day, as CSV")
    status.add_argument("--date", required=True, metavar=WHOLE_DATE)
    changes = commands.add_parser("changes", parents=[folder], help="what changed since an edition, as CSV")
    changes.add_argument("--since", required=True, metavar="N.N", help="the number of a published edition")
    changes.add_argument("--table", choices=SCHEMA, metavar="TABLE", help="one table alone")
    acts = commands.add_parser("edition", help="begin, change or publish an edition").add_subparsers(
        dest="act", required=True
    )
    for act, is_new, told in (
        ("new", True, "begin the edition after one that was published"),
        ("change", False, "change what is told of the open edition"),
    ):
        asked = acts.add_parser(act, parents=[folder], help=told)
        asked.add_argument("--number", required=is_new, metavar="N.N")
        asked.add_argument("--date", required=is_new, metavar=WHOLE_DATE, help="its own day, on which it is published")
        asked.add_argument("--as-of", metavar=WHOLE_DATE, help="the day up to which its facts are checked")
        asked.add_argument("--changed", required=is_new, metavar="TEXT", help="what changed, in a sentence or two")
    acts.add_parser("publish", parents=[folder], help="list the open edition and keep its tables as a package")
    membership.add_parser(commands)
    return parser


def tell_problems(folder: Path, find: Callable[[Path], list[str]]) -> int:
    """Print every problem found in a folder, or how long each table is; the exit code is 0 where there is none."""
    if problems := find(folder):
        print(*problems, sep="\n")
        return FAULTY_TABLES
    tables = read_tables(folder)
    for name in SCHEMA:
        print(f"{name}.csv: {len(getattr(tables, name))} rows")
    return 0


def _changes(options: argparse.Namespace) -> int:
    try:
        known = [edition.number for edition in published(options.folder)]
        if options.since not in known:
            raise EditionError(
                f"{options.since!r} is no published edition; expected one of {', '.join(known) or 'none'}"
            )
        rows = changes_since(options.since, options.folder)
    except (EditionError, OSError) as error:
        print(error, file=sys.stderr)
        return FAULTY_QUESTION
    print(changes_csv(row for row in rows if options.table in (None, row.table)), end="")
    return 0


def _edition(options: argparse.Namespace) -> int:
    try:
        if options.act == "publish":
            act: Callable[[Path], str] = publish
        else:
            day, as_of = (asked_day(text) if text else None for text in (options.date, options.as_of))
            told = Particulars(options.number, day, as_of, options.changed)
            act = partial(begin if options.act == "new" else change, told=told)
        print(act(options.folder))
    except TableError as error:
        print(error, file=sys.stderr)
        return FAULTY_TABLES
    except (EditionError, ValueError) as error:
        print(error, file=sys.stderr)
        return FAULTY_QUESTION
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
    print_in_utf_8()
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
