"""Signs on the map as they are drawn: none over a name, none cut at the edge, none under the tools, no hidden arc."""

from typing import Any

import pytest
from asked import asked
from atlas_page import Open

from data.rows import rows
from data.tables import current_tables

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
SAID = [row for row in rows(TABLES, "statements") if row.targets and row.day >= TABLES.first_day]
LAYERS = "front,names,statements,forces"
EVERY = 3  # years: the others are near enough
FAULTS = ("over", "cut", "under", "close")

BOXES = """const stage = root.querySelector('.stage').getBoundingClientRect();
  const seen = ({width}) => width > 0;
  const boxes = (selector, within = root.querySelector('.stage')) =>
    [...within.querySelectorAll(selector)].map((node) => {
    const {left, top, right, bottom, width} = node.getBoundingClientRect();
    const less = node.tagName === 'text' ? (bottom - top) / 5 : 0; // letters are lower than their line
    return {left, top: top + less, right, bottom: bottom - less, width, text: node.textContent};
  }).filter(seen);
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5;
  /** A tag beside a button would be taken for another. */
  const around = ({left, top, right, bottom}) =>
    ({left: left - 24, top: top - 24, right: right + 24, bottom: bottom + 24});
  const isCut = ({left, top, right, bottom}) =>
    left < stage.left - 1 || top < stage.top - 1 || right > stage.right + 1 || bottom > stage.bottom + 1;"""

WALK = f"""async (root, years) => {{
  {BOXES}
  const found = {{over: [], cut: [], under: [], close: [], signs: 0, tags: 0}};
  const slider = root.querySelector('input[name=year]');
  for (const year of years) {{
    slider.value = year;
    slider.dispatchEvent(new Event('input', {{bubbles: true}}));
    while (root.querySelector('.stage').dataset.drawn !== String(year)) await new Promise(requestAnimationFrame);
    const names = boxes('text[data-name]');
    const tags = boxes('.tag');
    const signs = [...boxes('.force-plate, .badge-body, .marks > .mark .glyph-body'), ...tags];
    const tools = boxes('.tool, .menu-button, .find', root);
    for (const name of names) if (signs.some((sign) => meet(sign, name))) found.over.push([year, name.text]);
    found.cut.push(...signs.filter(isCut).map((sign) => [year, sign.left, sign.top, sign.text]));
    if (signs.some((sign) => tools.some((tool) => meet(sign, tool)))) found.under.push(year);
    if (tags.some((tag) => tools.some((tool) => meet(tag, around(tool))))) found.close.push(year);
    found.signs += signs.length;
    found.tags += tags.length;
  }}
  return found;
}}"""


@pytest.mark.parametrize(
    ("view", "width", "height"),
    [
        ("europe", 1280, 720),
        ("black_sea", 1920, 1080),
        ("balkans", 1280, 720),
        ("balkans", 390, 844),
        ("baltic", 844, 390),
        ("arctic", 390, 844),
        ("world", 1280, 720),
    ],
)
def test_no_sign_stands_over_a_name_or_is_cut_in_any_year(open_atlas: Open, view: str, width: int, height: int) -> None:
    root = open_atlas(f"?view={view}&year=1949&layers={LAYERS}", size=(width, height)).root
    found = asked(root, WALK, list(range(TABLES.first_year + 1, TABLES.as_of.year, EVERY)))
    assert {what: found[what] for what in FAULTS if found[what]} == {}
    assert found["signs"] > 50
    assert found["tags"] or view == "world"


ENDS = f"""(root) => {{
  {BOXES}
  const signs = boxes('text[data-name], .tag, .force-plate, .marks > .mark .glyph-body, .badge-body');
  const ends = boxes('.arc-end');
  return [ends.length, ends.filter((end) => isCut(end) || signs.some((sign) => meet(end, sign))).length];
}}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 720)])
def test_no_arc_ends_under_a_name_or_a_sign(open_atlas: Open, width: int, height: int) -> None:
    count = 0
    for row in SAID[::64]:
        root = open_atlas(f"?statement={row.id}&layers={LAYERS}", size=(width, height)).root
        ends: list[Any] = asked(root, ENDS)
        assert ends[1] == 0, row.id
        count += ends[0]
    assert count > 1
