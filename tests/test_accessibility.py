"""The statement of accessibility names every criterion once, and what it says of words is so."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
STATEMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d\.\d\.\d+) [^|]+ \| (A{1,2}) \| ([^|]+) \|(.*)\|$", re.MULTILINE)
CRITERIA = {"A": 31, "AA": 24}
"""How many WCAG 2.2 has."""
PLACE = re.compile(r"\bto the (?:right|left)\b", re.IGNORECASE)


def test_every_criterion_stands_once_in_the_table() -> None:
    rows = ROW.findall(STATEMENT)
    assert Counter(level for _, level, _, _ in rows) == CRITERIA
    numbers = [tuple(map(int, number.split("."))) for number, *_ in rows]
    assert numbers == sorted(set(numbers))


def test_what_is_kept_says_how() -> None:
    assert not [number for number, _, state, how in ROW.findall(STATEMENT) if state != "none" and not how.strip()]


def test_no_sentence_says_only_where_a_thing_stands() -> None:
    words = sorted((ROOT / "data" / "words" / "en").rglob("*.toml"))
    assert not [path.name for path in words if PLACE.search(path.read_text(encoding="utf-8"))]
