"""`python -m data membership`: which there are, whether they hold, who had which status on a day, who came and went.

Each answer is CSV, with a header, on standard output.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from data.csv_out import as_csv
from data.dates import WHOLE_DATE
from data.export import asked_day
from data.gate.problems import GateError
from data.memberships.answers import changes, check_day, members_on, name_on, row_on
from data.memberships.nato import ID as NATO
from data.memberships.nato import nato
from data.memberships.reader import FOLDER, find_problems, membership_folders, membership_ids, read_membership
from data.memberships.value import Membership
from data.own_table.command import check_file, read_file
from data.tables import TableError, current_tables

FAULTY_ROWS = 1
FAULTY_QUESTION = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its acts to a parser's commands."""
    asked = commands.add_parser("membership", help="ask and check memberships: NATO, the European Union, ...")
    acts = asked.add_subparsers(dest="act", required=True)
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--dir", dest="folder", type=Path, default=FOLDER, metavar="DIR", help="memberships of your own")
    which = argparse.ArgumentParser(add_help=False, parents=[where])
    one = which.add_mutually_exclusive_group(required=True)
    one.add_argument("--id", metavar="ID", help="one of those that `list` tells")
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a table of your own, or what was saved of it")
    acts.add_parser("list", parents=[where], help="every membership, with its days and its members today")
    check = acts.add_parser(
        "check", help="list every problem of the memberships in a folder, or of a table of your own"
    )
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="DIR_OR_FILE")
    check.add_argument(
        "--answer", action="append", default=[], metavar="ID=ANSWER", help="answer a question of a table"
    )
    check.add_argument("--save", type=Path, metavar="ZIP", help="keep the table with all that was answered")
    status = acts.add_parser("status", parents=[which], help="who had which status on a day, and since when")
    status.add_argument("--date", required=True, metavar=WHOLE_DATE)
    acts.add_parser("table", parents=[which], help="every change of status, with the number of members after it")


def run(options: argparse.Namespace) -> int:
    """Run one act; the exit code is 0, 1 where the rows are at fault, 2 where the question is."""
    try:
        match options.act:
            case "list":
                print(as_csv(("id", "title", "first_day", "as_of", "members"), _list(options.folder)), end="")
            case "check":
                if options.folder.is_file():
                    return check_file(options.folder, options.answer, options.save)
                return _check(options.folder)
            case "status":
                print(_status(_membership(options), options.date), end="")
            case _:
                print(_table(_membership(options)), end="")
    except (TableError, GateError) as error:
        print(error, file=sys.stderr)
        return FAULTY_ROWS
    except (KeyError, ValueError) as error:
        print(error.args[0], file=sys.stderr)
        return FAULTY_QUESTION
    return 0


def _membership(options: argparse.Namespace) -> Membership:
    if options.file:
        reading, title = read_file(options.file)
        return reading.membership(title)
    known = _known(options.folder)
    if options.id not in known:
        raise KeyError(f"{options.id!r} is no membership; expected one of {', '.join(known)}")
    return _read(options.folder, options.id)


def _known(folder: Path) -> tuple[str, ...]:
    return (*((NATO,) if folder == FOLDER else ()), *membership_ids(folder))


def _read(folder: Path, id_: str) -> Membership:
    tables = current_tables()
    return nato(tables) if id_ == NATO and folder == FOLDER else read_membership(folder / id_, tables)


def _list(folder: Path) -> Iterator[tuple[str, ...]]:
    for id_ in _known(folder):
        found = _read(folder, id_)
        members = len(members_on(found, found.as_of))
        yield id_, found.title, found.first_day.isoformat(), found.as_of.isoformat(), str(members)


def _check(folder: Path) -> int:
    if problems := find_problems(folder):
        print(*problems, sep="\n")
        return FAULTY_ROWS
    for one in membership_folders(folder):
        found = read_membership(one, current_tables())
        print(f"{one.name}: {len(found.stretches)} rows, {len(found.events)} events, {len(found.sources)} sources")
    return 0


def _status(membership: Membership, text: str) -> str:
    day = asked_day(text)
    check_day(membership, day)
    rows = ((code, row_on(membership, code, day)) for code in sorted(membership.rows_of))
    told = ((code, name_on(membership, code, day), row.status, row.of, row.since) for code, row in rows if row)
    return as_csv(("code", "name", "status", "of", "since"), told)


def _table(membership: Membership) -> str:
    told = (
        (
            each.day.isoformat(),
            each.code,
            name_on(membership, each.code, each.day),
            each.before,
            each.after,
            str(each.turn),
            str(len(members_on(membership, each.day))),
        )
        for each in changes(membership)
    )
    return as_csv(("day", "code", "name", "before", "after", "turn", "members"), told)
