"""All that the atlas rests on, from the command line: `python -m geo check`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.__main__ import tell_problems
from data.printed import print_in_utf_8
from data.tables import FOLDER
from geo.check import everything_wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the check; the exit code is 0, or 1 where something does not hold together."""
    parser = argparse.ArgumentParser(prog="python -m geo", description="Check all that the atlas rests on.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="what `python -m data check` looks at, and shapes, drawing, lesson, claims"
    )
    check.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="DIR")
    return tell_problems(parser.parse_args(arguments).folder, everything_wrong)


if __name__ == "__main__":
    print_in_utf_8()
    sys.exit(main())
