// Whose ground lies where in a view: a coarse grid, made once from the paths, so that a name can ask what is under it.

import {keep} from './lookup.mjs';
import {linesIn} from './path_numbers.mjs';

/** @import {View} from '../payload' */
/** @import {Camera, Point} from './camera.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {{width: number, height: number, paths: Record<string, string>, land: string}} Drawn */
/** @typedef {ReturnType<typeof underScreen>} Under */
/**
 * @typedef {{columns: number, rows: number, cells: Uint16Array, indexOf: Map<string, number>}} Ground `cells` has for
 *   each square the index of the unit in whose ground its middle lies
 */

export const CELL = 4; // units of the view to a square's side
export const SEA = 0;
export const ELSEWHERE = 1; // land that is no unit
const FIRST_UNIT = 2;
const ISLE = 2; // px wide is the smallest that is looked for
const SHORE_PX = [0, 4, 8]; // about a place that the coarse grid has at sea
/** The ways from a point to those about it. */
export const AROUND = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/**
 * The grid of a view. What is drawn later lies on top.
 * @param {Drawn} view
 * @returns {Ground}
 */
export function groundOf({width, height, paths, land}) {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const cells = new Uint16Array(columns * rows); // a byte tells too few for all countries of the world
  const turns = new Uint8Array((columns + 1) * rows);
  /** @type {Map<string, number>} */
  const indexOf = new Map();

  function fill(/** @type {string} */ path, /** @type {number} */ index) {
    let [left, right, top, bottom] = [columns, 0, rows, 0];
    for (const ring of linesIn(path)) {
      let x0 = ring[ring.length - 2];
      let y0 = ring[ring.length - 1];
      for (let i = 0; i < ring.length; i += 2) {
        const x1 = ring[i];
        const y1 = ring[i + 1];
        const last = Math.min(rows, Math.ceil(Math.max(y0, y1) / CELL - 0.5));
        // A side turns the squares at which a row changes between inside and outside.
        for (let row = Math.max(0, Math.ceil(Math.min(y0, y1) / CELL - 0.5)); row < last; row += 1) {
          const at = Math.ceil((x0 + (((row + 0.5) * CELL - y0) * (x1 - x0)) / (y1 - y0)) / CELL - 0.5);
          const column = Math.min(columns, Math.max(0, at));
          turns[row * (columns + 1) + column] ^= 1;
          if (column < left) left = column;
          if (column > right) right = column;
          if (row < top) top = row;
          if (row > bottom) bottom = row;
        }
        x0 = x1;
        y0 = y1;
      }
    }
    for (let row = top; row <= bottom; row += 1) {
      let inside = 0;
      for (let column = left; column <= right; column += 1) {
        const at = row * (columns + 1) + column;
        inside ^= turns[at];
        turns[at] = 0;
        if (inside) cells[row * columns + column] = index;
      }
    }
  }
  fill(land, ELSEWHERE);
  Object.entries(paths).forEach(([unit, path], i) => {
    indexOf.set(unit, FIRST_UNIT + i);
    fill(path, FIRST_UNIT + i);
  });
  return {columns, rows, cells, indexOf};
}

/** The ground of a view, made once for all that ask. */
export const groundOfView = keep((/** @type {View} */ view) => groundOf(view));

/**
 * The indices of units; one that is not drawn has no ground.
 * @param {Pick<Ground, 'indexOf'>} ground
 * @param {string[]} units
 */
export function groundsOf({indexOf}, units) {
  /** @type {Set<number>} */
  const grounds = new Set();
  for (const unit of units) {
    const index = indexOf.get(unit);
    if (index) grounds.add(index);
  }
  return grounds;
}

/** @type {WeakMap<Ground['cells'], Uint32Array>} */
const counted = new WeakMap();

/**
 * How large the ground of a unit, by its index, is on the screen, in square px.
 * @param {Ground} ground
 * @param {Camera} camera
 * @returns {(index: number) => number}
 */
export function areaOnScreen({cells, indexOf}, {k}) {
  let counts = counted.get(cells);
  if (!counts) {
    counts = new Uint32Array(FIRST_UNIT + indexOf.size);
    for (const index of cells) counts[index] += 1;
    counted.set(cells, counts);
  }
  const each = counts;
  return (index) => each[index] * (k * CELL) ** 2;
}

/**
 * Tells what lies under a point of the screen, the index of a unit, SEA or ELSEWHERE; whether land of others than those
 * who own some lies under a box, or any land, be it the smallest isle; and how large grounds are, in square px.
 * @param {Ground} ground
 * @param {Camera} camera
 */
export function underScreen(ground, camera) {
  const {columns, rows, cells} = ground;
  const {k, x: left, y: top} = camera;
  const scale = 1 / (k * CELL);
  const step = Math.max(1, Math.floor(ISLE * scale));
  const areaOf = areaOnScreen(ground, camera);
  const square = (/** @type {number} */ px) => Math.floor(px * scale);
  /** Whether a square under a box, of every so many, is as asked. */
  function has(
    /** @type {Box} */ {x, y, w, h},
    /** @type {number} */ each,
    /** @type {(ground: number) => boolean} */ isAsked,
  ) {
    const [last, lowest] = [square(x + w - left), square(y + h - top)];
    for (let row = Math.max(0, square(y - top)); row <= lowest && row < rows; row += each)
      for (let column = Math.max(0, square(x - left)); column <= last && column < columns; column += each)
        if (isAsked(cells[row * columns + column])) return true;
    return false;
  }
  return Object.assign(
    (/** @type {number} */ x, /** @type {number} */ y) => {
      const [column, row] = [Math.floor((x - left) * scale), Math.floor((y - top) * scale)];
      return column < 0 || row < 0 || column >= columns || row >= rows ? SEA : cells[row * columns + column];
    },
    {
      hasOthers: (/** @type {Box} */ box, /** @type {ReadonlySet<number>} */ own) =>
        has(box, step, (ground) => ground !== SEA && !own.has(ground)),
      hasLand: (/** @type {Box} */ box) => has(box, 1, (ground) => ground !== SEA),
      areaOf: (/** @type {ReadonlySet<number>} */ own) => [...own].reduce((sum, index) => sum + areaOf(index), 0),
    },
  );
}

/**
 * The ground of the country of a place.
 * @param {Point} place
 * @param {(x: number, y: number) => number} under
 * @param {number} unit
 */
export function homeOf([x, y], under, unit) {
  for (const far of SHORE_PX)
    for (const [dx, dy] of AROUND) {
      const ground = under(x + dx * far * unit, y + dy * far * unit);
      if (ground !== SEA) return ground;
    }
  return SEA;
}
