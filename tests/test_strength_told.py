"""The table of what the atlas stands up to tells the truth: each kind has a test, and every test named is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPER = (ROOT / "docs" / "strength.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!What |---)([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAPER, re.MULTILINE)
HELD = re.compile(r"`(tests/[\w/]+\.py)`: ((?:`test_\w+`(?:, )?)+)")
LISTED = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").glob("test_strength_*.py")}
ITSELF = "tests/test_strength_told.py"


@cache
def functions_in(file: str) -> frozenset[str]:
    """The tests of a file that run: not those that are skipped, or left out as a rule."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(
        node.name for node in functions if not any("mark.skip(" in ast.unparse(each) for each in node.decorator_list)
    )


def named(row: str) -> list[tuple[str, str]]:
    """The tests that a row names, each with its file."""
    return [(file, test) for file, tests in HELD.findall(row) for test in re.findall(r"`(test_\w+)`", tests)]


def test_there_is_a_table_for_each_kind() -> None:
    assert re.findall(r"^## (.+)$", PAPER, re.MULTILINE)[:4] == ["Hostile", "Asked from elsewhere", "Broken", "Crowded"]
    assert len(ROWS) > 30
    assert len({what for what, *_ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("what", "promised", "held"), ROWS, ids=[what for what, *_ in ROWS])
def test_each_kind_is_held_by_tests_that_are_there(what: str, promised: str, held: str) -> None:
    assert what
    assert promised
    found = named(held)
    assert found
    assert HELD.sub("", held).strip("; ") == "", "nothing stands there but files and tests"
    assert [test for file, test in found if test not in functions_in(file)] == []


def test_every_file_of_these_tests_is_named() -> None:
    assert LISTED - {file for *_, held in ROWS for file, _ in named(held)} == {ITSELF}


def test_a_test_that_is_not_there_would_be_found() -> None:
    assert named("`tests/test_qr.py`: `test_a`, `test_b`; `tests/test_lock.py`: `test_c`") == [
        ("tests/test_qr.py", "test_a"),
        ("tests/test_qr.py", "test_b"),
        ("tests/test_lock.py", "test_c"),
    ]
    assert "test_a" not in functions_in("tests/test_qr.py")
