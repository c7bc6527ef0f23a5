"""Python stays in pieces that can be read in a sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from each import for_each

ROOT = Path(__file__).parent.parent
LONGEST_FUNCTION = 80
LONGEST_MODULE = 400
MEDIAN_MODULE = 110
IN_WORK = {"pages/lesson.py"}
"""Still to be taken apart."""
MODULES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        ROOT / "dashboard.py",
        *(each for room in ("data", "geo", "pages") for each in (ROOT / room).rglob("*.py")),
    )
}


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Every function of a source with its lines, decorators left out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def lines(source: str) -> int:
    return len(source.splitlines())


@for_each("name", MODULES)
def test_no_function_is_long(name: str) -> None:
    assert {each: length for each, length in functions(MODULES[name]) if length > LONGEST_FUNCTION} == {}


@for_each("name", sorted(MODULES.keys() - IN_WORK))
def test_no_module_is_long(name: str) -> None:
    assert lines(MODULES[name]) <= LONGEST_MODULE


def test_modules_are_short_in_the_middle() -> None:
    assert median(map(lines, MODULES.values())) <= MEDIAN_MODULE


def test_a_long_function_would_be_found() -> None:
    assert dict(functions("class A:\n    async def f(self):\n" + "        x = 1\n" * 90)) == {"f": 91}
