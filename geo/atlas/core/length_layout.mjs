// Where the lengths of lines stand: beside the middle of each, or nearer to one of its ends, or upon it, clear of ends,
// signs, one another, what lies over the map and, if it can be, of outlines; never away from the line, and beside
// nothing that is off the stage. One that finds no room is told beside the map alone. Boxes and points, in px.

import {boxesAlong} from './force_layout.mjs';
import {createTaken, meet} from './name_taken.mjs';

/** @import {Crosses} from './line_grid.mjs' */
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
const ROUNDS = [1, 1.6]; // times as far
const END_PX = 6; // from the end of a line to the edge of its dot

const isOn = (/** @type {Size} */ {width, height}, /** @type {Point} */ [x, y]) =>
  x >= 0 && y >= 0 && x <= width && y <= height;

/**
 * Where the length of a line may stand, the best place first: beside its points on the stage, and upon these.
 * @param {Line} line
 * @param {Size} size
 * @param {number} height of the words
 * @returns {{beside: PlacedLength[], upon: PlacedLength[]}}
 */
function triesFor({from: [ax, ay], to: [bx, by], text, width}, size, height) {
  const points = ALONG.map((part) => /** @type {Point} */ ([ax + (bx - ax) * part, ay + (by - ay) * part]));
  const seen = points.filter((point) => isOn(size, point));
  const at = (/** @type {Point} */ [px, py], /** @type {number[]} */ [dx, dy], /** @type {number} */ round) => {
    const x = px + dx * (width / 2 + BESIDE_PX * round);
    const y = py + dy * ABOVE_PX * round;
    return {text, x, y, box: {x: x - width / 2, y: y - height / 2, w: width, h: height}};
  };
  return {
    beside: ROUNDS.flatMap((round) => SIDES.flatMap((side) => seen.map((point) => at(point, side, round)))),
    upon: seen.map((point) => at(point, [0, 0], 0)),
  };
}

const endBoxes = (/** @type {Line} */ {from, to}) =>
  [from, to].map(([x, y]) => ({x: x - END_PX, y: y - END_PX, w: 2 * END_PX, h: 2 * END_PX}));

/**
 * The lengths of the lines that are on the stage.
 * @param {Line[]} lines
 * @param {Box[]} taken
 * @param {Size} size
 * @param {number} height of the words
 * @param {Crosses | null} [crosses] tells whether an outline crosses a box
 * @returns {PlacedLength[]}
 */
export function placeLengths(lines, taken, size, height, crosses = null) {
  if (!lines.length) return [];
  const drawn = lines.map(({from, to}) => boxesAlong([...from, ...to]));
  const ends = lines.flatMap(endBoxes);
  const [signs, all] = [[], drawn.flat()].map((boxes) => createTaken([...taken, ...ends, ...boxes], size));
  const isInside = (/** @type {Box} */ {x, y, w, h}) => isOn(size, [x, y]) && isOn(size, [x + w, y + h]);
  return lines.flatMap((line, i) => {
    const {beside, upon} = triesFor(line, size, height);
    const others = drawn.filter((_, j) => j !== i).flat();
    const isBeside = (/** @type {PlacedLength} */ {box}) => isInside(box) && !all.meets(box);
    const isUpon = (/** @type {PlacedLength} */ {box}) =>
      isInside(box) && !signs.meets(box) && !others.some((other) => meet(other, box));
    const good = [...beside.filter(isBeside), ...upon.filter(isUpon)];
    const placed =
      good.find(({box}) => !crosses?.(box)) ?? good[0] ?? beside.find(({box}) => isInside(box) && !signs.meets(box));
    if (!placed) return [];
    for (const each of [signs, all]) each.add(placed.box);
    return [placed];
  });
}
