// Where the names of places beyond the stage stand, beside their marks at its edge: clear of each other, of all marks
// and of what lies over the map.

import {boxOf, placeBeyond} from './mark_layout.mjs';
import {meet} from './name_layout.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {ReturnType<typeof placeBeyond>} EdgeName */

const LINE_PX = 20; // from try to try, up and down
const ASIDE = [0, -1, 1]; // farther away, a name is no longer that of its mark

/**
 * The names that find a place; one that finds none is told by its mark alone.
 * @param {Stack[]} stacks those at the edge
 * @param {{citiesOf: (stack: Stack) => string, size: Size, unit: number, blocked: Box[],
 *   measure: (text: string) => number}} of
 * @returns {Map<Stack, EdgeName>}
 */
export function placeEdgeNames(stacks, {citiesOf, size, unit, blocked, measure}) {
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
    const found = tries.find(({box}) => isOnStage(box) && !taken.some((other) => meet(other, box)));
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
