"""The copy of perfect-freehand is the one its record tells of, and pages that hold it carry its licence."""

import hashlib
import tomllib
from pathlib import Path

from geo.wire.bundle import join_modules

FOLDER = Path(__file__).parent.parent / "geo" / "classroom" / "ink" / "freehand"
MODULE = FOLDER / "perfect_freehand.mjs"


def test_the_module_is_the_one_of_the_record() -> None:
    record = tomllib.loads((FOLDER / "origin.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256(MODULE.read_bytes()).hexdigest() == record["sha256"]
    assert record["version"] in MODULE.read_text(encoding="utf-8").partition("\n")[0]


def test_a_page_with_the_module_carries_its_licence() -> None:
    licence = (FOLDER / "LICENSE").read_text(encoding="utf-8").strip()
    assert licence in join_modules(MODULE)
