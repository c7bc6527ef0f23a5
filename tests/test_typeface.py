"""The typeface of the class page: within its weight, under its licence, with every letter the page's words need."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from made import made_class_page

from geo.lesson.lesson import current_lesson
from geo.publish.typeface import FAMILY, FOLDER, FONT, RANGES, has, record, typeface_css

MOST_BYTES = 60_000
NOT_SHOWN = {"views"}
"""Drawings: numbers, and names that the facts have as well."""
FALLS_BACK: set[str] = set()
"""Characters left to the system's typeface on purpose."""


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_the_file_is_the_one_that_its_record_tells_of() -> None:
    body = FONT.read_bytes()
    assert len(body) <= MOST_BYTES
    assert body[:4] == b"wOF2"
    assert hashlib.sha256(body).hexdigest() == record()["sha256"]


def test_it_has_what_was_asked_for_and_keeps_the_licence_beside_it() -> None:
    known = sum(last - first + 1 for first, last in record()["characters"])
    asked = sum(last - first + 1 for first, last in RANGES)
    assert asked * 0.95 < known <= asked  # a handful of marks no font has
    assert record()["copyright"] in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "Source" not in FAMILY  # the licence reserves that name


def test_every_letter_of_the_class_page_is_in_it() -> None:
    page = made_class_page(current_lesson()).decode()
    found = dict(re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', page, re.DOTALL))
    shown = [text for name, body in found.items() if name not in NOT_SHOWN for text in texts(json.loads(body))]
    missing = {each for each in "".join(shown) if not has(each) and not each.isspace()} - FALLS_BACK
    assert len(shown) > 1000
    assert not missing, sorted(missing)


def test_a_letter_that_is_not_there_would_be_found() -> None:
    assert has("ł") and has("Ж") and has("ț") and has("–")
    assert not has("字")


def test_the_page_carries_it_inside_and_lets_no_other_in() -> None:
    page = made_class_page(current_lesson()).decode()
    assert typeface_css() in page
    assert page.count("@font-face") == 1
    assert "font-src data:;" in page
