// Whether ground on a map is large enough for its hatch to be told from a speck: what is smaller has no row in a key.
// geo/drawing/legible_hatch.py has the same rule; tests/cases/legible_hatch.json holds both to it.

import {keep} from './lookup.mjs';
import {ringsOf} from './rings.mjs';

const TILES = 2; // of a hatch, that make a sample of it

/** The area of path data, in its units squared; a hole counts as ground. */
const areaOf = keep((/** @type {string} */ path) => {
  let area = 0;
  for (const {points} of ringsOf(path)) {
    let twice = 0;
    points.forEach(([x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length];
      twice += x * nextY - nextX * y;
    });
    area += Math.abs(twice) / 2;
  }
  return area;
});

/**
 * Whether ground covers a sample of a hatch, where a unit of its path data takes `k` px as a map is read.
 * @param {string} path
 * @param {number} k
 * @param {{tile: number}} hatch
 */
export const isLegible = (path, k, {tile}) => areaOf(path) * k * k >= TILES * tile ** 2;
