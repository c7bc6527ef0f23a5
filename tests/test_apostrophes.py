"""Readers' words have typographic apostrophes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.headlines import headline
from data.sentences import APOSTROPHE, printed
from data.tables import current_tables

DATA = Path(__file__).parent.parent / "data"
AS_GIVEN = {"edition.toml", "captions.toml", "origin.toml", "title_languages.toml"}
"""Published as it is; words of the sides and titles as the tables have them; notes on the shapes that no page shows."""
QUOTED = re.compile("“[^”]*”")
"""As the tables have it, letter by letter."""


def texts(value: Any) -> Iterator[str]:
    """All texts in a file of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


def test_no_apostrophe_is_straight() -> None:
    files = [path for path in DATA.rglob("*.toml") if path.name not in AS_GIVEN]
    told = [text for path in files for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))]
    told = [QUOTED.sub("", text) for text in told]
    assert told
    assert [text for text in told if APOSTROPHE.search(text)] == []


def test_a_straight_one_would_be_found() -> None:
    for text in ("NATO's members", "the pupils' page", "it isn't"):
        assert APOSTROPHE.search(text)
    for text in ("joined by ';'.", "NATO’s members", "that matches ^'+[=+]"):
        assert not APOSTROPHE.search(text)


def test_what_the_tables_have_straight_is_printed_typographically() -> None:
    assert printed("NATO's members' vote on 'not one inch'") == "NATO’s members’ vote on 'not one inch'"
    tables = current_tables()
    lines = [headline(year, tables) for year in range(tables.first_year, tables.last_year + 1)]
    assert [line for line in lines if APOSTROPHE.search(f"{line.title} {line.detail}")] == []
    assert any("’" in line.title for line in lines)
