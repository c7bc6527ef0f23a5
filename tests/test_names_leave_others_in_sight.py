"""Names and lines leave in sight what is not theirs: fronts, small countries, and who has a colour of his own."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.tables import current_tables
from data.timeline import picture_day
from geo.drawing.views import VIEWS
from geo.wire.assets import current_assets

SIZES = [[1232, 828], [750, 452], [590, 392], [390, 298], [360, 220]]
YEARS = (1954, 1961, 1988, 1991, 1997, 2004, 2006, 2009, 2016, 2023)
TABLES = current_tables()
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, raw, view, sizes, days} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['camera', 'facts', 'ground', 'line_grid', 'name_forms', 'name_ground', 'name_layout', 'name_led',
  'name_numbers', 'name_sight', 'name_sizes', 'path_numbers', 'pictures'];
const all = Object.assign({}, ...await Promise.all(names.map((name) => import(`file://${geo}/atlas/core/${name}.mjs`))));
const facts = all.indexFacts(raw);
const pictures = all.createPictures({facts, view});
const ground = all.groundOf(view);
const found = {names: 0, lines: 0, fronts: [], covered: [], passed: [], unseen: [], spared: []};
const units = Object.keys(view.paths);
/** How many px of lines lie in a box, whose bends are smaller than they are wide. */
function inBox(lines, {x, y, w, h}) {
  const squares = new Set();
  for (const [ax, ay, bx, by] of lines) {
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay));
    for (let i = 0; i < steps; i += 1) {
      const [px, py] = [ax + ((bx - ax) * (i + 0.5)) / steps, ay + ((by - ay) * (i + 0.5)) / steps];
      if (px > x && px < x + w && py > y && py < y + h) squares.add(`${Math.floor(px / 3)} ${Math.floor(py / 3)}`);
    }
  }
  return 3 * squares.size;
}
for (const [width, height] of sizes) {
  const bounds = {width, height};
  const camera = all.fitFrame(view.frame, bounds);
  const under = all.underScreen(ground, camera);
  const countIn = (left, top, right, bottom) => {
    const counts = new Map();
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) counts.set(under(x, y), (counts.get(under(x, y)) ?? 0) + 1);
    return counts;
  };
  const seen = countIn(0, 0, width, height);
  const [x, y, w, h] = view.frame;
  const frame = view.sphere ? [1, 1, 0, 0] : [...all.onScreen(camera, [x, y]), ...all.onScreen(camera, [x + w, y + h])];
  for (const day of days.map(facts.numberOf)) {
    const shown = pictures.names(day);
    const byId = new Map(shown.map((name) => [name.id, name]));
    const {joined, fronts, statuses} = pictures.of(day);
    const ends = pictures.borders.flatMap(({id}, i) => (fronts[i] ? view.borders[id] : []));
    const sides = ends.flatMap(all.linesIn).flatMap((line) => line.flatMap((_, i) => i % 2 || i + 3 >= line.length ? []
      : [[...all.onScreen(camera, line.slice(i, i + 2)), ...all.onScreen(camera, line.slice(i + 2, i + 4))]]));
    const crosses = all.lineGrid(joined.map((id) => view.paths[id]).filter(Boolean), camera, bounds, ends);
    const room = {...all.sizesFor(bounds, 0), bounds, frame};
    const wishes = all.withNumbers(shown.map((name) => all.inSight(
      all.wishFor(name, all.onScreen(camera, name.at), camera.k, new Set(), ground), {under, bounds})),
      (id) => byId.get(id)?.told ?? false, room);
    const measure = (text, pixels, bold) => text.length * pixels * (bold ? 0.56 : 0.51);
    const sheet = {...room, measure, under, blocked: [], crosses};
    const lay = (asked) => all.numberNames(all.placeNames(asked, sheet), asked, bounds);
    const tied = new Set(wishes.flatMap((wish) => (all.rankOf(wish) < all.NO_TIE ? [...wish.own] : [])));
    for (const name of all.withLed(wishes, lay).places) {
      const wish = wishes.find(({id}) => id === name.id);
      const who = `${facts.isoOf(day)} ${width} ${name.id} ${name.lines.join(' ')}`;
      const box = all.lettersAround(name, name.x, name.y);
      found.names += 1;
      const hidden = inBox(sides, box);
      const isTold = wish.must && wish.number && !wish.joined && !all.isNumber(name);
      if (hidden > (isTold ? 0.5 : 2) * name.pixels) found.fronts.push(`${who} ${hidden}`);
      const part = (box.w * box.h) / 400;
      const beneath = new Map();
      let spared = 0;
      for (let i = 0; i < 400; i += 1) {
        const at = under(box.x + (((i % 20) + 0.5) / 20) * box.w, box.y + ((Math.floor(i / 20) + 0.5) / 20) * box.h);
        const isOwn = wish.own.has(at);
        const isDear = isOwn ? wish.plain && !wish.plain.has(at) : all.rankOf(wish) === all.NO_TIE && tied.has(at);
        if (isDear && !wish.must && !all.isNumber(name)) spared += part;
        if (at > 1 && !wish.own.has(at)) beneath.set(at, (beneath.get(at) ?? 0) + part);
      }
      if (spared > 4) found.spared.push(`${who} ${spared.toFixed(0)}`);
      for (const [at, area] of beneath)
        if (area > 20 && area > 0.55 * seen.get(at)) found.covered.push(`${who} over ${units[at - 2]}`);
      const total = [...wish.own].reduce((sum, at) => sum + (seen.get(at) ?? 0), 0);
      if (name.isAtSea && total < 0.05 * under.areaOf(wish.own)) found.unseen.push(who);
      if (!name.leader || !(wish.number || wish.must) || all.isNumber(name)) continue;
      found.lines += 1;
      const [fromX, fromY, toX, toY] = name.leader;
      const length = Math.hypot(toX - fromX, toY - fromY);
      const others = new Map();
      for (let at = 0; at < length; at += 1) {
        const one = under(fromX + ((toX - fromX) * at) / length, fromY + ((toY - fromY) * at) / length);
        if (one > 1 && !wish.own.has(one) && statuses[one - 2] !== 'none') others.set(one, (others.get(one) ?? 0) + 1);
      }
      const isSmall = under.areaOf(wish.own) < (0.7 * room.base) ** 2;
      for (const [one, px] of others)
        if (px > 5 && isSmall) found.passed.push(`${who} through ${units[one - 2]} ${px}`);
    }
  }
}
console.log(JSON.stringify(found));
"""


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_names_hide_no_front_no_country_and_nothing_dear_and_lines_pass_none_that_is_coloured(
    program: Callable[[str], str], view: str
) -> None:
    files = {name: json.loads(current_assets().file(f"{name}.json").body) for name in (view, "facts")}
    given = {
        "geo": str(Path(__file__).parent.parent / "geo"),
        "raw": files["facts"],
        "view": files[view],
        "sizes": SIZES,
        "days": [picture_day(year, TABLES).isoformat() for year in YEARS],
    }
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["names"] > 300
    assert {what: found[what][:9] for what in ("fronts", "covered", "passed", "unseen", "spared")} == {
        "fronts": [], "covered": [], "passed": [], "unseen": [], "spared": [],
    }  # fmt: skip
