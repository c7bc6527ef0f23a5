"""What countries are called in other languages, as `data/cldr/names.toml` has it: for finding them, never for a map."""

import tomllib
from functools import cache
from pathlib import Path

NAMES = Path(__file__).parent / "cldr" / "names.toml"


@cache
def other_names() -> dict[str, list[str]]:
    """The names of each country in many languages, by unit."""
    names: dict[str, list[str]] = tomllib.loads(NAMES.read_text(encoding="utf-8"))["names"]
    return names
