"""The papers tell the truth where a machine can see it: what they name is there, and every room is told."""

import re
from pathlib import Path

from each import for_each

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
PAPERS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
PAPERS += [ROOT / "docs" / "decisions" / "README.md", *DECISIONS]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#([^)]+))?\)")
NAMED = re.compile(r"`((?:data|geo|pages|tests|scripts|benchmarks)/[\w./-]+)`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NEVER_THERE = {"tests/data/", "tests/geo/"}
"""Folders that a trap warns of."""

each_paper = for_each("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())


def anchors(paper: Path) -> set[str]:
    """The anchors of a paper's headings."""
    headings = HEADING.findall(paper.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_paper
def test_every_link_leads_somewhere(paper: Path) -> None:
    for target, anchor in LINK.findall(paper.read_text(encoding="utf-8")):
        found = paper.parent / target
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), anchor


@each_paper
def test_every_file_named_is_there(paper: Path) -> None:
    named = set(NAMED.findall(paper.read_text(encoding="utf-8"))) - NEVER_THERE
    assert not [name for name in sorted(named) if not (ROOT / name).exists()]


def test_the_index_lists_every_decision_once_and_in_order() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\((0\d+-[\w-]+\.md)\)", index) == [path.name for path in DECISIONS]


@for_each("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_tells_context_choice_measure_and_consequence(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Measured", "Consequence"]


def test_every_room_is_told() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent for above in ("data", "geo", "pages") for path in (ROOT / above).rglob("*.py")}
    assert not [name for name in (room.relative_to(ROOT).as_posix() for room in rooms) if f"`{name}/" not in told]
