"""No line of a script, a stylesheet or their types is longer than 120 columns, comments and texts among them.

Prettier leaves comments as they are, and the linter does not read types and stylesheets.
"""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
COLUMNS = 120
ENDINGS = (".mjs", ".js", ".d.ts", ".css")


def sources() -> Iterator[Path]:
    for room in ("geo", "pages"):
        yield from (path for path in sorted((ROOT / room).rglob("*")) if path.name.endswith(ENDINGS))


def too_long(text: str) -> list[int]:
    """The numbers of the lines that are."""
    return [number for number, line in enumerate(text.splitlines(), 1) if len(line) > COLUMNS]


def test_no_line_is_too_long() -> None:
    found = {path.relative_to(ROOT).as_posix(): too_long(path.read_text(encoding="utf-8")) for path in sources()}
    assert {Path(path).suffix for path in found} == {".mjs", ".js", ".ts", ".css"}
    assert not {path: lines for path, lines in found.items() if lines}


def test_columns_are_counted_and_not_bytes() -> None:
    assert too_long(f"{'·' * COLUMNS}\n{'x' * (COLUMNS + 1)}\n") == [2]
