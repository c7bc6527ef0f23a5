// Where the marks of statements stand: stacks of those made in one place, which several tell by a pin from there to
// their string, folded into a badge where they would cover more than the country under them or one another. Boxes and
// points, in px. The server's pictures follow the same rules
// (geo/drawing/mark_layout.py); tests/golden/mark_layout.json holds the two together.

import {meet} from './name_taken.mjs';

/** @import {Box} from './name_layout.mjs' */
/** @import {Point, Size} from './camera.mjs' */
/** @typedef {{id: string, x: number, y: number}} PlacedMark */
/** @typedef {PlacedMark & {room?: number}} MarkPoint `room` is how far it is to the next country */
/** @typedef {'' | 'left' | 'right' | 'top' | 'bottom'} Edge */
/**
 * @typedef {{x: number, y: number, away: Edge, place: Point, room: number, ids: string[]}} Heap made at nearly one
 *   point; `away` is the edge that it lies beyond, `place` where it lies there
 */
/**
 * @typedef {Omit<Heap, 'room' | 'ids'> & {folded: boolean, marks: PlacedMark[], from?: {x: number, y: number}}} Stack
 *   `from` is where one belongs that does not stand there
 */

const NEAR_PX = 24; // closer places share a stack: two badges that stand apart never meet
const GAP_PX = 25; // a stack's marks are targets of their own
const HANG_PX = 20; // from a place up to the string of its marks, or down where there is not half of it
const ROW = 4;
const EDGE_PX = 20;
const OVER = 2; // a stack may reach this many times as far as it is to the next country,
const SHARE = 0.15; // and take this part of the stage's width
const BACK_PX = 12; // from a mark's middle to the edge of the plate behind a stack
const MARK_PX = 11; // and to the edge of what names keep clear of;
const BADGE_PX = 15; // from a badge's
const ARROWS = {left: '←', right: '→', top: '↑', bottom: '↓', '': ''}; // the typeface has none aslant

const pointOf = (/** @type {Point} */ [x, y]) => ({x, y});

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
        (other.away && away && Math.hypot(other.place[0] - place[0], other.place[1] - place[1]) < near),
    );
    if (heap) heap.ids.push(id);
    else heaps.push({x, y, away, place, room: away ? Infinity : room, ids: [id]});
  }
  return heaps;
}

/**
 * Whether the marks of a heap, side by side, would cover more than the country under them or are more than a row.
 * @param {Heap} heap
 * @param {Size} size
 * @param {number} unit
 */
function isTooWide({ids, away, room}, {width}, unit) {
  const wide = (Math.min(ROW, ids.length) - 1) * GAP_PX * fingers(unit) + 2 * BACK_PX * unit;
  if (!away && ids.length > ROW) return true; // on a thread from row to row they look like a route
  return ids.length > 1 && (wide > SHARE * width || wide / 2 > OVER * room + BACK_PX * unit);
}

/**
 * The marks of a heap in rows, each in the middle over its place; the whole stays on the stage. Folded, they are one
 * badge.
 * @param {Omit<Heap, 'room'>} heap
 * @param {Size} size
 * @param {number} unit
 * @param {boolean} folded
 * @returns {Stack}
 */
export function spreadStack({x, y, away, place, ids}, {width, height}, unit, folded) {
  if (folded) return {x, y, away, place, folded, marks: ids.map((id) => ({id, x, y}))};
  const [gap, edge] = [GAP_PX * fingers(unit), EDGE_PX * unit];
  const rows = Math.ceil(ids.length / ROW);
  const half = ((Math.min(ROW, ids.length) - 1) * gap) / 2;
  const tall = ((rows - 1) * gap) / 2;
  const cx = Math.min(width - edge - half, Math.max(edge + half, x));
  const hung = away || ids.length === 1 ? 0 : HANG_PX * unit * (y < edge + (HANG_PX / 2) * unit ? 1 : -1);
  const cy = Math.min(height - edge - tall, Math.max(edge + tall, y + hung));
  const marks = ids.map((id, i) => {
    const row = Math.floor(i / ROW);
    const inRow = Math.min(ROW, ids.length - row * ROW);
    return {id, x: cx + ((i % ROW) - (inRow - 1) / 2) * gap, y: cy + row * gap - tall};
  });
  const stack = {x: cx, y: cy, away, place, folded, marks};
  return hung ? {...stack, from: pointOf(place)} : stack;
}

