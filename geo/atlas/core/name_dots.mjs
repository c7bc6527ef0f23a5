// Countries so narrow that a name upon them would hide them.

/** @import {Wish} from './name_forms.mjs' */
/** @import {Box} from './name_layout.mjs' */

const TINY = 0.6; // of a size wide, a country's leader crosses none,
const DOT = 3; // and so many px around its middle no name stands and no leader runs

export const isTiny = (/** @type {Wish} */ {must, room}, /** @type {number} */ base) => !must && room < TINY * base;

/**
 * The boxes of those that need not stand; none beside a small country that must be told by a number, which comes first.
 * @param {Wish[]} wishes
 * @param {number} base
 * @returns {Box[]}
 */
export function dotsOf(wishes, base) {
  const told = wishes.filter(({must, number, room}) => must && number && room < base);
  const isBeside = (/** @type {Wish} */ {x, y}) => told.some((each) => Math.hypot(each.x - x, each.y - y) < base);
  return wishes
    .filter((wish) => isTiny(wish, base) && !isBeside(wish))
    .map(({x, y}) => ({x: x - DOT, y: y - DOT, w: 2 * DOT, h: 2 * DOT}));
}
