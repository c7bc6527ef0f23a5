// How much ground lies beside a line: where it is little, the line is narrower. geo/drawing/line_room.py has the same,
// and tests/cases/line_rooms.json and line_fineness.json hold both to it. Pure.

import {keep} from './lookup.mjs';
import {ringsOf} from './rings.mjs';

const TENTHS = 10;
const ROOMY_PX = 5.5; // of room of the middle one of a map's lands: with less its lines are finer,
const FINEST = 0.35; // down to this part of their width

/** What part of their width the lines of a map have whose lands have so many px of room. */
export const fineness = (/** @type {number} */ room) => Math.max(FINEST, Math.min(1, room / ROOMY_PX));

/** @typedef {[x: number, y: number]} Corner */

/**
 * Twice the area of a ring.
 * @param {Corner[]} points
 */
function areaOf(points) {
  let doubled = 0;
  let [x, y] = points[points.length - 1];
  for (const [nextX, nextY] of points) {
    doubled += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return Math.abs(doubled);
}

/**
 * Twice the area of a ring over the length of its line: the radius of a disc.
 * @param {Corner[]} points
 */
function roomOf(points) {
  let around = 0;
  let [x, y] = points[points.length - 1];
  for (const [nextX, nextY] of points) {
    around += Math.sqrt((nextX - x) ** 2 + (nextY - y) ** 2);
    [x, y] = [nextX, nextY];
  }
  return around ? Math.floor((TENTHS * areaOf(points)) / around + 0.5) / TENTHS : 0;
}

/**
 * How much room each ring of path data has for what runs along it, in its units: a band of a part of this width takes
 * twice that part of the ground.
 * @param {string} path
 * @returns {number[]}
 */
export const roomsOf = (path) => ringsOf(path).map(({points}) => roomOf(points));

/**
 * Which ring of path data is the largest.
 * @param {string} path
 * @returns {number}
 */
export const largestAt = keep((/** @type {string} */ path) => {
  const areas = ringsOf(path).map(({points}) => areaOf(points));
  return areas.indexOf(Math.max(...areas));
});

/** A corner in the middle of the longest line of a border. */
function middleOf(/** @type {string} */ border) {
  const {points} = ringsOf(border).reduce((most, line) => (line.points.length > most.points.length ? line : most));
  return points[Math.floor(points.length / 2)];
}

/**
 * Which ring of path data a border runs along; -1 for none.
 * @param {string} path
 * @param {string} border path data of a part of it
 * @returns {number}
 */
export function ringAlong(path, border) {
  const [x, y] = middleOf(border);
  return ringsOf(path).findIndex(
    ({points, box: {left, right, top, bottom}}) =>
      left <= x && x <= right && top <= y && y <= bottom && points.some(([px, py]) => px === x && py === y),
  );
}

/**
 * The room of the smaller piece of land, apart from its country, that a border runs along; undefined for none.
 * @param {string} border
 * @param {string[]} paths of the countries on its two sides
 * @param {boolean} [isWhole] whether their largest land is asked, too
 * @returns {number | undefined}
 */
export function roomBeside(border, paths, isWhole = false) {
  const rooms = paths.flatMap((path) => {
    const at = ringAlong(path, border);
    return at < 0 || (!isWhole && at === largestAt(path)) ? [] : [roomOf(ringsOf(path)[at].points)];
  });
  return rooms.length ? Math.min(...rooms) : undefined;
}

/**
 * What tells the style of a line how much room it has along a border of a view.
 * @param {{paths: Record<string, string>, borders: Record<string, string>}} view
 * @param {string} id
 * @param {boolean} [isWhole] as `roomBeside` has it
 * @returns {Record<string, string>}
 */
export function besideStyle({paths, borders}, id, isWhole = false) {
  const room = roomBeside(
    borders[id],
    id.split('|').map((unit) => paths[unit]),
    isWhole,
  );
  return room === undefined ? {} : {'--beside': String(room)};
}
