// Where the signs of forces stand: those of nearly one place side by side, a step aside where a mark stands already,
// but not in another country; off their places with lines to these. Boxes and points, in px.

import {AROUND, ELSEWHERE, SEA, homeOf} from './ground.mjs';
import {SEAWARD, areHiding, isQuiet, pointsOn} from './mark_beside.mjs';
import {meet} from './name_taken.mjs';

/** @import {Box, Leader} from './name_layout.mjs' */
/** @import {Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @import {Land} from './mark_beside.mjs' */
/** @typedef {{id: number, x: number, y: number}} PlacedForce */

const NEAR_PX = 17; // closer places stand side by side
export const GAP_PX = 23; // from sign to sign
export const LINE_PX = 17; // and from row to row
const ROW = 3;
const [HALF_WIDTH, HALF_HEIGHT] = [11.5, 8];
const SEEN_PX = 4; // of a line to a place, which lies beneath its sign
const STEP_PX = 9; // aside, where the place is taken
const LEADER_PX = 2; // a leader is kept clear of in squares of this size: a step aside is enough
const FARTHEST = 12; // steps, where marks or other signs leave no nearer place
const HOME_FARTHEST = 5; // steps to stand in one's own country or at sea
const CROWD_FARTHEST = 5; // steps of the sign of a crowd that would hide a country where it belongs
const AT_PX = 2; // between a place and its sign which the eye does not see
const BESIDE = 1.25; // halves of a sign, across and down together, from its middle to a place that it is upon at sea
const STEPS = [[0, 0], ...AROUND];
const FAR_STEPS = Array.from({length: FARTHEST - 1}, (_, i) =>
  AROUND.map(([dx, dy]) => [dx * (i + 2), dy * (i + 2)]),
).flat();

/**
 * The signs of one place in rows around it, lying to each other as their places do.
 * @param {PlacedForce[]} heap
 * @param {number} x
 * @param {number} y
 * @param {number} unit
 * @returns {PlacedForce[]}
 */
