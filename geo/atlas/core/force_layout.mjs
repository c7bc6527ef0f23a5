// Where the signs of forces stand: those of nearly one place side by side, a step aside where a mark stands already,
// but not in another country; folded, where so many would hide the ground. Boxes and points, in px.

import {SEA} from './ground.mjs';
import {meet} from './name_taken.mjs';

/** @import {Box, Leader} from './name_layout.mjs' */
/** @import {Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @typedef {{id: number, x: number, y: number}} PlacedForce */

const NEAR_PX = 17; // closer places stand side by side
const GAP_PX = 23; // from sign to sign
const LINE_PX = 17; // and from row to row
const ROW = 3;
const [HALF_WIDTH, HALF_HEIGHT] = [11.5, 8];
const STEP_PX = 9; // aside, where the place is taken
const LEADER_PX = 2; // a leader is kept clear of in squares of this size: a step aside is enough
const FEWEST = 4; // signs; fewer are no crowd
const CROWDED = 0.5; // of the ground from the first to the last of those that touch: signs that take more of it hide it
const FARTHEST = 12; // steps, where marks or other signs leave no nearer place
const HOME_FARTHEST = 5; // steps to stand in one's own country or at sea
const SHORE_PX = [0, 4, 8]; // about a place that the coarse ground has at sea
const LOOSE_PX = 30; // at sea, farther from its place a sign has a line to it
const WAYS = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const STEPS = [[0, 0], ...WAYS];
const FAR_STEPS = Array.from({length: FARTHEST - 1}, (_, i) =>
  WAYS.map(([dx, dy]) => [dx * (i + 2), dy * (i + 2)]),
).flat();

/**
 * The signs of one place in rows around it, lying to each other as their places do.
 * @param {PlacedForce[]} heap
 * @param {number} x
 * @param {number} y
 * @param {number} unit
 * @returns {PlacedForce[]}
 */
function spread(heap, x, y, unit) {
  const rows = Math.ceil(heap.length / ROW);
  const southward = [...heap].sort((a, b) => a.y - b.y);
  return Array.from({length: rows}, (_, row) => {
    const inRow = southward.slice(row * ROW, (row + 1) * ROW).sort((a, b) => a.x - b.x);
    return inRow.map(({id}, i) => ({
      id,
      x: x + (i - (inRow.length - 1) / 2) * GAP_PX * unit,
      y: y + (row - (rows - 1) / 2) * LINE_PX * unit,
    }));
  }).flat();
}

/**
 * The box around the signs of one place.
 * @param {PlacedForce[]} signs
 * @param {number} unit
 * @returns {Box}
 */
function boxAround(signs, unit) {
  const [xs, ys] = [signs.map(({x}) => x), signs.map(({y}) => y)];
  const [x, y] = [Math.min(...xs) - HALF_WIDTH * unit, Math.min(...ys) - HALF_HEIGHT * unit];
  const right = Math.max(...xs) + HALF_WIDTH * unit;
  return {x, y, w: right - x, h: Math.max(...ys) + HALF_HEIGHT * unit - y};
}

/**
 * The same signs, moved as far as it takes to cut none at the edge.
 * @param {PlacedForce[]} signs
 * @param {Size} size
 * @param {number} unit
 * @returns {PlacedForce[]}
 */
function inside(signs, {width, height}, unit) {
  const box = boxAround(signs, unit);
  const dx = Math.max(0, Math.min(box.x, width - box.w)) - box.x;
  const dy = Math.max(0, Math.min(box.y, height - box.h)) - box.y;
  return signs.map(({id, x, y}) => ({id, x: x + dx, y: y + dy}));
}

/**
 * Boxes along a leader: a sign upon its end would seem to be what it leads to.
 * @param {Leader} leader
 * @returns {Box[]}
 */
export function boxesAlong([ax, ay, bx, by]) {
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / LEADER_PX) || 1;
  return Array.from({length: steps + 1}, (_, i) => ({
    x: ax + ((bx - ax) * i) / steps - LEADER_PX / 2,
    y: ay + ((by - ay) * i) / steps - LEADER_PX / 2,
    w: LEADER_PX,
    h: LEADER_PX,
  }));
}

/** Ground of no country that is known. */
const nowhere = () => SEA;

/**
 * The ground of the country of a place.
 * @param {PlacedForce} point
 * @param {Under} under
 * @param {number} unit
 */
function homeOf({x, y}, under, unit) {
  for (const far of SHORE_PX)
    for (const [dx, dy] of WAYS) {
      const ground = under(x + dx * far * unit, y + dy * far * unit);
      if (ground !== SEA) return ground;
    }
  return SEA;
}

/**
 * The lines to their places of signs that stand in another country, or at sea far from these.
 * @param {PlacedForce[]} points where they belong
 * @param {PlacedForce[]} signs where they stand
 * @param {Under} under
 * @param {number} unit
 * @returns {Leader[]}
 */
export function linesToPlaces(points, signs, under, unit) {
  return signs.flatMap(({id, x, y}) => {
    const point = points.find((each) => each.id === id);
    if (!point) return [];
    const ground = under(x, y);
    const isLoose = ground === SEA && Math.hypot(x - point.x, y - point.y) > LOOSE_PX * unit;
    const isAbroad = ground !== SEA && ground !== homeOf(point, under, unit);
    return isLoose || isAbroad ? [/** @type {Leader} */ ([point.x, point.y, x, y])] : [];
  });
}

