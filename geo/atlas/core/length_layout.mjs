// Where the lengths of lines stand: beside the middle of each, or nearer to one of its ends, clear of the lines, of
// signs, of one another and of what lies over the map; beside nothing that is off the stage. Boxes and points, in px.

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

const isOn = (/** @type {Size} */ {width, height}, /** @type {Point} */ [x, y]) =>
  x >= 0 && y >= 0 && x <= width && y <= height;

/**
 * Where the length of a line may stand, the best place first: beside its points on the stage.
 * @param {Line} line
 * @param {Size} size
 * @param {number} height of the words
 * @returns {PlacedLength[]}
 */
function triesFor({from: [ax, ay], to: [bx, by], text, width}, size, height) {
  const points = ALONG.map((part) => /** @type {Point} */ ([ax + (bx - ax) * part, ay + (by - ay) * part]));
  const seen = points.filter((point) => isOn(size, point));
  const at = (/** @type {Point} */ [px, py], /** @type {number[]} */ [dx, dy], /** @type {number} */ round) => {
    const x = px + dx * (width / 2 + BESIDE_PX * round);
    const y = py + dy * ABOVE_PX * round;
    return {text, x, y, box: {x: x - width / 2, y: y - height / 2, w: width, h: height}};
  };
  return ROUNDS.flatMap((round) => SIDES.flatMap((side) => seen.map((point) => at(point, side, round))));
}

/**
 * The lengths of the lines that are on the stage.
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
  const isInside = (/** @type {Box} */ {x, y, w, h}) => isOn(size, [x, y]) && isOn(size, [x + w, y + h]);
  return lines.flatMap((line) => {
    const tries = triesFor(line, size, height);
    const clearOf = (/** @type {typeof all} */ others) => tries.find(({box}) => isInside(box) && !others.meets(box));
    const placed = clearOf(all) ?? clearOf(signs) ?? tries[0];
    if (!placed) return [];
    for (const each of [signs, all]) each.add(placed.box);
    return [placed];
  });
}
