"""Names on maps as small as those of phones: a crowd stands by numbers, and no line crosses another."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.wire.assets import current_assets

GEO = Path(__file__).parent.parent / "geo"
DESK, LAND, UPRIGHT, SHORT, LEAST = [940, 560], [534, 220], [390, 292], [360, 220], [308, 147]
PICKED = ["1952-12-31", "1955-12-31", "1968-12-31", "1990-12-31", "2004-12-31", "2008-04-03", "2023-12-31"]
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, view, sizes, picked} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['camera', 'facts', 'ground', 'line_grid', 'name_forms', 'name_layout', 'pictures'];
const all = Object.assign({}, ...await Promise.all(names.map((name) => import(`file://${geo}/atlas/core/${name}.mjs`))));
const facts = all.indexFacts(raw);
const pictures = all.createPictures({facts, view});
const ground = all.groundOf(view);
const turn = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
const cross = ([ax, ay, bx, by], [cx, cy, dx, dy]) => {
  const [a, b, c, d] = [[ax, ay], [bx, by], [cx, cy], [dx, dy]];
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
};
function laidOut(day, [width, height], hasList) {
  const size = {width, height};
  const camera = all.fitFrame(view.frame, size);
  const shown = pictures.names(day);
  const must = new Set(shown.filter(({joined, named}) => joined || named).map(({id}) => id));
  const number = hasList ? '0'.repeat(String(must.size).length) : '';
  const wishes = shown.map((name) => ({
    ...all.wishFor(name, all.onScreen(camera, name.at), camera.k, new Set(), ground),
    number: must.has(name.id) ? number : '',
  }));
  const outlines = pictures.of(day).joined.map((id) => view.paths[id]).filter(Boolean);
  const placed = all.placeNames(wishes, {
    base: Math.max(12, width / 88), least: 11, blocked: [], bounds: size,
    measure: (text, pixels, bold) => text.length * pixels * (bold ? 0.58 : 0.53),
    under: all.underScreen(ground, camera), crosses: all.lineGrid(outlines, camera, size),
  });
  const leaders = placed.flatMap(({leader}) => leader ? [leader] : []);
  const standing = new Map(placed.map((place) => [place.id, place.lines.join(' ')]));
  const isIn = ({x, y}) => x >= 0 && y >= 0 && x <= width && y <= height;
  return {
    day: facts.isoOf(day), width, hasList,
    crossing: leaders.filter((leader, i) => leaders.slice(0, i).some((other) => cross(leader, other))).length,
    named: placed.filter(({id}) => must.has(id)).map(({id}) => [id, standing.get(id)]),
    numbers: placed.filter(({lines: [line]}) => number && line === number).map(({id}) => id),
    lost: wishes.filter((wish) => must.has(wish.id) && isIn(wish) && !standing.has(wish.id)).map(({id}) => id),
    over: placed.filter(({id, isCrossed}) => isCrossed && !must.has(id)).map(({id}) => id),
  };
}
const busy = pictures.days.filter((day) => pictures.names(day).some(({joined, named}) => joined || named));
const days = [...busy, facts.numberOf('2008-04-03')];
const sizesOn = (day) => sizes.filter(([width]) => width < 380 || picked.includes(facts.isoOf(day)));
console.log(JSON.stringify(days.flatMap((day) => sizesOn(day).map((size) => laidOut(day, size, size[0] < 600)))));
"""


@pytest.fixture(scope="module")
def layouts(program: Callable[[str], str]) -> list[dict[str, Any]]:
    """The names of Europe on small maps in every year that has some to name, and on some days on larger ones, too."""
    given = {
        "geo": str(GEO),
        "facts": json.loads(current_assets().file("facts.json").body),
        "view": json.loads(current_assets().file("europe.json").body),
        "picked": PICKED,
        "sizes": [DESK, LAND, UPRIGHT, SHORT, LEAST],
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    assert len(found) > 60
    return found


def test_no_line_to_a_name_crosses_another_and_a_crowd_stands_by_numbers(layouts: list[dict[str, Any]]) -> None:
    small = [layout for layout in layouts if layout["hasList"]]
    assert [layout for layout in small if layout["crossing"]] == []
    crowd = next(layout for layout in small if layout["day"] == "2004-12-31" and layout["width"] == SHORT[0])
    assert len(crowd["numbers"]) >= 4
    # Where even numbers lie on each other, the list tells the rest; and there alone.
    assert {layout["width"] for layout in small if layout["lost"]} <= {LEAST[0]}


def test_a_few_names_stand_as_names(layouts: list[dict[str, Any]]) -> None:
    over_a_neighbour = {"1952": {"GRC"}, "2024": {"SWE"}}  # where the line would lead, a number stands
    for layout in layouts:
        if layout["day"][:4] in {"1952", "1982", "2023", "2024"} and layout["width"] >= SHORT[0]:
            assert set(layout["numbers"]) <= over_a_neighbour.get(layout["day"][:4], set()), layout
    wide = [layout for layout in layouts if layout["day"][:4] == "2024" and layout["width"] >= UPRIGHT[0]]
    assert [layout["numbers"] for layout in wide] == [[]] * len(wide)


def test_the_countries_of_the_headline_are_named(layouts: list[dict[str, Any]]) -> None:
    at = {(layout["day"], layout["width"]): dict(layout["named"]) for layout in layouts}
    for width in (DESK[0], LAND[0], UPRIGHT[0]):
        assert at["1968-12-31", width]["CSK"] == "Czechoslovakia"
        assert {"ALB", "HRV", "MKD", "GEO", "UKR"} <= at["2008-04-03", width].keys()
    assert at["2008-04-03", DESK[0]]["MKD"] == "Macedonia"


def test_no_other_name_lies_over_the_gold_where_the_sea_has_room(layouts: list[dict[str, Any]]) -> None:
    over = {(layout["day"][:4], id_) for layout in layouts if layout["width"] == DESK[0] for id_ in layout["over"]}
    assert over.isdisjoint({("1990", "DEU"), ("1955", "DDR")})