/**
 * Those on the stage by nearly one place in one country.
 * @param {PlacedForce[]} points
 * @param {Size} size
 * @param {number} unit
 * @param {Under} [under]
 */
function heapsOf(points, size, unit, under = nowhere) {
  /** @type {PlacedForce[][]} */
  const heaps = [];
  for (const point of points) {
    const {x, y} = point;
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const home = homeOf(point, under, unit);
    const heap = heaps.find(
      ([first]) => Math.hypot(first.x - x, first.y - y) < NEAR_PX * unit && homeOf(first, under, unit) === home,
    );
    if (heap) heap.push(point);
    else heaps.push([point]);
  }
  return heaps;
}

/**
 * Boxes, by their places, in groups: those that meet, and those that meet one of these.
 * @param {Box[]} boxes
 */
function touching(boxes) {
  /** @type {number[][]} */
  const groups = [];
  let left = boxes.map((_, at) => at);
  while (left.length) {
    const group = left.splice(0, 1);
    for (const at of group) {
      const near = left.filter((other) => meet(boxes[at], boxes[other]));
      group.push(...near);
      left = left.filter((other) => !near.includes(other));
    }
    groups.push(group);
  }
  return groups;
}

/**
 * The area of the box around some boxes.
 * @param {Box[]} boxes
 */
function areaAround(boxes) {
  const width = Math.max(...boxes.map(({x, w}) => x + w)) - Math.min(...boxes.map(({x}) => x));
  return width * (Math.max(...boxes.map(({y, h}) => y + h)) - Math.min(...boxes.map(({y}) => y)));
}

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The points that are left where signs that would hide the ground stand folded, and whom each of these holds. Of a
 * crowd, those of a camp are one point in their middle, which has the first of their ids.
 * @param {PlacedForce[]} points
 * @param {(id: number) => string} campOf
 * @param {Size} size
 * @param {number} [unit]
 * @returns {{points: PlacedForce[], held: Map<number, number[]>}}
 */
export function foldCrowds(points, campOf, size, unit = 1) {
  const heaps = heapsOf(points, size, unit);
  const boxes = heaps.map((heap) => boxAround(inside(spread(heap, heap[0].x, heap[0].y, unit), size, unit), unit));
  /** @type {PlacedForce[]} */
  const folded = [];
  /** @type {Map<number, number[]>} */
  const held = new Map();
  for (const group of touching(boxes)) {
    const crowd = group.flatMap((at) => heaps[at]).sort((a, b) => a.id - b.id);
    const covered = crowd.length * GAP_PX * LINE_PX * unit ** 2;
    if (crowd.length < FEWEST || covered <= CROWDED * areaAround(group.map((at) => boxes[at]))) continue;
    for (const camp of new Set(crowd.map(({id}) => campOf(id)))) {
      const own = crowd.filter(({id}) => campOf(id) === camp);
      const [{id}] = own;
      folded.push({id, x: mean(own.map(({x}) => x)), y: mean(own.map(({y}) => y))});
      held.set(
        id,
        own.map((each) => each.id),
      );
    }
  }
  const gone = new Set([...held.values()].flat());
  return {
    points: [...folded, ...points.filter(({id}) => !gone.has(id))],
    held: new Map([...held].filter(([, ids]) => ids.length > 1)),
  };
}

/**
 * The signs that stand, and the boxes they take. A place off the stage has none; signs keep inside it. They keep out of
 * the boxes already taken, however far they have to go; out of those that give way, names and leaders, only where a
 * step is enough. Their middles lie in the country of their place or at sea, if few steps are enough for that.
 * @param {PlacedForce[]} points where they belong
 * @param {Box[]} blocked boxes already taken
 * @param {Size} size
 * @param {number} [unit] the size of a sign
 * @param {Box[]} [yielding] boxes of what gives way
 * @param {Under} [under] whose ground lies under a point
 * @returns {{signs: PlacedForce[], boxes: Box[]}}
 */
export function placeForces(points, blocked, size, unit = 1, yielding = [], under = nowhere) {
  /** @type {PlacedForce[]} */
  const signs = [];
  /** @type {Box[]} */
  const boxes = [];
  for (const heap of heapsOf(points, size, unit, under)) {
    const [{x, y}] = heap;
    const home = homeOf(heap[0], under, unit);
    const tryAt = (/** @type {number[]} */ [dx, dy]) => {
      const moved = inside(spread(heap, x + dx * STEP_PX * unit, y + dy * STEP_PX * unit, unit), size, unit);
      return {moved, box: boxAround(moved, unit)};
    };
    const near = STEPS.map(tryAt);
    const taken = [...blocked, ...boxes];
    const isFree = (/** @type {(typeof near)[number]} */ {box}, /** @type {Box[]} */ others) =>
      !others.some((other) => meet(other, box));
    const isHome = (/** @type {(typeof near)[number]} */ {moved}) =>
      moved.every((sign) => [SEA, home].includes(under(sign.x, sign.y)));
    const far = FAR_STEPS.map(tryAt);
    const at = near.filter(isHome);
    const {moved, box} =
      at.find((each) => isFree(each, [...taken, ...yielding])) ??
      at.find((each) => isFree(each, taken)) ??
      far.slice(0, (HOME_FARTHEST - 1) * WAYS.length).find((each) => isHome(each) && isFree(each, taken)) ??
      near.find((each) => isFree(each, taken)) ??
      far.find((each) => isFree(each, taken)) ??
      near[0];
    signs.push(...moved);
    boxes.push(box);
  }
  return {signs, boxes};
}
