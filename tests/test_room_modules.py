"""The browser's modules of a room: what is shared knows no document, and none stands there for nothing."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOM = ROOT / "geo" / "room"
ENTRY = ROOM / "phone" / "phone.mjs"
MODULES = sorted(ROOM.rglob("*.mjs"))
SHARED = sorted(ROOM.glob("*.mjs"))
PURE = [*SHARED, ROOM / "phone" / "answering.mjs"]
IMPORT = re.compile(r"^import\s*\{[^}]*\}\s*from\s*'(\.[^']+)';", re.MULTILINE)
DOM = re.compile(r"\b(?:document|window|matchMedia|HTMLElement|localStorage)\b")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def bare(path: Path) -> str:
    return re.sub(r"^\s*(?://|\*|/\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def needed_by(path: Path) -> set[Path]:
    return {(path.parent / name).resolve() for name in IMPORT.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", PURE, ids=named)
def test_what_wall_and_phone_share_knows_no_document(path: Path) -> None:
    assert not DOM.findall(bare(path))


@pytest.mark.parametrize("path", SHARED, ids=named)
def test_what_is_shared_needs_nothing_of_a_page(path: Path) -> None:
    assert needed_by(path) <= set(SHARED)


def test_every_module_is_needed() -> None:
    found, waiting = set[Path](), {ENTRY}
    while waiting:
        path = waiting.pop()
        found.add(path)
        waiting |= needed_by(path) - found
    assert set(MODULES) <= found


def test_a_token_is_kept_in_the_tab_alone() -> None:
    assert not [named(path) for path in MODULES if "localStorage" in bare(path)]