/**
 * Stack statements that fall on (nearly) the same point, and hold places off the stage at its edge, where edge_layout
 * finds them a place. A stack that would cover more than its country is folded, and so is the larger of two that would
 * cover each other.
 * @param {MarkPoint[]} points
 * @param {Size} size
 * @param {number} [unit] the size of a mark
 * @returns {Stack[]}
 */
export function stackMarks(points, size, unit = 1) {
  const heaps = heapsOf(points, size, unit);
  const stacks = heaps.map((heap) => spreadStack(heap, size, unit, isTooWide(heap, size, unit)));
  const plates = stacks.map((stack) => plateOf(stack, unit));
  const bySize = stacks.map((_, i) => i).sort((a, b) => stacks[b].marks.length - stacks[a].marks.length || b - a);
  for (const i of bySize) {
    if (stacks[i].folded || heaps[i].ids.length === 1) continue;
    const isRival = (/** @type {Box} */ plate, /** @type {number} */ j) =>
      j !== i && Boolean(stacks[j].away) === Boolean(stacks[i].away) && meet(plate, plates[i]);
    if (!plates.some(isRival)) continue;
    stacks[i] = spreadStack(heaps[i], size, unit, true);
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
 * The lines that hold the signs of a stack together: one through each row, and one from row to row.
 * @param {PlacedMark[]} marks
 * @returns {[x: number, y: number, toX: number, toY: number][]}
 */
export function threadsOf(marks) {
  const rows = [...new Set(marks.map(({y}) => y))].map((y) => marks.filter((each) => each.y === y));
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const middle = (first[0].x + first[first.length - 1].x) / 2;
  const through = rows.map((row) => [row[0].x, row[0].y, row[row.length - 1].x, row[0].y]);
  return /** @type {ReturnType<typeof threadsOf>} */ (
    rows.length > 1 ? [...through, [middle, first[0].y, middle, last[0].y]] : through
  );
}

/**
 * What names keep clear of around a mark.
 * @param {PlacedMark} mark
 * @param {number} unit
 * @returns {Box}
 */
export const boxOf = ({x, y}, unit) => ({
  x: x - MARK_PX * unit,
  y: y - MARK_PX * unit,
  w: 2 * MARK_PX * unit,
  h: 2 * MARK_PX * unit,
});

/**
 * What names keep clear of around a badge: its number beside a name would be read with it.
 * @param {{x: number, y: number}} badge
 * @param {number} unit
 * @returns {Box}
 */
export const badgeBox = ({x, y}, unit) => boxOf({id: '', x, y}, (unit * BADGE_PX) / MARK_PX);

/**
 * The name of a place beyond the stage, beside its marks, with an arrow to it: the text, where it begins or ends, and
 * the box it takes.
 * @param {Pick<Stack, 'place' | 'marks'>} stack
 * @param {string} cities
 * @param {Size} size
 * @param {number} unit
 * @param {(text: string) => number} measure
 * @returns {{text: string, x: number, y: number, onLeft: boolean, box: Box}}
 */
export function placeBeyond({place, marks}, cities, size, unit, measure) {
  const [left, right] = [Math.min(...marks.map(({x}) => x)), Math.max(...marks.map(({x}) => x))];
  const onLeft = right < size.width / 2;
  const [x, y] = [onLeft ? right + 17 * unit : left - 17 * unit, marks[0].y];
  const arrow = ARROWS[edgeOf(place, size)];
  const text = (onLeft ? [arrow, cities] : [cities, arrow]).filter(Boolean).join(' ');
  const w = measure(text);
  return {text, x, y, onLeft, box: {x: onLeft ? x : x - w, y: y - 9 * unit, w, h: 18 * unit}};
}
