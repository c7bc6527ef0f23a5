// A ring of path data without the borders along which two who joined have one line between them. geo/drawing/apart.py
// has the same, and tests/cases/line_rooms.json holds both to it. Pure.

import {ringsOf} from './rings.mjs';

/** @typedef {[x: number, y: number]} Corner */

const sideOf = (/** @type {Corner} */ from, /** @type {Corner} */ to) => `${from} ${to}`;

/** The straight lines of borders, each in both directions. */
const sidesOf = (/** @type {string[]} */ borders) =>
  new Set(
    borders.flatMap((border) => {
      const whole = border.split(/(?=M)/).map((line) => line.endsWith('z'));
      return ringsOf(border).flatMap(({points}, at) =>
        points.slice(whole[at] ? 0 : 1).flatMap((corner, i) => {
          const other = whole[at] ? points.at(i - 1) : points[i];
          return [sideOf(/** @type {Corner} */ (other), corner), sideOf(corner, /** @type {Corner} */ (other))];
        }),
      );
    }),
  );

/**
 * The lines of a ring along which none of some borders runs, as path data; the ring itself where none does.
 * @param {string} ring
 * @param {string[]} borders
 * @returns {string[]}
 */
export function apartFrom(ring, borders) {
  const sides = sidesOf(borders);
  const [{points}] = ringsOf(ring);
  const isShared = points.map((corner, i) => sides.has(sideOf(corner, points[(i + 1) % points.length])));
  const first = isShared.indexOf(true);
  if (first < 0) return [ring];
  /** @type {string[]} */
  const lines = [];
  for (let step = 1; step < points.length; step += 1) {
    const at = (first + step) % points.length;
    if (isShared[at]) continue;
    const [[x, y], [toX, toY]] = [points[at], points[(at + 1) % points.length]];
    if (isShared.at(at - 1)) lines.push(`M${x} ${y}l`);
    else lines[lines.length - 1] += ' ';
    lines[lines.length - 1] += `${toX - x} ${toY - y}`;
  }
  return lines.map((line) => line.replaceAll(' -', '-'));
}
