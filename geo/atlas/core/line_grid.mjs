// Where lines run over a stage: a coarse grid, so that a name can ask whether one crosses its box.
// geo/drawing/line_grid.py has the same rules; tests/cases/names.json holds both to them.

import {ringsOf} from './ground.mjs';
import {keep} from './lookup.mjs';

/** @import {Camera, Size} from './camera.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {(box: Box) => boolean} Crosses */

const SQUARE = 4; // px
const STEP = 3; // px along a line
const HALF = 3; // px of a line's own width, on each side

const ringsOfPath = keep(ringsOf);

/**
 * Tells whether one of the closed lines of some paths crosses a box; null where there are none.
 * @param {string[]} paths in units of the view
 * @param {Camera} camera
 * @param {Size} size
 * @returns {Crosses | null}
 */
export function lineGrid(paths, {k, x, y}, {width, height}) {
  if (!paths.length) return null;
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const squares = new Uint8Array(columns * rows);
  for (const ring of paths.flatMap(ringsOfPath)) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const [ax, ay, bx, by] = [ring[i] * k + x, ring[i + 1] * k + y, ring[j] * k + x, ring[j + 1] * k + y];
      if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > width || Math.min(ay, by) > height)
        continue;
      const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / STEP);
      for (let step = 0; step < steps; step += 1) {
        const column = Math.floor((ax + ((bx - ax) * step) / steps) / SQUARE);
        const row = Math.floor((ay + ((by - ay) * step) / steps) / SQUARE);
        if (column >= 0 && row >= 0 && column < columns && row < rows) squares[row * columns + column] = 1;
      }
    }
  }
  return (box) => {
    const left = Math.max(0, Math.floor((box.x - HALF) / SQUARE));
    const right = Math.min(columns - 1, Math.floor((box.x + box.w + HALF) / SQUARE));
    const bottom = Math.min(rows - 1, Math.floor((box.y + box.h + HALF) / SQUARE));
    for (let row = Math.max(0, Math.floor((box.y - HALF) / SQUARE)); row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) if (squares[row * columns + column]) return true;
    return false;
  };
}
