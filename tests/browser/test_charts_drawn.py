"""Every chart as Plotly draws it: its texts inside it, clear of one another and of the line at the chosen year."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest
from asked import asked
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

from data import frontier
from data.measures import measured_days
from data.names import Names
from data.paths import waiting
from data.tables import current_tables
from data.timeline import picture_day
from geo.charts.frontier import additions_figure, at_year, border_figure, growth_figure, nearest_figure
from geo.charts.paths import CALENDAR, SINCE_CONTACT, path_figure, waits_figure
from geo.charts.red_lines import line_figure, statements_figure
from geo.charts.style import NARROW, WIDE, Room
from geo.charts.treaties import treaties_figure
from geo.drawing.svg import WEIGHTS, font_folder
from geo.shapes.measures import front_borders_by_day, nearest_land_by_day

TABLES = current_tables()
NAMED = Names.of(TABLES).of_unit
NEAREST = nearest_land_by_day(TABLES)
DAYS = measured_days(TABLES)
BORDER = frontier.border_by_country(front_borders_by_day(TABLES))
WIDTHS = {WIDE: (740, 1800), NARROW: (328, 358)}
"""What a chart has on a tablet and on a large screen; on phones of 360 and 390 pixels."""
LINED = (1952, 1957, 2019)
SOME = ["SWE", *waiting(TABLES)["unit"]]
TOUCHING_PX = 0.5

FRONTIER: dict[str, Callable[[Room], go.Figure]] = {
    "border": lambda room: border_figure(BORDER, NAMED, "light", room),
    "nearest": lambda room: nearest_figure(NEAREST, frontier.runs(NEAREST), NAMED, "light", room),
    "growth": lambda room: growth_figure(frontier.growth_by_day(TABLES), "light", room),
    "additions": lambda room: additions_figure(frontier.additions(TABLES), DAYS, "light", room),
}
OTHERS: dict[str, Callable[[Room], go.Figure]] = {
    "statements": lambda room: statements_figure(TABLES.statements, TABLES, "light", "", room),
    "line": lambda room: line_figure(TABLES, "light", None, room),
    "treaties": lambda room: treaties_figure(TABLES, "light", room),
    "waits": lambda room: waits_figure(TABLES, "light", room),
    "paths": lambda room: path_figure(TABLES, "light", SOME, CALENDAR, room),
    "paths from contact": lambda room: path_figure(TABLES, "light", SOME, SINCE_CONTACT, room),
}

DRAW = """async ([{data, layout}, width]) => {
  const at = document.querySelector('#chart');
  await Plotly.newPlot(at, data, {...layout, width}, {displayModeBar: false});
  const box = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const texts = [...at.querySelectorAll('.annotation-text, .xtick text, .ytick text')];
  const told = texts.filter((text) => text.textContent).map((text) => [text.textContent, box(text)]);
  const shapes = [...at.querySelectorAll('.shapelayer path')];
  const lines = shapes.filter((path) => path.style.strokeWidth === '2px').map(box);
  const images = at.querySelectorAll('.imagelayer image').length;
  return {whole: box(at.querySelector('.main-svg')), told, lines, images};
}"""


@pytest.fixture(scope="module")
def plotly(watched: Callable[..., AbstractContextManager[Page]]) -> Iterator[Page]:
    """A page with Plotly and the typeface, on which one chart after the other is drawn."""
    font, bold = (b64encode((font_folder() / WEIGHTS[each]).read_bytes()).decode() for each in ("text", "bold"))
    face = "@font-face{{font-family:'Source Sans';font-weight:{};src:url(data:font/ttf;base64,{})}}"
    with watched() as page:
        page.set_content(f"<style>{face.format(400, font)}{face.format(700, bold)}</style><div id=chart></div>")
        page.add_script_tag(content=get_plotlyjs())
        page.evaluate("Promise.all(['14px', 'bold 14px'].map((size) => document.fonts.load(`${size} 'Source Sans'`)))")
        yield page


def meet(one: list[float], other: list[float]) -> bool:
    """Whether two boxes cover a common place."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width > TOUCHING_PX and height > TOUCHING_PX


def faults(drawn: dict[str, Any]) -> Iterator[str]:
    """Texts that leave the chart, meet one another, or stand across a line."""
    left, top, right, bottom = drawn["whole"]
    for text, box in drawn["told"]:
        if box[0] < left - TOUCHING_PX or box[1] < top or box[2] > right + TOUCHING_PX or box[3] > bottom:
            yield f"{text} is cut"
        if any(meet(box, [line[0] - 1, line[1], line[2] + 1, line[3]]) for line in drawn["lines"]):
            yield f"{text} stands across a line"
    for (one, here), (other, there) in combinations(drawn["told"], 2):
        if meet(here, there):
            yield f"{one} meets {other}"


def drawn(plotly: Page, figure: go.Figure, width: int) -> dict[str, Any]:
    told: dict[str, Any] = asked(plotly, DRAW, [json.loads(go.Figure(figure.to_dict()).to_json()), width])
    assert told["told"]
    return told


@pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", FRONTIER)
def test_no_text_of_the_frontier_is_cut_or_crossed_in_any_year(plotly: Page, name: str, room: Room) -> None:
    figure = FRONTIER[name](room).to_dict()
    found = {
        f"{year} at {width}: {fault}"
        for year in LINED
        for width in WIDTHS[room]
        for fault in faults(drawn(plotly, at_year(figure, picture_day(year, TABLES), "light", room), width))
    }
    assert not found


@pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", OTHERS)
def test_no_text_of_a_chart_is_cut_or_meets_another(plotly: Page, name: str, room: Room) -> None:
    figure = OTHERS[name](room)
    found = {f"at {width}: {fault}" for width in WIDTHS[room] for fault in faults(drawn(plotly, figure, width))}
    assert not found


@pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_statement_has_its_sign_and_no_sign_stands_on_another(plotly: Page, room: Room) -> None:
    width = min(WIDTHS[room])
    figure = statements_figure(TABLES.statements, TABLES, "light", "", room)
    assert drawn(plotly, figure, width)["images"] == len(TABLES.statements)
    signs = plotly.evaluate(
        "() => [...document.querySelectorAll('#chart .subplot.xy2 .point')].map((sign) => {"
        "const {x, y, width, height} = sign.getBoundingClientRect(); return [x + width / 2, y + height / 2]})"
    )
    near = [(one, other) for one, other in combinations(signs, 2)
            if max(abs(one[0] - other[0]), abs(one[1] - other[1])) < room.sign - 1]  # fmt: skip
    assert len(signs) == len(TABLES.statements)
    assert not near


def test_a_fault_would_be_found() -> None:
    whole = [0, 0, 100, 100]
    cut = {"whole": whole, "told": [["a", [90, 0, 110, 10]]], "lines": []}
    crossed = {"whole": whole, "told": [["a", [10, 10, 30, 20]]], "lines": [[20, 0, 20, 100]]}
    met = {"whole": whole, "told": [["a", [10, 10, 30, 20]], ["b", [25, 15, 50, 30]]], "lines": []}
    assert [list(faults(each)) for each in (cut, crossed, met)] == [
        ["a is cut"], ["a stands across a line"], ["a meets b"],
    ]  # fmt: skip
