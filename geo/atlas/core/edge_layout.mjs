// Where the names of places beyond the stage stand, beside their marks at its edge: clear of each other, of all marks
// and of what lies over the map, and with no coast or border beneath.

import {boxOf, placeBeyond} from './mark_layout.mjs';
import {meet} from './name_layout.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {ReturnType<typeof placeBeyond>} EdgeName */
/** @typedef {(x: number, y: number) => number} Under whose ground lies under a point, 0 for the sea */

const LINE_PX = 20; // from try to try, up and down
const ASIDE = [0, -1, 1]; // farther away, a name is no longer that of its mark
const COLUMNS = 12; // what lies under a name is asked at so many points across,
const ROWS = 3; // and so many down
const SEA = 0;

/**
 * What lies under a box where that is one thing, the sea or one country; null where it is more.
 * @param {Box} box
 * @param {Under} under
 */
function groundOf({x, y, w, h}, under) {
  const first = under(x, y);
  for (let row = 0; row <= ROWS; row += 1)
    for (let column = 0; column <= COLUMNS; column += 1)
      if (under(x + (column / COLUMNS) * w, y + (row / ROWS) * h) !== first) return null;
  return first;
}

/**
 * The names that find a place, at sea rather than on land; one that finds none is told by its mark alone.
 * @param {Stack[]} stacks those at the edge
 * @param {{citiesOf: (stack: Stack) => string, size: Size, unit: number, blocked: Box[],
 *   under: Under, measure: (text: string) => number}} of
 * @returns {Map<Stack, EdgeName>}
 */
export function placeEdgeNames(stacks, {citiesOf, size, unit, blocked, under, measure}) {
  const taken = [...blocked];
  /** @type {Map<Stack, EdgeName>} */
  const placed = new Map();
  for (const stack of stacks) {
    const name = placeBeyond(stack, citiesOf(stack), size.width, unit, measure);
    const tries = ASIDE.map((line) => line * LINE_PX * unit).map((down) => ({
      ...name,
      y: name.y + down,
      box: {...name.box, y: name.box.y + down},
    }));
    const isOnStage = (/** @type {Box} */ {x, y, w, h}) =>
      x >= 0 && y >= 0 && x + w <= size.width && y + h <= size.height;
    const fitting = tries.filter(({box}) => isOnStage(box) && !taken.some((other) => meet(other, box)));
    const found =
      fitting.find(({box}) => groundOf(box, under) === SEA) ?? fitting.find(({box}) => groundOf(box, under) !== null);
    if (!found) continue;
    taken.push(found.box);
    placed.set(stack, found);
  }
  return placed;
}

/**
 * The boxes of the marks of stacks.
 * @param {Stack[]} stacks
 * @param {number} unit
 */
export const boxesOf = (stacks, unit) => stacks.flatMap(({marks}) => marks.map((mark) => boxOf(mark, unit)));
