"""A number for a name points at the ground under its middle: that of its country, its mainland, or it has a line."""

import json
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
import shapely

from data.picture import picture_on
from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.ground import CELL, FIRST_UNIT
from geo.drawing.kept import drawing
from geo.drawing.name_forms import is_number
from geo.drawing.palette import THEMES
from geo.drawing.sheet import FORMATS, Focus, Sheet
from geo.drawing.views import VIEWS
from geo.picture import _Picture
from geo.publish.stop_picture import STOP
from geo.publish.worksheet import BLANK_MAP, WIDE
from geo.wire.assets import current_assets

TABLES = current_tables()
YEARS = (1949, 1952, 1974, 1991, 2004, 2006, 2008, 2020)
SIZES = [[1490, 864], [940, 560], [712, 267], [534, 220], [432, 336], [390, 292], [360, 220]]
STAGES = """
import {readFileSync} from 'node:fs';
const {geo, raw, views, sizes, days} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['camera', 'facts', 'ground', 'line_grid', 'name_forms', 'name_layout', 'name_numbers', 'name_sight',
  'name_sizes', 'pictures', 'statements', 'mark_layout', 'edge_layout'];
const all = Object.assign({}, ...await Promise.all(names.map((name) => import(`file://${geo}/atlas/core/${name}.mjs`))));
const facts = all.indexFacts(raw);
const step = 3;
/** Whether the way from the middle of a country to that of its number leaves its ground. */
const leaves = ({x, y, own}, to, under) => {
  const length = Math.hypot(to.x - x, to.y - y);
  if (!own.has(under(to.x, to.y))) return true;
  if (!own.has(under(x, y))) return false; // a country smaller than a square of the ground
  for (let at = 0; at < length; at += step)
    if (!own.has(under(x + ((to.x - x) * at) / length, y + ((to.y - y) * at) / length))) return true;
  return false;
};
const [found, astray] = [{numbers: 0}, []];
for (const view of views) {
  const pictures = all.createPictures({facts, view});
  const ground = all.groundOf(view);
  for (const [width, height] of sizes) {
    const bounds = {width, height};
    const camera = all.fitFrame(view.frame, bounds);
    const under = all.underScreen(ground, camera);
    for (const day of days.map(facts.numberOf)) {
      const points = all.statementsOnMap(facts, {day, all: false, statement: null, words: null}).map(({id, place}) => {
        const [x, y] = all.onScreen(camera, view.places[place]);
        return {id, x, y, room: view.places[place][2] * camera.k};
      });
      const blocked = all.boxesOf(all.stackMarks(points, bounds, 1).filter(({away}) => !away), 1);
      const shown = pictures.names(day);
      const told = new Set(shown.filter((name) => name.told).map(({id}) => id));
      const wishes = all.withNumbers(shown.map((name) => all.inSight(
        all.wishFor(name, all.onScreen(camera, name.at), camera.k, new Set(), ground), {under, bounds})),
        (id) => told.has(id), {...all.sizesFor(bounds, 0), bounds, frame: [0, 0, width, height]});
      const {joined, fronts} = pictures.of(day);
      const ends = pictures.borders.flatMap(({id}, i) => (fronts[i] ? view.borders[id] : []));
      const crosses = all.lineGrid(joined.map((id) => view.paths[id]).filter(Boolean), camera, bounds, ends);
      const measure = (text, pixels, bold) => text.length * pixels * (bold ? 0.58 : 0.53);
      const sheet = {...all.sizesFor(bounds, 0), blocked, bounds, measure, under, crosses};
      for (const name of all.placeNames(wishes, sheet)) {
        const wish = wishes.find(({id}) => id === name.id);
        if (!all.isNumber(name)) continue;
        found.numbers += 1;
        const isAstray = !name.leader && leaves(wish, name, under);
        if (isAstray) astray.push(`${facts.isoOf(day)} ${view.name} ${width} ${name.id}`);
      }
    }
  }
}
console.log(JSON.stringify({...found, astray}));
"""


@pytest.mark.slow
def test_on_every_stage_a_number_stands_on_its_mainland_or_has_a_line(program: Callable[[str], str]) -> None:
    files = {name: json.loads(current_assets().file(f"{name}.json").body) for name in (*VIEWS, "facts")}
    given = {
        "geo": str(Path(__file__).parent.parent / "geo"),
        "raw": files.pop("facts"),
        "views": list(files.values()),
        "sizes": SIZES,
        "days": [picture_day(year, TABLES).isoformat() for year in YEARS],
    }
    command = [program("node"), "--input-type=module", "--eval", STAGES]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["numbers"] > 150
    assert found["astray"] == []


def sheets() -> Iterator[tuple[int, str, Sheet, Focus]]:
    for year, view in product(YEARS, VIEWS):
        yield year, view, STOP, Focus()
        if view == "world":
            yield year, view, FORMATS["landscape"], Focus()
    for year in YEARS[::2]:
        yield year, "europe", WIDE, BLANK_MAP


@pytest.mark.slow
def test_on_every_picture_a_number_stands_on_its_mainland_or_has_a_line() -> None:
    count, astray = 0, []
    for year, view, sheet, focus in sheets():
        picture = _Picture(
            picture_on(picture_day(year, TABLES), TABLES), view, ("front", "names"), THEMES["light"], sheet, focus
        )
        wishes = {wish.key: wish for wish in picture._asked.wishes}
        for name in picture._placed(picture._standing[0]):
            if not is_number(name.form):
                continue
            count += 1
            off = far_from_mainland(picture, wishes[name.key].own, (name.x, name.y))
            if name.leader is None and off > CELL / sqrt(2):  # as exact as the ground is
                astray.append(f"{year} {view} {sheet.width} {name.key} {off:.0f}")
    assert count > 150
    assert astray == []


def far_from_mainland(
    picture: _Picture, own: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], at: tuple[float, float]
) -> float:
    """How far a point of a sheet is from the largest part of some ground, in units of the view."""
    drawn, units = drawing(picture.name, TABLES.units), list(picture.view["paths"])
    mine = [drawn.shapes[units[i - FIRST_UNIT]] for i in np.flatnonzero(own) if i >= FIRST_UNIT]
    parts = shapely.get_parts(shapely.union_all(mine))
    point = shapely.Point((at[0] - picture.x) / picture.k, (at[1] - picture.y) / picture.k)
    return float(parts[int(np.argmax(shapely.area(parts)))].distance(point))


def test_a_line_on_a_blank_map_has_a_dot_at_its_foot() -> None:
    facts = picture_on(picture_day(2004, TABLES), TABLES)
    picture = _Picture(facts, "europe", ("names",), THEMES["light"], WIDE, BLANK_MAP)
    feet = [name.leader[:2] for name in picture._placed([]) if name.leader]
    drawn = "".join(picture._ink())
    assert len(feet) > 3
    assert all(f'<circle cx="{x:.1f}" cy="{y:.1f}"' in drawn for x, y in feet)
