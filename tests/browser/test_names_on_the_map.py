"""Where names stand in the atlas: the cases that hold for pictures too, and a walk over all years, views and sizes."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import numpy as np
import pytest
import shapely
from asked import asked
from name_cases import CASES, letters, rounded
from playwright.sync_api import Page

from data.tables import current_tables
from geo.drawing.ground import CELL, Ground, OnSheet
from geo.drawing.kept import drawing
from geo.drawing.label_layout import Box
from geo.drawing.name_forms import Wish
from geo.drawing.name_layout import place_names
from geo.drawing.views import VIEWS
from geo.wire.assets import Assets, current_assets

pytestmark = pytest.mark.unpainted

TABLES = current_tables()
FILES = {name: json.loads(current_assets().file(f"{name}.json").body) for name in (*VIEWS, "facts")}

CORE = """async ([letter]) => {
  const load = (name) => import(`/core/${name}.mjs`);
  const modules = ['camera', 'edge_layout', 'facts', 'ground', 'line_grid', 'mark_layout', 'name_forms',
    'name_ground', 'name_layout', 'name_leaders', 'name_numbers', 'name_sight', 'name_sizes', 'name_taken',
    'out_of_sight', 'pictures'];
  const core = Object.assign({}, ...(await Promise.all([...modules, 'statements'].map(load))));
  const measure = (text, pixels, bold) => text.length * pixels * (bold ? letter.bold : letter.plain);
  const plain = ({id, lines, pixels: size, x, y, isAtSea: at_sea, leader, inland, isAstray: astray}) =>
    ({id, lines, size, x, y, at_sea, leader, inland, astray});
  Object.assign(globalThis, {core, measure, plain});
}"""

RUN = """([view, base, [least, mustLeast], {camera, size: [width, height], names, blocked, lines = [], ends = []}]) => {
  const ground = core.groundOf(view);
  const wishes = names.map(({at, room, units, plain, ...wish}) => ({
    ...wish, room: room * camera.k, own: core.groundsOf(ground, units), plain: plain && core.groundsOf(ground, plain),
    x: at[0] * camera.k + camera.x, y: at[1] * camera.k + camera.y}));
  const boxes = blocked.map(([x, y, w, h]) => ({x, y, w, h}));
  const under = core.underScreen(ground, camera);
  const crosses = core.lineGrid(lines, camera, {width, height}, ends);
  const sheet = {base, least, mustLeast, measure, under, blocked: boxes, crosses, bounds: {width, height}};
  const places = core.placeNames(wishes, sheet);
  const {listed} = core.numberNames(places, wishes, {width, height});
  return [places.map(plain), listed.map(({number, text, joined}) => [number, text, joined])];
}"""

SIGHT = """([view, cases]) => {
  const ground = core.groundOf(view);
  return cases.map(({camera, size: [width, height], names: [{at, units, must}]}) => {
    const wish = {x: at[0] * camera.k + camera.x, y: at[1] * camera.k + camera.y, must,
      own: core.groundsOf(ground, units)};
    const under = core.underScreen(ground, camera);
    const {x, y, inland = false} = core.inSight(wish, {under, bounds: {width, height}});
    return [x, y, inland];
  });
}"""

NUMBERS = """([told, numbers, rare, ranks, listed]) => [
  told.map(({belongs, is_member: isMember, is_state: isState, members, is_faced: isFaced}) =>
    core.isTold({belongs, isMember, isState, members, isFaced})),
  numbers.map(({names, told, sheet: {base, size: [width, height], frame}}) =>
    core.withNumbers(names, (id) => told.includes(id), {base, bounds: {width, height}, frame})
      .map(({number = ''}) => number)),
  rare.map(({is_state: isState, bearers, is_world: isWorld, is_news: isNews}) =>
    core.isRare({isState, bearers, isWorld, isNews})),
  ranks.map(core.rankOf),
  listed.map(({names, standing}) => core.numberNames(standing.map((id) => {
    const {number, text} = names.find((each) => each.id === id);
    return {id, lines: [number || text]};
  }), names, {width: 200, height: 200}).listed.map(({number, text, joined}) => [number, text, joined])),
]"""

# Stages of windows of 1920x1080, 1280x720, 820x1180, 844x390 and 390x844.
STAGES = [
    {"width": 1490, "height": 864, "pixel": 1.0},
    {"width": 940, "height": 560, "pixel": 0.667},
    {"width": 510, "height": 900, "pixel": 0.427},
    {"width": 534, "height": 220, "pixel": 0.361},
    {"width": 390, "height": 292, "pixel": 0.32},
]
WALK = """async ([view, raw, stages]) => {
  const facts = core.indexFacts(raw);
  const pictures = core.createPictures({facts, view});
  const ground = core.groundOf(view);
  const amiss = {overlaps: [], missing: [], outside: [], small: [], far: [], coast: []};
  const found = {...amiss, layouts: 0, names: 0, middles: {}, sample: []};
  const strays = ([x, y, toX, toY], {own}, under, width) => {
    const length = Math.hypot(toX - x, toY - y);
    const others = new Set();
    let [before, lands] = [-1, false];
    for (let at = 0; at < length; at += 3) {
      const ground = under(x + ((toX - x) * at) / length, y + ((toY - y) * at) / length);
      const isForeign = ground !== 0 && !own.has(ground);
      lands ||= isForeign && before === 0 && !others.size;
      if (isForeign) others.add(ground);
      before = ground;
    }
    return lands || others.size > 1 || length > width / 3;
  };
  // Whom the lists beside the map tell: by a number or a dash, or as at its edge.
  const toldOf = ({names, wishes, size, day, camera: {k, x, y}}, sheet) => {
    const isTold = new Map(names.map(({id, told}) => [id, told]));
    const room = {...sheet, bounds: size, frame: [0, 0, size.width, size.height]};
    const asked = core.withNumbers(wishes, (id) => isTold.get(id), room);
    const {places, listed} = core.numberNames(core.placeNames(asked, {...sheet, measure, bounds: size}), asked, size);
    const standing = new Set(places.map(({id}) => id));
    const frame = [-x / k, -y / k, size.width / k, size.height / k];
    const {edge, away} = core.outOfSight({facts, view, day, sight: {frame, k, covered: []}});
    const set = wishes.filter(({id}) => standing.has(id)).map(({text}) => text);
    return new Set([...set, ...listed.map(({text}) => text), ...edge, ...away]);
  };
  for (const {width, height, pixel} of stages) {
    for (const isLarge of [false, true]) {
      const size = {width, height};
      const camera = core.fitFrame(view.frame, size);
      const under = core.underScreen(ground, camera);
      const sizes = core.sizesFor(size, isLarge ? pixel : 0);
      const {base, least, mustLeast} = sizes;
      const seen = new Set();
      for (const day of pictures.days) {
        const said = isLarge ? [] : core.statementsOnMap(facts, {day, all: false, statement: null, words: null});
        const points = said.map(({id, place}) => {
          const [x, y] = core.onScreen(camera, view.places[place]);
          return {id, x, y, room: view.places[place][2] * camera.k};
        });
        const unit = isLarge ? 1.8 * pixel : 1;
        const {stacks, held: edge} = core.holdAtEdges(core.stackMarks(points, size, unit),
          {size, unit, blocked: [], under, areaOf: core.areaOnScreen(ground, camera)});
        const marks = core.boxesOf(stacks, unit);
        const blocked = [...marks, ...edge.map(({tag}) => tag)];
        const pointedAt = new Set(['UKR', 'LUX']);
        const names = pictures.names(day);
        const wishes = names.map((name) =>
          core.inSight(core.wishFor(name, core.onScreen(camera, name.at), camera.k, pointedAt, ground),
            {under, bounds: size}));
        const key = JSON.stringify([blocked, wishes.map(({text, must, joined, own}) => [text, must, joined, ...own])]);
        if (seen.has(key)) continue;
        seen.add(key);
        const unitsOf = new Map(names.map(({id, units}) => [id, units]));
        const what = `${view.name} ${width} ${isLarge ? 'large ' : ''}${facts.yearOf(day)}`;
        const placed = core.placeNames(wishes, {...sizes, measure, under, blocked, bounds: size});
        found.layouts += 1;
        found.names += placed.length;
        const boxes = placed.map((name) => core.boxAround(name, name.x, name.y));
        const edges = edge.map(({tag}) => tag);
        placed.forEach((name, i) => {
          const box = boxes[i];
          const who = `${what} ${name.id}`;
          if ([...blocked, ...boxes.slice(0, i)].some((other) => core.meet(box, other))) found.overlaps.push(who);
          if (box.x < 0 || box.y < 0 || box.x + box.w > width || box.y + box.h > height) found.outside.push(who);
          if (name.pixels < mustLeast - 1e-6) found.small.push(who);
          const wish = wishes.find(({id}) => id === name.id);
          if (name.leader && !wish.must && strays(name.leader, wish, under, width)) found.far.push(who);
          const [x, y] = [(name.x - camera.x) / camera.k, (name.y - camera.y) / camera.k];
          const units = unitsOf.get(name.id);
          found.middles[`${x.toFixed(0)} ${y.toFixed(0)} ${units}`] = [x, y, units, who];
        });
        const here = stacks.filter(({away}) => !away).map((stack) => core.plateOf(stack, unit));
        if (edges.some((box, i) => [...here, ...edges.slice(0, i)].some((other) => core.meet(box, other))))
          found.overlaps.push(`${what} edge`);
        for (const {tag: {x, y, w, h}} of edge.filter(({onLand}) => !onLand)) {
          const grounds = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [y, y + h].map((at) => under(x + part * w, at)));
          if (grounds.some(Boolean)) found.coast.push(`${what} edge`);
        }
        const standing = new Set(placed.map(({id}) => id));
        const isOn = ({x, y}) => Math.min(x, y, width - x, height - y) >= core.LEAST_AROUND; // else told at the edge
        const lost = wishes.filter((wish) => wish.must && isOn(wish) && !standing.has(wish.id));
        const told = lost.length ? toldOf({names, wishes, size, day, camera}, {...sizes, under, blocked}) : new Set();
        for (const {id, text} of lost) if (!told.has(text)) found.missing.push(`${what} ${id}`);
        if (facts.yearOf(day) % 18 === 10) found.sample.push({base, least: [least, mustLeast], camera, size, blocked,
          wishes: wishes.map((wish) =>
            ({...wish, own: [...wish.own], plain: wish.plain && [...wish.plain]})), placed: placed.map(plain)});
      }
    }
  }
  const sample = found.sample.filter((_, index) => index % 3 === 0);
  return {...found, sample, middles: Object.values(found.middles)};
}"""


@pytest.fixture(scope="module")
def core(
    serve: Callable[[Assets], AbstractContextManager[str]], watched: Callable[..., AbstractContextManager[Page]]
) -> Iterator[Page]:
    """A page that has the modules of the core at hand."""
    with serve(current_assets()) as url, watched() as page:
        page.goto(f"{url}bare")
        page.evaluate(CORE, [CASES["letter"]])
        yield page


def test_names_stand_where_the_cases_have_them(core: Page) -> None:
    for case in CASES["cases"]:
        placed, listed = asked(core, RUN, [CASES["view"], CASES["base"], CASES["least"], case])
        assert [rounded(name) for name in placed] == case["placed"], case["what"]
        assert listed == case.get("listed", []), case["what"]


def test_who_may_stand_as_a_number_is_as_the_cases_have_it(core: Page) -> None:
    kinds = {"told": "told", "numbers": "numbers", "rare": "rare", "ranks": "rank", "listed": "listed"}
    found = asked(core, NUMBERS, [CASES[kind] for kind in kinds])
    for (kind, part), answers in zip(kinds.items(), found, strict=True):
        assert answers == [case[part] for case in CASES[kind]]


def test_a_middle_beyond_the_map_comes_into_sight_as_the_cases_have_it(core: Page) -> None:
    found = asked(core, SIGHT, [CASES["view"], CASES["sight"]])
    assert found == [case["seen"] for case in CASES["sight"]]


COVERED = """([view, covered, [x, y]]) => {
  const ground = core.groundOf(view);
  const wish = {x, y, must: false, own: core.groundsOf(ground, ['BIG'])};
  const under = core.underScreen(ground, {k: 1, x: 0, y: 0});
  const seen = core.inSight(wish, {under, bounds: {width: view.width, height: view.height},
    covered: covered.map(([x, y, w, h]) => ({x, y, w, h}))});
  return [seen.x, seen.y, Boolean(seen.inland)];
}"""


def test_a_middle_under_what_covers_the_map_comes_out_onto_its_own_ground(core: Page) -> None:
    view, middle = CASES["view"], [300, 220]
    assert asked(core, COVERED, [view, [[600, 0, 50, 50]], middle]) == [*middle, False]
    assert asked(core, COVERED, [view, [[200, 150, 200, 100]], middle]) == [300, 286, True]
    assert asked(core, COVERED, [view, [[200, 150, 200, 240]], middle]) == [164, 220, True]
    assert asked(core, COVERED, [view, [[0, 0, 600, 600]], middle]) == [*middle, True]


@pytest.mark.parametrize("view", VIEWS)
def test_no_name_stands_wrong_or_on_another_and_none_that_must_is_missing(core: Page, view: str) -> None:
    found = asked(core, WALK, [FILES[view], FILES["facts"], STAGES])
    assert found["layouts"] > 100
    assert found["names"] > 5 * found["layouts"]
    assert {what: found[what][:9] for what in ("overlaps", "missing", "outside", "small", "far", "coast")} == {
        "overlaps": [], "missing": [], "outside": [], "small": [], "far": [], "coast": [],
    }  # fmt: skip
    assert on_wrong_ground(view, found["middles"])[:9] == []
    assert found["sample"]
    ground = Ground.of(FILES[view])
    for case in found["sample"]:
        assert [rounded(name) for name in case["placed"]] == as_on_pictures(ground, case)


def on_wrong_ground(view: str, middles: list[tuple[float, float, list[str], str]]) -> list[str]:
    """The names whose middle lies in the exact shape of a country that is not theirs."""
    shapes = drawing(view, TABLES.units).shapes
    units = list(shapes)
    points = shapely.points([[x, y] for x, y, _, _ in middles])
    names, at = shapely.STRtree(list(shapes.values())).query(points, predicate="within")
    found = []
    for name, unit in zip(names.tolist(), np.array(units)[at].tolist(), strict=True):
        _, _, own, what = middles[name]
        if unit not in own and shapes[unit].boundary.distance(points[name]) > CELL:  # as exact as the grid is
            found.append(f"{what} stands on {unit}")
    return found


def as_on_pictures(ground: Ground, case: dict[str, Any]) -> list[dict[str, Any]]:
    """Where the same names stand on a picture."""
    camera, size = case["camera"], case["size"]
    wishes = []
    for wish in case["wishes"]:
        own = np.zeros(len(ground.counts), bool)
        own[[index for index in wish["own"] if index >= 0]] = True
        kept = {key: wish[key] for key in ("text", "short", "x", "y", "room", "must", "joined", "quiet", "belongs")}
        kept |= {key: wish.get(key, False) for key in ("inland", "tied", "rare", "strong")}
        if wish["plain"]:
            kept["plain"] = np.zeros(len(ground.counts), bool)
            kept["plain"][wish["plain"]] = True
        wishes.append(Wish(key=wish["id"], own=own, **kept))
    blocked = [Box(box["x"], box["y"], box["w"], box["h"]) for box in case["blocked"]]
    on_sheet = OnSheet(ground, camera["k"], camera["x"], camera["y"])
    bounds = Box(0, 0, size["width"], size["height"])
    placed = place_names(
        wishes, case["base"], case["least"], letters, on_sheet, blocked, bounds, inside_least=case["least"][0]
    )
    return [
        rounded(
            {"id": name.key, "lines": name.form.lines, "size": name.form.size, "x": name.x, "y": name.y,
             "at_sea": name.at_sea, "leader": name.leader, "inland": name.inland, "astray": name.astray}
        )
        for name in placed
    ]  # fmt: skip
