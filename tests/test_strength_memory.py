"""What is kept has an end: no cache grows with the years, days and words that readers ask for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.tables import current_tables
from geo.charts.style import WIDE
from geo.wire.assets import MOST_DAY_PICTURES, Assets
from pages.parts import frontier

ROOT = Path(__file__).parent.parent
CHOSEN = set(
    ["year", "day", "days", "when", "before", "after", "text", "query", "unit", "units", "letter", "sign", "lesson"]
)
"""Parameters that can have as many values as readers think of."""
BY_HAND = {"geo/shapes/measures.py"}
"""Writes the tables of measures; no reader asks it for anything."""


def endless(source: str) -> Iterator[str]:
    """The functions of a source that keep all they ever made of what somebody chose."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            kept = {ast.unparse(each) for each in node.decorator_list}
            names = {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}
            if kept & {"cache", "functools.cache", "lru_cache(maxsize=None)"} and names & CHOSEN:
                yield node.name


def test_no_cache_grows_with_what_readers_choose() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()} {name}"
        for room in ("data", "geo", "pages")
        for path in (ROOT / room).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in BY_HAND
        for name in endless(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize("kept", ["cache", "lru_cache(maxsize=None)"])
def test_an_endless_cache_would_be_found(kept: str) -> None:
    assert list(endless(f"@{kept}\ndef f(year: int) -> int:\n    return year")) == ["f"]
    assert list(endless("@lru_cache(maxsize=8)\ndef f(year: int) -> int:\n    return year")) == []


def test_the_frontier_keeps_some_of_its_charts() -> None:
    frontier.figure_at.cache_clear()
    for year in frontier.every_year:
        frontier.figure_at("growth", year, "light", WIDE)
    assert frontier.figure_at.cache_info().currsize == frontier.KEPT < len(frontier.every_year)


def test_pictures_of_days_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assets = Assets(current_tables())
    monkeypatch.setattr("geo.wire.day_pictures.day_picture", lambda name, _: lambda: name.encode())
    for at in range(3 * MOST_DAY_PICTURES):
        assets.file(f"small-{1950 + at // 12}-{at % 12 + 1:02}-02-light.png")
    assert len(assets._day_pictures) == MOST_DAY_PICTURES
