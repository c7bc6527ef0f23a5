"""A page in a larger type has larger charts and tables: all that counts pixels grows alike, and nothing else."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from each import for_each

from data.schema import SCHEMA
from data.tables import current_tables
from geo.charts.enlarged import enlarged
from geo.charts.paths import path_figure, waits_figure
from geo.charts.red_lines import line_figure, statements_figure
from geo.charts.style import WIDE, Drawn
from geo.charts.treaties import treaties_figure
from geo.drawing.svg import measure
from pages.parts.column_widths import WIDE_PX, WIDEST_PX, columns_of, in_type, width_of
from pages.parts.data_tables import shown_rows
from pages.parts.frontier import figure_of

TABLES = current_tables()
TIMES = 1.5
GRID_PX, MARGINS_PX = 14, 16
"""Of the type of a grid, and beside the text of its cells."""
FIGURES: dict[str, Callable[[], Any]] = {
    "waits": lambda: waits_figure(TABLES, "light"),
    "paths": lambda: path_figure(TABLES, "light", ["POL", "FIN"]),
    "line": lambda: line_figure(TABLES, "light"),
    "statements": lambda: statements_figure(TABLES.statements, TABLES, "light"),
    "arms": lambda: treaties_figure(TABLES, "light"),
    **{name: lambda name=name: Drawn(figure_of(name, "light", WIDE)) for name in ("border", "nearest", "growth")},  # type: ignore[misc]
}


def numbers(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], float]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "template":
                yield from numbers(each, (*path, key))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from numbers(each, path)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield path, value


def in_pixels(path: tuple[str, ...]) -> bool:
    """Whether Plotly reads a number as pixels, by its reference."""
    *above, key = path
    inside = above[-1] if above else ""
    of_text = key == "size" and inside in {"font", "tickfont", "marker", "pattern", "fillpattern"}
    of_place = key in {"xshift", "yshift", "borderpad", "ticklabelstandoff"} or inside == "margin"
    return of_text or of_place or (key == "width" and inside == "line") or path == ("layout", "height")


@for_each("name", FIGURES)
def test_letters_signs_lines_and_margins_of_a_chart_grow_with_the_type_and_its_numbers_stay(name: str) -> None:
    figure = FIGURES[name]()
    before = list(numbers({part: figure.to_dict()[part] for part in ("data", "layout")}))
    after = list(numbers(enlarged(figure, TIMES).to_dict()))
    assert [path for path, _ in before] == [path for path, _ in after]
    for (path, one), (_, other) in zip(before, after, strict=True):
        assert other == one * (TIMES if in_pixels(path) else 1), path
    assert any(in_pixels(path) for path, _ in before)


def test_a_chart_in_the_usual_type_is_left_as_it_is() -> None:
    figure = FIGURES["arms"]()
    assert enlarged(figure, 1) is figure


@for_each("name", SCHEMA)
def test_no_head_and_no_short_cell_of_a_table_is_cut(name: str) -> None:
    rows = shown_rows(name, TABLES)
    for column, look in columns_of(name, TABLES).items():
        room = look["width"] - MARGINS_PX
        assert measure(column, GRID_PX) <= room, column
        cells = [measure(text, GRID_PX) for text in rows[column].dropna().astype(str)]
        if max(cells, default=0) <= WIDE_PX - MARGINS_PX and rows[column].dtype == object:
            assert max(cells, default=0) <= room, column


def test_a_few_long_cells_make_no_column_wide() -> None:
    few = pd.Series(["", "Madrid Summit", "Prague Summit", *["Brussels"] * 30, "a" * 300])
    assert width_of(few, "invited_at") < WIDEST_PX
    assert width_of(pd.Series(["a" * 300] * 9), "note") < WIDEST_PX + 2 * MARGINS_PX


def test_columns_grow_with_the_type() -> None:
    columns = columns_of("accessions", TABLES)
    larger = in_type(columns, TIMES)
    assert {name: look["width"] for name, look in larger.items()} == {
        name: round(look["width"] * TIMES) for name, look in columns.items()
    }
    assert columns_of("accessions", TABLES) is columns
