"""Which of the countries that the atlas has no unit for belong to another, by Natural Earth; Antarctica to none."""

from functools import lru_cache
from pathlib import Path

from data.sheets import read_sheet
from data.tables import TableError

DEPENDENCIES = Path(__file__).parent / "dependencies.csv"


@lru_cache(maxsize=1)
def dependencies() -> dict[str, str]:
    """By code, the state that a country of `countries.csv` belongs to, "" for that of no state.

    It shares the status of that state on demand (`with_state`), and has a name on the map only where it has rows.
    """
    problems: list[str] = []
    found = read_sheet(DEPENDENCIES, ("code", "of", "note"), problems)
    if found is None or problems:
        raise TableError(problems)
    return {row["code"]: row["of"] for row in found}
