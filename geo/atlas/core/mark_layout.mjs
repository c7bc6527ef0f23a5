// Where the marks of statements stand: stacks of those made in one place, which several tell by a pin from there to
// their string, folded into a badge where they would cover more than the country under them or one another. Those of
// places that lie near stand side by side, and each place has a pin of its own. Boxes and points, in px. The server's
// pictures follow the same rules (geo/drawing/mark_layout.py); tests/golden/mark_layout.json holds the two together.

import {SEA, homeOf} from './ground.mjs';
import {meet} from './name_taken.mjs';

/** @import {Box, Leader} from './name_layout.mjs' */
/** @import {Point, Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @typedef {{id: string, x: number, y: number, foot: Point}} PlacedMark `foot` is where it belongs */
/** @typedef {{id: string, x: number, y: number, room?: number}} MarkPoint `room` is how far the next country is */
/** @typedef {'' | 'left' | 'right' | 'top' | 'bottom'} Edge */
/**
 * @typedef {{x: number, y: number, away: Edge, place: Point, room: number, made: {id: string, foot: Point}[]}} Heap
 *   made near one point; `away` is the edge that it lies beyond, `place` where it lies there
 */
/**
 * @typedef {Omit<Heap, 'room' | 'made'> & {folded: boolean, marks: PlacedMark[], pinned?: boolean}} Stack `pinned`
 *   tells that it does not stand where it belongs
 */

const NEAR_PX = 24; // closer places share a stack: two badges that stand apart never meet;
const SAME_PX = 12; // and so close, half a sign, they are told by one pin
const UNDER_PX = 6; // a pin that is no longer lies under its sign
const GAP_PX = 25; // a stack's marks are targets of their own
const HANG_PX = 20; // from a place up to the string of its marks, or down where there is not half of it
const ROW = 4;
const EDGE_PX = 20;
const OVER = 2; // a stack may reach this many times as far as it is to the next country,
const SHARE = 0.15; // and take this part of the stage's width
const BACK_PX = 12; // from a mark's middle to the edge of the plate behind a stack
const MUCH_PX = [-5, 5]; // to points around it, of which two tell that much of it lies there
const MARK_PX = 11; // and to the edge of what names keep clear of;
const BADGE_PX = /** @type {[number, number]} */ ([18, 15]); // from a badge's, across and down

/** How far it is from a point to another. */
const between = (/** @type {Point} */ [ax, ay], /** @type {Point} */ [bx, by]) => Math.hypot(bx - ax, by - ay);

/** What a finger has to tell apart stays as far apart where it is drawn smaller. */
const fingers = (/** @type {number} */ unit) => Math.max(1, unit);

/**
 * The edge beyond which a place lies that is not on the stage, the farther of two; empty for a place on it.
 * @param {Point} point
 * @param {Size} size
 * @returns {Edge}
 */
function edgeOf([x, y], {width, height}) {
  const [dx, dy] = [Math.min(0, x) + Math.max(0, x - width), Math.min(0, y) + Math.max(0, y - height)];
  /** @type {(by: number, less: Edge, more: Edge) => Edge} */
  const sideOf = (by, less, more) => (by < 0 ? less : by ? more : '');
  const [aside, along] = [sideOf(dx, 'left', 'right'), sideOf(dy, 'top', 'bottom')];
  return aside && Math.abs(dx) >= Math.abs(dy) ? aside : along;
}

/**
 * The statements of each place, in the order in which they were made; those of a place beyond the stage by themselves.
 * @param {MarkPoint[]} points
 * @param {Size} size
 * @param {number} unit
 * @returns {Heap[]}
 */
