"""All that lies in `data/`: the tables, then what rests on them, then the editions."""

from pathlib import Path

from data.checks.beside import beside_problems
from data.checks.editions import edition_problems
from data.checks.in_step import step_problems
from data.memberships.reader import find_problems as membership_problems
from data.tables import FOLDER, TableError, read_tables


def all_problems(folder: Path = FOLDER) -> list[str]:
    """Every problem of a folder of tables, one sentence each; the tables' own come first and alone."""
    try:
        tables = read_tables(folder)
    except TableError as error:
        return list(error.problems)
    return [
        *beside_problems(folder, tables),
        *step_problems(tables),
        *edition_problems(folder, tables),
        *membership_problems(folder / "memberships", tables),
    ]
