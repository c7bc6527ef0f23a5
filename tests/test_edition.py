"""One edition, told in several files: its number and its day."""

import re
import tomllib
from datetime import date
from pathlib import Path

from data.citation import WORK

ROOT = Path(__file__).parent.parent
EDITION = tomllib.loads((ROOT / "data" / "edition.toml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
LINE = re.compile(r'^([a-z-]+): "?(.*?)"?$', re.MULTILINE)
CITED = dict(LINE.findall(CITATION))


def test_the_project_has_the_version_of_the_edition() -> None:
    assert PROJECT["version"] == EDITION["version"]


def test_the_citation_is_of_this_edition() -> None:
    assert CITED["cff-version"] == "1.2.0"
    assert CITED["title"] == WORK
    assert CITED["version"] == EDITION["version"]
    assert date.fromisoformat(CITED["date-released"]) == EDITION["date"]
    assert CITED["license"] == PROJECT["license"]


def test_the_citation_names_nobody_but_the_work() -> None:
    assert "authors:\n  - name: Eastward\nversion:" in CITATION
    assert "given-names" not in CITATION