export function spread(heap, x, y, unit) {
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
export function boxAround(signs, unit) {
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
export function inside(signs, {width, height}, unit) {
  const box = boxAround(signs, unit);
  const dx = Math.max(0, Math.min(box.x, width - box.w)) - box.x;
  const dy = Math.max(0, Math.min(box.y, height - box.h)) - box.y;
  return signs.map(({id, x, y}) => ({id, x: x + dx, y: y + dy}));
}

/**
 * Boxes along a leader, or along a pin that is so wide at its end: a sign upon it would seem to be what it leads to.
 * @param {Leader} leader
 * @returns {Box[]}
 */
export function boxesAlong([ax, ay, bx, by], wide = LEADER_PX) {
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / LEADER_PX) || 1;
  return Array.from({length: steps + 1}, (_, i) => {
    const side = LEADER_PX + ((wide - LEADER_PX) * i) / steps;
    return {
      x: ax + ((bx - ax) * i) / steps - side / 2,
      y: ay + ((by - ay) * i) / steps - side / 2,
      w: side,
      h: side,
    };
  });
}

/** Ground of no country that is known. */
const nowhere = () => SEA;

/**
 * Whether a box, so much larger on each side, holds a point.
 * @param {Box} box
 * @param {{x: number, y: number}} point
 * @param {number} [by]
 */
const holds = ({x, y, w, h}, point, by = 0) =>
  point.x >= x - by && point.x <= x + w + by && point.y >= y - by && point.y <= y + h + by;

/**
 * Whether a line runs through a box.
 * @param {Leader} line
 * @param {Box} box
 */
export function crosses([ax, ay, bx, by], {x, y, w, h}) {
  let [first, last] = [0, 1];
  for (const [start, way, least, most] of [
    [ax, bx - ax, x, x + w],
    [ay, by - ay, y, y + h],
  ]) {
    if (!way && !(least < start && start < most)) return false;
    if (!way) continue;
    const [one, other] = [(least - start) / way, (most - start) / way];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first < last;
}

const isLone = (/** @type {Box} */ {w}, /** @type {number} */ unit) => w < GAP_PX * unit * 1.5;

/**
 * Whether a sign stands at its place, as the eye sees it: in the country and upon it with its heap. At sea a lone one
 * does not stand upon it with a corner, or the sea seems meant.
 * @param {PlacedForce} place
 * @param {PlacedForce} sign
 * @param {Box} box that its heap takes
 * @param {number} home
 * @param {number} ground under the sign
 * @param {number} unit
 */
function isAt(place, {x, y}, box, home, ground, unit) {
  if (ground === SEA && isLone(box, unit))
    return Math.abs(place.x - x) / HALF_WIDTH + Math.abs(place.y - y) / HALF_HEIGHT <= BESIDE * unit;
  return (ground === SEA || ground === home) && holds(box, place, AT_PX * unit);
}

/**
 * Those on the stage by nearly one place in one country.
 * @param {PlacedForce[]} points
 * @param {Size} size
 * @param {number} unit
 * @param {Under} [under]
 */
export function heapsOf(points, size, unit, under = nowhere) {
  /** @type {PlacedForce[][]} */
  const heaps = [];
  for (const point of points) {
    const {x, y} = point;
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const home = homeOf([point.x, point.y], under, unit);
    const heap = heaps.find(
      ([first]) =>
        Math.hypot(first.x - x, first.y - y) < NEAR_PX * unit && homeOf([first.x, first.y], under, unit) === home,
    );
    if (heap) heap.push(point);
    else heaps.push([point]);
  }
  return heaps;
}

/** @typedef {{moved: PlacedForce[], box: Box}} Try signs of a heap, and the box around them */

const halfOf = (/** @type {number} */ unit) => /** @type {const} */ ([HALF_WIDTH * unit, HALF_HEIGHT * unit]);

/**
 * Whether signs hide a country.
 * @param {PlacedForce[]} signs
 * @param {number} unit
 * @param {Land} land
 */
export const isHiding = (signs, unit, land) => areHiding(pointsOn(signs, halfOf(unit), land.under), halfOf(unit), land);

/**
 * Those of places, the nearest first, where signs hide no country: rather at sea, or on quiet ground far nearer.
 * @param {Try[]} tries
 * @param {number} unit
 * @param {Land} land
 */
function besideOf(tries, unit, land) {
  const half = halfOf(unit);
  const found = tries.map((each, at) => ({...each, at, on: pointsOn(each.moved, half, land.under)}));
  const quiet = found.filter(({on}) =>
    [...on].every(([ground, count]) => ground === SEA || isQuiet(ground, count, half, land)),
  );
  const most = quiet.length ? quiet[0].at * SEAWARD : tries.length;
  const isAtSea = (/** @type {Map<number, number>} */ on) =>
    [...on.keys()].every((ground) => ground === SEA || ground === ELSEWHERE);
  const sea = found.filter(({on, at}) => at <= most && isAtSea(on));
  return [...sea, ...quiet, ...found.filter(({on}) => !areHiding(on, half, land))];
}

/**
 * The signs that stand, the boxes they take, and the lines to their places of those that do not stand there. A place
 * off the stage has none; signs keep inside it. They keep out of the boxes already taken, however far they have to go;
 * out of those that give way, names and leaders, only where a step is enough. Their middles lie in the country of their
 * place or at sea, if few steps are enough for that; on a `land`, they hide no country. None stands upon a line, or the
 * place of another, if there is a better place.
 * @param {PlacedForce[]} points where they belong
 * @param {Box[]} blocked boxes already taken
 * @param {Size} size
 * @param {number} [unit] the size of a sign
 * @param {Box[]} [yielding] boxes of what gives way
 * @param {Under} [under] whose ground lies under a point
 * @param {Land | null} [land]
 * @returns {{signs: PlacedForce[], boxes: Box[], lines: Leader[]}}
 */
export function placeForces(points, blocked, size, unit = 1, yielding = [], under = nowhere, land = null) {
  /** @type {PlacedForce[]} */
  const signs = [];
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Leader[]} */
  const lines = [];
  const heaps = heapsOf(points, size, unit, under);
  for (const heap of heaps) {
    const [{x, y}] = heap;
    const feet = heaps.flatMap((other) => (other === heap ? [] : other));
    const home = homeOf([heap[0].x, heap[0].y], under, unit);
    const tryAt = (/** @type {number[]} */ [dx, dy]) => {
      const moved = inside(spread(heap, x + dx * STEP_PX * unit, y + dy * STEP_PX * unit, unit), size, unit);
      return {moved, box: boxAround(moved, unit)};
    };
    const taken = [...blocked, ...boxes];
    const linesOf = (/** @type {Try} */ {moved, box}) =>
      moved.flatMap((sign) => {
        const place = /** @type {PlacedForce} */ (heap.find(({id}) => id === sign.id));
        const isThere = isAt(place, sign, box, home, under(sign.x, sign.y), unit);
        return isThere ? [] : [/** @type {Leader} */ ([place.x, place.y, sign.x, sign.y])];
      });
    const isFree = (/** @type {Try} */ {box}, /** @type {Box[]} */ others) => !others.some((other) => meet(other, box));
    const isHome = (/** @type {Try} */ {moved}) => moved.every((sign) => [SEA, home].includes(under(sign.x, sign.y)));
    const isClear = (/** @type {Try} */ tried) => {
      const {box} = tried;
      return (
        !lines.some((line) => crosses(line, box)) &&
        !feet.some((foot) => holds(box, foot)) &&
        linesOf(tried).every((line) => {
          const foot = {x: line[0], y: line[1]};
          if (isLone(box, unit) && holds(box, foot, SEEN_PX * unit)) return false;
          return !taken.some((other) => crosses(line, other) && !holds(other, foot));
        })
      );
    };
    const near = STEPS.map(tryAt);
    const far = FAR_STEPS.map(tryAt);
    const aside = (/** @type {number} */ steps) => far.slice(0, (steps - 1) * AROUND.length);
    const [at, about] = land
      ? [near.filter(({moved}) => !isHiding(moved, unit, land)), besideOf(aside(CROWD_FARTHEST), unit, land)]
      : [near.filter(isHome), aside(HOME_FARTHEST).filter(isHome)];
    const [all, given] = [
      [...at, ...about, ...near, ...far],
      [...taken, ...yielding],
    ];
    const found =
      at.find((each) => isFree(each, given) && isClear(each)) ??
      all.find((each) => isFree(each, taken) && isClear(each)) ??
      at.find((each) => isFree(each, given)) ??
      all.find((each) => isFree(each, taken)) ??
      near[0];
    signs.push(...found.moved);
    boxes.push(found.box);
    lines.push(...linesOf(found));
  }
  return {signs, boxes, lines};
}
