// Where arcs run from a statement to those whom it names: each ends in the country that it leads to, beside its name,
// and keeps clear of words and signs where it can. Boxes and points, in px. geo/drawing/arc_layout.py has the same
// rules; tests/golden/mark_layout.json holds the two together.

import {WAYS} from './name_tries.mjs';

/** @import {Box} from './name_layout.mjs' */
/** @import {Point, Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @typedef {{d: string, end: Point}} Arc */
/** @typedef {Point[]} Ends where an arc may end, the best place first */

const LEAST_PX = 30; // a shorter arc says nothing
const OFF_PX = 17; // from a mark's middle an arc begins: at its edge the mark would be the head of an arrow to it
const LIFTS = [0.16, 0.05, 0.1, 0.22, 0.3, 0.4].flatMap((lift) => [lift, -lift]); // of its length, how far it bends,
const PARTS = [0.5, 0.3, 0.7, 0.85]; // and after which part of it
const OWN_LIFTS = Array.from({length: 21}, (_, i) => (i - 10) / 25); // of one that has a bend of its own
const BUNDLE = Math.cos(Math.PI / 5); // arcs that leave within this angle leave as one
const SAMPLES = 96; // points of an arc that must keep clear of words and signs
const CLEAR_PX = 5; // from the middle of its end to all else;
const CLOSE_PX = 2.5; // where there is little room, the dot rather touches a box than the border
const AT_LEAST_PX = 5; // to the border, which the dot itself reaches,
const INLAND_PX = 9; // and to that along which an outline may run
const [STEP_PX, RINGS] = [3, 24]; // its end is tried in rings around the middle of the country
const MOST = 64; // ends that an arc chooses from
const OUTSIDE = 10; // words are better run through than the edge of the map

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A point and those in rings around it, the nearest first.
 * @param {Point} middle
 * @param {number} step
 * @returns {Point[]}
 */
function around([x, y], step) {
  const rings = Array.from({length: RINGS}, (_, ring) => step * (ring + 1));
  return [
    [x, y],
    ...rings.flatMap((far) => WAYS.map(([dx, dy]) => /** @type {Point} */ ([x + far * dx, y + far * dy]))),
  ];
}

/** Whether a point is nearer to a box than so far. */
const isNearer =
  (/** @type {Point} */ [px, py], /** @type {number} */ far) =>
  (/** @type {Box} */ {x, y, w, h}) =>
    Math.abs(px - x - w / 2) < w / 2 + far && Math.abs(py - y - h / 2) < h / 2 + far;

/**
 * Where an arc may end that leads to a country, by its middle: there, or as near as it is clear of what is taken.
 * Rather well inside the country than at its border, and rather there than beside it.
 * @param {Point} middle
 * @param {Box[]} taken
 * @param {Size} size
 * @param {Under} under
 * @param {number} [unit]
 * @returns {Ends}
 */
export function endsOf(middle, taken, {width, height}, under, unit = 1) {
  if (middle[0] < 0 || middle[1] < 0 || middle[0] > width || middle[1] > height) return [middle];
  const own = under(...middle);
  const isInside = (/** @type {Point} */ point) => under(...point) === own;
  const isInland =
    (/** @type {number} */ far) =>
    (/** @type {Point} */ [x, y]) =>
      [far, -far].every((by) => under(x + by, y) === own && under(x, y + by) === own);
  const clearBy =
    (/** @type {number} */ far) =>
    (/** @type {Point} */ [x, y]) =>
      Math.min(x, y, width - x, height - y) >= far && !taken.some(isNearer([x, y], far));
  const points = around(middle, STEP_PX * unit);
  const inside = points.filter(isInside);
  const whole = inside.filter(isInland(AT_LEAST_PX * unit));
  const [isClear, isClose] = [CLEAR_PX, CLOSE_PX].map((far) => clearBy(far * unit));
  const well = whole.filter(isInland(INLAND_PX * unit));
  const rounds = [
    () => well.filter(isClear),
    () => well.filter(isClose),
    () => whole.filter(isClear),
    () => whole.filter(isClose),
    () => inside.filter(isClear),
    () => inside.filter(isClose),
    () => points.filter(isClear),
  ];
  for (const round of rounds) {
    const good = round();
    if (good.length) return good.slice(0, MOST);
  }
  return [middle];
}

/**
 * The middle of an arc's bend, after a part of its way.
 * @param {Point} from
 * @param {Point} to
 * @param {number} lift
 * @param {number} part
 * @returns {Point}
 */
function bendOf([ax, ay], [bx, by], lift, part) {
  const [dx, dy] = [bx - ax, by - ay];
  return [ax + dx * part + dy * lift, ay + dy * part - Math.abs(dx) * lift - Math.abs(dy) * 0.02];
}

/**
 * How many boxes a bent line runs through; it counts as many more where it leaves the stage.
 * @param {Point} from
 * @param {Point} bend
 * @param {Point} to
 * @param {Box[]} boxes
 * @param {Size} size
 */