function heapsOf(points, size, unit) {
  const {width, height} = size;
  const [near, edge] = [NEAR_PX * fingers(unit), EDGE_PX * unit];
  /** @type {Heap[]} */
  const heaps = [];
  for (const {id, room = Infinity, ...point} of points) {
    /** @type {Point} */
    const place = [point.x, point.y];
    const away = edgeOf(place, size);
    const x = Math.min(width - edge, Math.max(edge, point.x));
    const y = Math.min(height - edge, Math.max(edge, point.y));
    const heap = heaps.find(
      (other) =>
        (other.away === away && Math.hypot(other.x - x, other.y - y) < near) ||
        (other.away && away && between(other.place, place) < near),
    );
    const known = heap?.made.find(({foot}) => between(foot, place) <= SAME_PX * unit);
    if (heap) {
      heap.made.push({id, foot: known?.foot ?? place});
      heap.room = Math.min(heap.room, room);
    } else heaps.push({x, y, away, place, room: away ? Infinity : room, made: [{id, foot: place}]});
  }
  return heaps;
}

/**
 * Whether the marks of a heap, side by side, would cover more than the country under them or are more than a row.
 * @param {Heap} heap
 * @param {Size} size
 * @param {number} unit
 */
function isTooWide({made, away, room}, {width}, unit) {
  if (made.length > (away ? 1 : ROW)) return true;
  const wide = (made.length - 1) * GAP_PX * fingers(unit) + 2 * BACK_PX * unit;
  return made.length > 1 && (wide > SHARE * width || wide / 2 > OVER * room + BACK_PX * unit);
}

/**
 * Whether a mark of a row has its middle, or else much of it, in countries where none of its places lies.
 * @param {Stack} stack
 * @param {number} unit
 * @param {Under} under
 */
export function isAbroad({marks}, unit, under) {
  const homes = [SEA, ...marks.map(({foot}) => homeOf(foot, under, unit))];
  const isForeign = (/** @type {number} */ x, /** @type {number} */ y) => !homes.includes(under(x, y));
  return marks.some(({x, y}) => {
    const around = MUCH_PX.flatMap((dx) => MUCH_PX.map((dy) => isForeign(x + dx * unit, y + dy * unit)));
    return isForeign(x, y) || around.filter(Boolean).length > 1;
  });
}

/**
 * A row as a badge at its place.
 * @param {Stack} stack
 * @param {Size} size
 * @param {number} unit
 * @returns {Stack}
 */
