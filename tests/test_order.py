"""The long files go first, so that both processes end together."""

from pathlib import Path

import pytest
from conftest import LONG, pytest_collection_modifyitems

HERE = Path(__file__).parent


def test_every_long_file_is_there_and_named_once() -> None:
    assert {*LONG} <= {path.stem for path in HERE.rglob("test_*.py")}
    assert len({*LONG}) == len(LONG)


class Item:
    """What the order asks of a test."""

    def __init__(self, file: str, *fixtures: str) -> None:
        self.path, self.fixturenames, self.marks = Path(file), fixtures, set[str]()

    def add_marker(self, mark: pytest.MarkDecorator) -> None:
        self.marks.add(mark.name)

    def get_closest_marker(self, name: str) -> bool:
        return name in self.marks


def test_long_files_go_first_then_those_with_a_browser_and_each_stays_whole() -> None:
    short, plain, drawn, long = (HERE / f"test_{name}.py" for name in ("order", "docs", "fit", LONG[1][5:]))
    given = [Item(short), Item(plain), Item(drawn), Item(drawn, "chromium", "driver"), Item(long), Item(short)]
    pytest_collection_modifyitems(given)  # type: ignore[arg-type]
    assert [item.path for item in given] == [long, drawn, drawn, short, plain, short]


def test_no_two_files_share_a_name() -> None:
    """They would be one module, and nothing could be collected."""
    names = [path.name for path in HERE.rglob("*.py")]
    assert sorted({*names}) == sorted(names)