function struckBy(from, bend, to, boxes, {width, height}) {
  const [xs, ys] = [0, 1].map((axis) => [from[axis], bend[axis], to[axis]]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let near = boxes.filter(({x, y, w, h}) => x < right && x + w > left && y < bottom && y + h > top);
  let [struck, isOff] = [0, false];
  for (let i = 0; i <= SAMPLES; i += 1) {
    const t = i / SAMPLES;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    const x = a * from[0] + b * bend[0] + c * to[0];
    const y = a * from[1] + b * bend[1] + c * to[1];
    isOff ||= x < 0 || y < 0 || x > width || y > height;
    const left = near.filter((box) => !(x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h));
    struck += near.length - left.length;
    near = left;
  }
  return struck + (isOff ? OUTSIDE : 0);
}

/**
 * Of some ends the first to which a bent line runs through the fewest boxes, and through how many.
 * @param {Point} from
 * @param {Point} bend
 * @param {Ends} ends
 * @param {Box[]} boxes
 * @param {Size} size
 */
function bestOf(from, bend, ends, boxes, size) {
  let best = {end: ends[0], cost: Infinity};
  for (const end of ends) {
    const cost = struckBy(from, bend, end, boxes, size);
    if (cost < best.cost) best = {end, cost};
    if (!cost) break;
  }
  return best;
}

/**
 * Targets in bundles: those that lie in about one direction from a point.
 * @param {Point} from
 * @param {Ends[]} targets
 */
function bundlesOf([x, y], targets) {
  /** @type {{way: Point, targets: Ends[]}[]} */
  const bundles = [];
  for (const ends of targets) {
    const [end] = ends;
    const length = Math.hypot(end[0] - x, end[1] - y);
    /** @type {Point} */
    const way = [(end[0] - x) / length, (end[1] - y) / length];
    const bundle = bundles.find((other) => other.way[0] * way[0] + other.way[1] * way[1] >= BUNDLE);
    if (bundle) bundle.targets.push(ends);
    else bundles.push({way, targets: [ends]});
  }
  return bundles.map((bundle) => bundle.targets);
}

/**
 * Whether the way between two points is long enough for an arc: a shorter one says nothing.
 * @param {Point} from
 * @param {Point} to
 * @param {number} unit
 */
export const isArc = (from, to, unit) => Math.hypot(to[0] - from[0], to[1] - from[1]) >= LEAST_PX * unit;

/**
 * Arcs of one bend: the first of those on which they run through the fewest boxes.
 * @param {Point} from
 * @param {Ends[]} bundle
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {number[]} lifts
 */
function bestBent(from, bundle, boxes, size, lifts) {
  /** @type {Point} */
  const middle = [mean(bundle.map(([[x]]) => x)), mean(bundle.map(([[, y]]) => y))];
  let least = Infinity;
  /** @type {{lift: number, bend: Point, end: Point, cost: number}[]} */
  let best = [];
  for (const part of PARTS)
    for (const lift of lifts) {
      const bend = bendOf(from, middle, lift, part);
      const found = bundle.map((ends) => ({lift, bend, ...bestOf(from, bend, ends, boxes, size)}));
      const cost = found.reduce((sum, each) => sum + each.cost, 0);
      if (cost < least) [least, best] = [cost, found];
      if (!least) return best;
    }
  return best;
}

/**
 * Arcs from a statement to those whom it names, one for each. Those of one direction leave as one. Of the ways to bend
 * them the first is taken on which they run through the fewest of what is taken, words and signs; one that still runs
 * through some has a bend of its own where that is better.
 * @param {Point} from
 * @param {Ends[]} targets
 * @param {Box[]} taken
 * @param {Size} size
 * @param {number} [unit]
 * @returns {Arc[]}
 */
export function arcsOf(from, targets, taken, size, unit = 1) {
  const far = targets.filter(([end]) => isArc(from, end, unit));
  return bundlesOf(from, far).flatMap((bundle) =>
    bestBent(from, bundle, taken, size, LIFTS).map((bent, i) => {
      const alike = () => [...OWN_LIFTS].sort((a, b) => Math.abs(a - bent.lift) - Math.abs(b - bent.lift));
      const isOwn = bent.cost && bundle.length > 1;
      const alone = isOwn ? bestBent(from, [bundle[i]], taken, size, alike())[0] : bent;
      const {bend, end} = alone.cost < bent.cost ? alone : bent;
      return {d: arcPath(towards(from, bend, OFF_PX * unit), bend, end), end};
    }),
  );
}

/**
 * The point so far from one on the way to another, halfway at most.
 * @param {Point} from
 * @param {Point} to
 * @param {number} length
 * @returns {Point}
 */
function towards([fromX, fromY], [toX, toY], length) {
  const part = Math.min(0.5, length / Math.hypot(toX - fromX, toY - fromY));
  return [fromX + part * (toX - fromX), fromY + part * (toY - fromY)];
}

/**
 * A bent line as SVG path data.
 * @param {Point[]} points its beginning, the middle of its bend, its end
 */
const arcPath = (...points) => {
  const [from, bend, to] = points.map((point) => point.map((value) => value.toFixed(1)).join(' '));
  return `M${from}Q${bend} ${to}`;
};
