// The coasts of a view, square by square: a part of the map is drawn without what lies elsewhere, nor what the fills
// hide. Pure.

import {linesIn} from './path_numbers.mjs';

/** @import {View} from '../payload' */

const SQUARE = 256; // units of the view to its side
const WIDEST = 2 ** 14; // more than twice the units of any view: all that is told apart is a small number
const INLAND = -1;

/** What tells the side of a line between two corners from all others: twice its middle. */
const sideOf = (/** @type {number[]} */ line, /** @type {number} */ i, /** @type {number} */ j) =>
  (line[i] + line[j]) * WIDEST + line[i + 1] + line[j + 1];

/** The sides of borders. */
function sidesOf(/** @type {string[]} */ borders) {
  const sides = new Set();
  for (const line of borders.flatMap(linesIn))
    for (let i = 2; i < line.length; i += 2) sides.add(sideOf(line, i - 2, i));
  return sides;
}

/**
 * The path of each square in which land of some paths ends at the sea.
 * @param {string[]} paths
 * @param {Pick<View, 'borders'>} of
 * @returns {string[]}
 */
export function coastsOf(paths, {borders}) {
  const inland = sidesOf(Object.values(borders));
  /** @type {Map<number, string>} */
  const squares = new Map();
  for (const ring of paths.flatMap(linesIn)) {
    const {length} = ring;
    const around = ring.slice(-4).concat(ring, ring.slice(0, 2));
    let [from, square] = [0, 0];
    for (let i = 0; i <= length; i += 2) {
      const isCoast = i < length && !inland.has(sideOf(around, i + 2, i + 4));
      const next = isCoast ? Math.floor(ring[i] / SQUARE) * WIDEST + Math.floor(ring[i + 1] / SQUARE) : INLAND;
      if (i && next === square && i < length) continue;
      // A side more at both ends, so that lines meet in a corner.
      if (i && square !== INLAND) squares.set(square, `${squares.get(square) ?? ''}M${around.slice(from, i + 6)}`);
      [from, square] = [i, next];
    }
  }
  return [...squares.values()];
}
