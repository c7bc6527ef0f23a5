"""Nobody who has a name on a map is told to be beyond it, wherever the map is moved and whatever its size."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from made import made_facts, made_view

from geo.drawing.views import VIEWS
from geo.wire.strict_json import to_json

GEO = Path(__file__).parent.parent / "geo"
SIZES = ((820, 478), (390, 299), (1366, 600))
PLACES = (None, (0.1, 0.2, 2), (0.9, 0.7, 3), (0.4, 0.9, 5), (0.6, 0.4, 9))
"""Of a camera: home, and where on the home map its middle is, in parts of it, with how much nearer it is."""
EVERY = 4
"""Years apart, the first and the last among them."""
SCRIPT = """
import {readFileSync} from 'node:fs';
const {geo, raw, view, sizes, places, every} = JSON.parse(readFileSync(0, 'utf8'));
const names = ['camera', 'facts', 'ground', 'members_beyond', 'name_forms', 'name_sight', 'pictures'];
const all = Object.assign({}, ...await Promise.all(names.map((name) => import(`file://${geo}/atlas/core/${name}.mjs`))));
const facts = all.indexFacts(raw);
const pictures = all.createPictures({facts, view});
const [ground, beyond] = [all.groundOf(view), all.createMembersBeyond(facts)];
const days = [...facts.years.values()].map(({day}) => day);
const found = {beyond: 0, named: 0, both: []};
function look([width, height], place) {
  let camera = all.fitFrame(view.frame, {width, height});
  if (place) {
    const [x, y] = [(place[0] * width - camera.x) / camera.k, (place[1] * height - camera.y) / camera.k];
    const k = camera.k * place[2];
    camera = {k, x: width / 2 - x * k, y: height / 2 - y * k};
  }
  const {k} = camera;
  const frame = [-camera.x / k, -camera.y / k, width / k, height / k];
  const stage = {under: all.underScreen(ground, camera), bounds: {width, height}};
  const isIn = ({x, y}) => all.isWellWithin([x, y], {width, height}); // none stands whose middle lies on the rim
  for (const day of days.filter((_, i) => i % every === 0 || i === days.length - 1)) {
    const members = new Set(beyond(day, view, {frame, k}).members.map(({name}) => name));
    const named = pictures.names(day)
      .map((name) => all.inSight(all.wishFor(name, all.onScreen(camera, name.at), k, new Set(), ground), stage))
      .filter((wish) => isIn(wish) && !wish.quiet)
      .map(({id}) => facts.labelOn(id, day));
    found.beyond += members.size;
    found.named += named.length;
    found.both.push(...named.filter((name) => members.has(name)).map((name) => [facts.isoOf(day), width, place, name]));
  }
}
sizes.forEach((size) => places.forEach((place) => look(size, place)));
console.log(JSON.stringify(found));
"""


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_nobody_named_on_a_map_is_beyond_it(view: str, program: Callable[[str], str]) -> None:
    given = {"geo": str(GEO), "raw": made_facts(), "view": made_view(view), "sizes": SIZES, "places": PLACES}
    command = [program("node"), "--input-type=module", "--eval", SCRIPT]
    asked = to_json({**given, "every": EVERY})
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["named"] > 0
    assert found["beyond"] > 0
    assert found["both"] == []
