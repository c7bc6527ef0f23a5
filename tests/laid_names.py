"""The names of maps of several sizes, laid out by the modules of the browser in node."""

import json
import subprocess
from pathlib import Path
from typing import Any

GEO = Path(__file__).parent.parent / "geo"
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, facts: raw, view, sizes, picked} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['camera', 'facts', 'ground', 'line_grid', 'name_forms', 'name_ground', 'name_layout', 'name_leaders',
  'name_numbers', 'name_taken', 'pictures'];
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
  const told = new Set(shown.filter((name) => name.told).map(({id}) => id));
  const asked = shown.map((name) => all.wishFor(name, all.onScreen(camera, name.at), camera.k, new Set(), ground));
  const base = Math.max(12, width / 88);
  const [x, y, w, h] = view.frame;
  const frame = [...all.onScreen(camera, [x, y]), ...all.onScreen(camera, [x + w, y + h])];
  const wishes = hasList ? all.withNumbers(asked, (id) => told.has(id), {base, bounds: size, frame}) : asked;
  const numbers = new Map(wishes.map(({id, number}) => [id, number]));
  const outlines = pictures.of(day).joined.map((id) => view.paths[id]).filter(Boolean);
  const placed = all.placeNames(wishes, {
    base, least: 11, mustLeast: 11, blocked: [], bounds: size,
    measure: (text, pixels, bold) => text.length * pixels * (bold ? 0.58 : 0.53),
    under: all.underScreen(ground, camera), crosses: all.lineGrid(outlines, camera, size),
  });
  const leaders = placed.flatMap(({leader}) => leader ? [leader] : []);
  const standing = new Map(placed.map((place) => [place.id, place.lines.join(' ')]));
  const boxes = placed.map((name) => all.boxAround(name, name.x, name.y));
  const isOut = ({x, y, w, h}) => x < 0 || y < 0 || x + w > width || y + h > height;
  const isIn = ({x, y}) => x >= 0 && y >= 0 && x <= width && y <= height;
  return {
    day: facts.isoOf(day), width, hasList,
    crossing: leaders.filter((leader, i) => leaders.slice(0, i).some((other) => cross(leader, other))).length,
    amiss: placed.filter((_, i) => isOut(boxes[i]) || boxes.slice(0, i).some((other) => all.meet(boxes[i], other)))
      .map(({id}) => id),
    named: placed.filter(({id}) => must.has(id)).map(({id}) => [id, standing.get(id)]),
    numbers: placed.filter(({id, lines: [line]}) => must.has(id) && line === numbers.get(id)).map(({id}) => id),
    lost: wishes.filter((wish) => must.has(wish.id) && isIn(wish) && !standing.has(wish.id)).map(({id}) => id),
    over: placed.filter(({id, isCrossed}) => isCrossed && !must.has(id)).map(({id}) => id),
  };
}
const busy = pictures.days.filter((day) => pictures.names(day).some(({joined, named}) => joined || named));
const more = picked.map(facts.numberOf).filter((day) => !busy.includes(day));
const days = [...busy, ...more];
const sizesOn = (day) => sizes.filter(([width]) => width < 380 || picked.includes(facts.isoOf(day)));
console.log(JSON.stringify(days.flatMap((day) => sizesOn(day).map((size) => laidOut(day, size, size[0] < 600)))));
"""


def laid_out(node: str, facts: Any, view: Any, sizes: list[list[int]], picked: list[str]) -> list[dict[str, Any]]:
    """The layouts on every day that has somebody to name and on a few others; larger ones on the days picked."""
    given = {"geo": str(GEO), "facts": facts, "view": view, "sizes": sizes, "picked": picked}
    command = [node, "--input-type=module", "--eval", SCRIPT]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found
