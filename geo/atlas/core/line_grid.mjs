// Where lines run over a stage: a coarse grid, so that a name can ask whether one crosses its box.
// geo/drawing/line_grid.py has the same rules; tests/cases/names.json holds both to them.

import {linesIn} from './path_numbers.mjs';

/** @import {Camera, Size} from './camera.mjs' */
/** @import {Box} from './name_layout.mjs' */
/**
 * @typedef {((box: Box) => boolean) & {hides: (box: Box, px: number) => boolean}} Crosses whether a line crosses a box,
 *   and whether of lines with two ends so many px lie in it
 */

const SQUARE = 4; // px
const STEP = 3; // px along a line
const HALF = 3; // px of a line's own width, on each side
const END = 2; // in a square, that of a line with two ends

/**
 * Tells whether a closed line, or one of those that have two `ends`, which are fronts, crosses a box, and whether that
 * would hide more than so much of a front; null where there are none.
 * @param {string[]} closed paths in units of the view
 * @param {Camera} camera
 * @param {Size} size
 * @param {string[]} [ends]
 * @returns {Crosses | null}
 */
export function lineGrid(closed, {k, x, y}, {width, height}, ends = []) {
  if (!closed.length && !ends.length) return null;
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const squares = new Uint8Array(columns * rows);
  const lines = [closed, ends].flatMap((paths, hasEnds) =>
    paths.flatMap(linesIn).map((line) => ({line, last: line.length - 2 * hasEnds, kind: hasEnds ? END : 1})),
  );
  for (const {line, last, kind} of lines) {
    for (let i = 0; i < last; i += 2) {
      const j = (i + 2) % line.length;
      const [ax, ay, bx, by] = [line[i] * k + x, line[i + 1] * k + y, line[j] * k + x, line[j + 1] * k + y];
      if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > width || Math.min(ay, by) > height)
        continue;
      const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / STEP);
      for (let step = 0; step < steps; step += 1) {
        const column = Math.floor((ax + ((bx - ax) * step) / steps) / SQUARE);
        const row = Math.floor((ay + ((by - ay) * step) / steps) / SQUARE);
        if (column >= 0 && row >= 0 && column < columns && row < rows) squares[row * columns + column] |= kind;
      }
    }
  }
  /** Whether more than so many squares of some kinds lie in a box. */
  function has(
    /** @type {Box} */ {x: boxX, y: boxY, w, h},
    /** @type {number} */ half,
    /** @type {number} */ kinds,
    /** @type {number} */ most,
  ) {
    const left = Math.max(0, Math.floor((boxX - half) / SQUARE));
    const right = Math.min(columns - 1, Math.floor((boxX + w + half) / SQUARE));
    const bottom = Math.min(rows - 1, Math.floor((boxY + h + half) / SQUARE));
    let found = 0;
    for (let row = Math.max(0, Math.floor((boxY - half) / SQUARE)); row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        if (squares[row * columns + column] & kinds && (found += 1) > most) return true;
    return false;
  }
  return Object.assign((/** @type {Box} */ box) => has(box, HALF, END | 1, 0), {
    hides: (/** @type {Box} */ box, /** @type {number} */ px) => ends.length > 0 && has(box, 0, END, px / SQUARE),
  });
}
