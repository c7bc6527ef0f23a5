"""Every word a reader sees, by language."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def words(language: str = "en") -> dict[str, Any]:
    """Every word of a language, by topic and key."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
