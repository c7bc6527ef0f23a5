// Where the lengths of lines stand: beside the middle of each, or nearer to one of its ends, clear of the lines, of
// signs, of one another and of what lies over the map. Boxes and points, in px.

import {boxesAlong} from './force_layout.mjs';
import {createTaken} from './name_taken.mjs';

/** @import {Box} from './name_layout.mjs' */
/** @import {Point, Size} from './camera.mjs' */
/** @typedef {{from: Point, to: Point, text: string, width: number}} Line `width` is that of its words */
/** @typedef {{text: string, x: number, y: number, box: Box}} PlacedLength x and y are the middle of its words */

const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]; // of a line, from its beginning
const ABOVE_PX = 10; // from the line to the middle of its length
const BESIDE_PX = 6; // and from the line to the end of its words
const SIDES = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
];
const ROUNDS = [1, 2, 3.2, 4.6]; // times as far

/**
 * Where the length of a line may stand, the best place first.
 * @param {Line} line
 * @param {number} height of the words
 * @returns {PlacedLength[]}
 */
function triesFor({from: [ax, ay], to: [bx, by], text, width}, height) {
  const at = (/** @type {number} */ part, /** @type {number[]} */ [dx, dy], /** @type {number} */ round) => {
    const x = ax + (bx - ax) * part + dx * (width / 2 + BESIDE_PX * round);
    const y = ay + (by - ay) * part + dy * ABOVE_PX * round;
    return {text, x, y, box: {x: x - width / 2, y: y - height / 2, w: width, h: height}};
  };
  return ROUNDS.flatMap((round) => SIDES.flatMap((side) => ALONG.map((part) => at(part, side, round))));
}

/**
 * @param {Line[]} lines
 * @param {Box[]} taken
 * @param {Size} size
 * @param {number} height of the words
 * @returns {PlacedLength[]}
 */
export function placeLengths(lines, taken, size, height) {
  if (!lines.length) return [];
  const drawn = lines.flatMap(({from, to}) => boxesAlong([...from, ...to]));
  const [signs, all] = [taken, [...taken, ...drawn]].map((boxes) => createTaken(boxes, size));
  const isOn = (/** @type {Box} */ {x, y, w, h}) => x >= 0 && y >= 0 && x + w <= size.width && y + h <= size.height;
  return lines.map((line) => {
    const tries = triesFor(line, height);
    const clearOf = (/** @type {typeof all} */ others) => tries.find(({box}) => isOn(box) && !others.meets(box));
    const placed = clearOf(all) ?? clearOf(signs) ?? tries[0];
    for (const each of [signs, all]) each.add(placed.box);
    return placed;
  });
}
