// Where the marks of statements stand: stacks of those made in one place, arcs to whom they name. Boxes and points, in
// px.

/** @import {Box} from './name_layout.mjs' */
/** @import {Point, Size} from './camera.mjs' */
/** @typedef {{id: string, x: number, y: number}} PlacedMark */
/** @typedef {'' | 'left' | 'right' | 'top' | 'bottom'} Edge */
/** @typedef {{x: number, y: number, away: Edge, ids: string[]}} Heap statements made at nearly the same point */
/** @typedef {{x: number, y: number, away: Edge, marks: PlacedMark[]}} Stack */

const NEAR_PX = 22; // closer places share a stack
const GAP_PX = 25; // a stack's marks are targets of their own
const ROW = 4;
const EDGE_PX = 20;
// What is held at the stage's edge keeps out of the upper corners: [distance from the side, height].
const LEFT_CORNER = [190, 108]; // the members beyond the map,
const PHONE_PX = 430; // which a phone does not show
const RIGHT_CORNERS = [
  [62, 184],
  [250, 72],
]; // the tools, the menu
const LETTER_PX = 7; // of a city's name, with room to spare
const BACK_PX = 12; // from a mark's middle to the edge of the plate behind a stack
const MARK_PX = 11; // and to the edge of what names keep clear of
const LEAST_ARC_PX = 2 * NEAR_PX; // a shorter arc says nothing
const LIFT = 0.16; // of an arc's length, how far it bends
const SIGNS = {left: '←', right: '→', top: '↑', bottom: '↓', '': ''};

/**
 * The edge beyond which a place lies, by how far it was moved to stand on the stage; empty for a place on it.
 * @param {number} dx
 * @param {number} dy
 * @param {number} edge
 * @returns {Edge}
 */
function edgeOf(dx, dy, edge) {
  if (Math.hypot(dx, dy) <= edge) return '';
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < 0 ? 'top' : 'bottom';
}

/**
 * How high a place held at the edge may stand.
 * @param {number} x
 * @param {number} width
 * @param {number} edge
 */
function highest(x, width, edge) {
  const corners = [
    ...(width > PHONE_PX && x < LEFT_CORNER[0] ? [LEFT_CORNER] : []),
    ...RIGHT_CORNERS.filter(([wide]) => width - x < wide),
  ];
  return Math.max(edge, ...corners.map(([, high]) => high));
}

/**
 * The marks of a stack in rows, each centred on its place; the whole stays on the stage.
 * @param {Heap} heap
 * @param {Size} size
 * @param {number} gap
 * @param {number} edge
 * @returns {Stack}
 */
function spreadStack({x, y, away, ids}, {width, height}, gap, edge) {
  const rows = Math.ceil(ids.length / ROW);
  const half = ((Math.min(ROW, ids.length) - 1) * gap) / 2;
  const tall = ((rows - 1) * gap) / 2;
  const cx = Math.min(width - edge - half, Math.max(edge + half, x));
  const cy = Math.min(height - edge - tall, Math.max(edge + tall, y));
  const marks = ids.map((id, i) => {
    const row = Math.floor(i / ROW);
    const inRow = Math.min(ROW, ids.length - row * ROW);
    return {id, x: cx + ((i % ROW) - (inRow - 1) / 2) * gap, y: cy + row * gap - tall};
  });
  return {x: cx, y: cy, away, marks};
}

/**
 * Stack statements that fall on (nearly) the same point, and hold places off the stage at its edge.
 * @param {PlacedMark[]} points
 * @param {Size} size
 * @param {number} [unit] the size of a mark
 * @returns {Stack[]}
 */
export function stackMarks(points, size, unit = 1) {
  const {width, height} = size;
  const [near, gap, edge] = [NEAR_PX * unit, GAP_PX * unit, EDGE_PX * unit];
  /** @type {Heap[]} */
  const stacks = [];
  for (const point of points) {
    const x = Math.min(width - edge, Math.max(edge, point.x));
    const held = x !== point.x || point.y < edge;
    const y = Math.min(height - edge, Math.max(held ? highest(x, width, edge) : edge, point.y));
    const away = edgeOf(point.x - x, point.y - y, edge);
    const stack = stacks.find((other) => Math.hypot(other.x - x, other.y - y) < near);
    if (stack) stack.ids.push(point.id);
    else stacks.push({x, y, away, ids: [point.id]});
  }
  return stacks.map((stack) => spreadStack(stack, size, gap, edge));
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
 * The name of a place beyond the stage, beside its marks: the text, where it begins or ends, and the box it takes.
 * @param {Stack} stack
 * @param {string} cities
 * @param {number} width of the stage
 * @param {number} unit
 * @returns {{text: string, x: number, y: number, onLeft: boolean, box: Box}}
 */
export function placeBeyond({away, marks}, cities, width, unit) {
  const [left, right] = [Math.min(...marks.map(({x}) => x)), Math.max(...marks.map(({x}) => x))];
  const onLeft = right < width / 2;
  const [x, y] = [onLeft ? right + 17 * unit : left - 17 * unit, marks[0].y];
  const text = onLeft ? `${SIGNS[away]} ${cities}` : `${cities} ${SIGNS[away]}`;
  const w = text.length * LETTER_PX * unit;
  return {text, x, y, onLeft, box: {x: onLeft ? x : x - w, y: y - 9 * unit, w, h: 18 * unit}};
}

/**
 * Whether an arc between two points is long enough to be drawn.
 * @param {Point} from
 * @param {Point} to
 * @param {number} unit
 */
export const isArc = (from, to, unit) => Math.hypot(to[0] - from[0], to[1] - from[1]) >= LEAST_ARC_PX * unit;

/**
 * A gentle arc between two points: SVG path data.
 * @param {Point} from
 * @param {Point} to
 */
export function arcPath([ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const [cx, cy] = [(ax + bx) / 2 + dy * LIFT, (ay + by) / 2 - Math.abs(dx) * LIFT - Math.abs(dy) * 0.02];
  return `M${ax.toFixed(1)} ${ay.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${bx.toFixed(1)} ${by.toFixed(1)}`;
}
