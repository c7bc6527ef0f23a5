// Whether ground on a map is large enough for its hatch to be told from a speck: a key names it, and counts the rest.
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
 * Whether ground covers a sample of a hatch, where a unit of its path data takes `k` px of that.
 * @param {string} path
 * @param {number} k
 * @param {{tile: number}} hatch
 */
export const isLegible = (path, k, {tile}) => areaOf(path) * k * k >= TILES * tile ** 2;

/**
 * Those of some grounds that a key counts: what is too small for its hatch to be told. The largest is named in any
 * case, and nobody counts one alone.
 * @template {{path: string}} Ground
 * @param {Ground[]} grounds
 * @param {number} k
 * @param {{tile: number}} hatch
 * @returns {Ground[]}
 */
export function countedOnly(grounds, k, hatch) {
  const most = Math.max(...grounds.map(({path}) => areaOf(path)));
  const largest = grounds.find(({path}) => areaOf(path) === most);
  const small = grounds.filter((ground) => ground !== largest && !isLegible(ground.path, k, hatch));
  return small.length > 1 ? small : [];
}
