// The boxes that are taken on a stage, in squares, so that what comes asks only those near it.

/** @import {Size} from './camera.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {ReturnType<typeof createTaken>} Taken */

const SQUARE = 32; // px

export const meet = (/** @type {Box} */ a, /** @type {Box} */ b) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const holds = (/** @type {Box} */ {x, y, w, h}, /** @type {number} */ px, /** @type {number} */ py) =>
  px >= x && px <= x + w && py >= y && py <= y + h;

/**
 * @param {readonly Box[]} blocked taken from the start: a line may begin in one
 * @param {Size} bounds
 */
export function createTaken(blocked, {width, height}) {
  const [columns, rows] = [Math.floor(width / SQUARE) + 1, Math.floor(height / SQUARE) + 1];
  /** @type {Box[][]} */
  const squares = Array.from({length: columns * rows}, () => []);
  const across = (/** @type {number} */ x) => Math.max(0, Math.min(columns - 1, Math.floor(x / SQUARE)));
  const down = (/** @type {number} */ y) => Math.max(0, Math.min(rows - 1, Math.floor(y / SQUARE)));
  const blocks = new Set(blocked);

  function add(/** @type {Box} */ box) {
    const [left, right, bottom] = [across(box.x), across(box.x + box.w), down(box.y + box.h)];
    for (let row = down(box.y); row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) squares[row * columns + column].push(box);
  }
  blocked.forEach(add);
  return {
    add,
    /** Whether a box meets one that is taken. */
    meets(/** @type {Box} */ box) {
      const [left, right, bottom] = [across(box.x), across(box.x + box.w), down(box.y + box.h)];
      for (let row = down(box.y); row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1)
          for (const other of squares[row * columns + column]) if (meet(other, box)) return true;
      return false;
    },
    /** Whether a box holds a point of a line; not a blocked one that the line starts in. */
    holds(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ fromX, /** @type {number} */ fromY) {
      for (const box of squares[down(y) * columns + across(x)])
        if (holds(box, x, y) && !(blocks.has(box) && holds(box, fromX, fromY))) return true;
      return false;
    },
  };
}