export function fold({away, place, marks}, {width, height}, unit) {
  const edge = EDGE_PX * unit;
  const x = Math.min(width - edge, Math.max(edge, place[0]));
  const y = Math.min(height - edge, Math.max(edge, place[1]));
  const held = [...marks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {x, y, away, place, folded: true, marks: held.map((each) => ({...each, x, y}))};
}

/**
 * The marks of a heap in a row over its place, in the order of their own; the whole stays on the stage. Folded, they
 * are one badge.
 * @param {Heap} heap
 * @param {Size} size
 * @param {number} unit
 * @param {boolean} folded
 * @returns {Stack}
 */
function spread({x, y, away, place, made}, {width, height}, unit, folded) {
  if (folded || made.length === 1) return {x, y, away, place, folded, marks: made.map((each) => ({...each, x, y}))};
  const [gap, edge, hang] = [GAP_PX * fingers(unit), EDGE_PX * unit, HANG_PX * unit];
  const half = ((made.length - 1) * gap) / 2;
  const cx = Math.min(width - edge - half, Math.max(edge + half, x));
  const inside = (/** @type {number} */ at) => Math.min(height - edge, Math.max(edge, at));
  const ys = made.map(({foot}) => inside(foot[1]));
  const cy = inside(Math.min(...ys) < edge + hang / 2 ? Math.max(...ys) + hang : Math.min(...ys) - hang);
  const inOrder = [...made].sort((a, b) => a.foot[0] - b.foot[0]);
  const marks = inOrder.map((each, i) => ({...each, x: cx - half + i * gap, y: cy}));
  return {x: cx, y: cy, away, place, folded, marks, pinned: true};
}

/**
 * Stack statements that fall on (nearly) the same point, and hold places off the stage at its edge, where edge_layout
 * finds them a place. A stack that would cover more than its country is folded, one with a mark in another country, of
 * which that would seem to tell, and the larger of two that would cover each other.
 * @param {MarkPoint[]} points
 * @param {Size} size
 * @param {number} [unit] the size of a mark
 * @param {Under | null} [under]
 * @returns {Stack[]}
 */
export function stackMarks(points, size, unit = 1, under = null) {
  const heaps = heapsOf(points, size, unit);
  const stacks = heaps.map((heap) => {
    const stack = spread(heap, size, unit, isTooWide(heap, size, unit));
    return under && stack.pinned && isAbroad(stack, unit, under) ? spread(heap, size, unit, true) : stack;
  });
  const plates = stacks.map((stack) => plateOf(stack, unit));
  const bySize = stacks.map((_, i) => i).sort((a, b) => stacks[b].marks.length - stacks[a].marks.length || b - a);
  for (const i of bySize) {
    if (stacks[i].folded || heaps[i].made.length === 1) continue;
    const isRival = (/** @type {Box} */ plate, /** @type {number} */ j) =>
      j !== i && !stacks[j].away && meet(plate, plates[i]);
    if (!plates.some(isRival)) continue;
    stacks[i] = spread(heaps[i], size, unit, true);
    plates[i] = plateOf(stacks[i], unit);
  }
  return stacks;
}

/**
 * The plate behind the marks of a stack, with corners of radius `round`.
 * @param {Stack} stack
 * @param {number} unit
 * @returns {Box & {round: number}}
 */
export function plateOf({marks}, unit) {
  const [xs, ys] = [marks.map(({x}) => x), marks.map(({y}) => y)];
  const round = BACK_PX * unit;
  const [x, y] = [Math.min(...xs) - round, Math.min(...ys) - round];
  return {x, y, w: Math.max(...xs) + round - x, h: Math.max(...ys) + round - y, round};
}

/**
 * The places of a stack, and from where to where in its row the marks of each stand.
 * @param {PlacedMark[]} marks
 * @returns {{foot: Point, left: number, right: number}[]}
 */
function groupsOf(marks) {
  return [...new Set(marks.map(({foot}) => foot))].map((foot) => {
    const xs = marks.filter((each) => each.foot === foot).map(({x}) => x);
    return {foot, left: Math.min(...xs), right: Math.max(...xs)};
  });
}

/**
 * The lines that hold the signs of each place of a stack together.
 * @param {Pick<Stack, 'marks'>} stack
 * @returns {[x: number, y: number, toX: number, toY: number][]}
 */
export const threadsOf = ({marks}) =>
  groupsOf(marks).flatMap(({left, right}) => (left < right ? [[left, marks[0].y, right, marks[0].y]] : []));

/**
 * The lines from the places of a stack to the nearest points of the marks of each; none from where they stand.
 * @param {Stack} stack
 * @param {number} unit
 * @returns {Leader[]}
 */
export function pinsOf({marks, away, place, pinned}, unit) {
  if (away) return [];
  return groupsOf(marks).flatMap(({foot, left, right}) => {
    const to = /** @type {Point} */ ([Math.min(right, Math.max(left, foot[0])), marks[0].y]);
    const isHome = !pinned && foot === place;
    return isHome || between(foot, to) <= UNDER_PX * unit ? [] : [/** @type {Leader} */ ([...foot, ...to])];
  });
}

/**
 * What names keep clear of around a mark.
 * @param {{x: number, y: number}} mark
 * @param {number} unit
 * @returns {Box}
 */
export const boxOf = ({x, y}, unit, [across, down] = [MARK_PX, MARK_PX]) => ({
  x: x - across * unit,
  y: y - down * unit,
  w: 2 * across * unit,
  h: 2 * down * unit,
});

/**
 * What names keep clear of around a badge: its number beside a name would be read with it.
 * @param {{x: number, y: number}} badge
 * @param {number} unit
 * @returns {Box}
 */
export const badgeBox = (badge, unit) => boxOf(badge, unit, BADGE_PX);
