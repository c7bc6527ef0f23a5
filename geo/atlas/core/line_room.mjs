// How much ground lies beside a line: where it is little, the line is narrower. geo/drawing/line_room.py has the same,
// and tests/cases/line_rooms.json holds both to it. Pure.

import {keep} from './lookup.mjs';
import {ringsOf} from './rings.mjs';

const TENTHS = 10;

/** @typedef {[x: number, y: number]} Corner */

/**
 * The area of a ring, and twice that over the length of its line: the radius of a disc.
 * @param {Corner[]} points
 */
function measured(points) {
  let [doubled, around] = [0, 0];
  for (const [i, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(i + 1) % points.length];
    doubled += x * nextY - nextX * y;
    around += Math.hypot(nextX - x, nextY - y);
  }
  const area = Math.abs(doubled);
  return {area, room: around ? Math.floor((TENTHS * area) / around + 0.5) / TENTHS : 0};
}

const measuresOf = keep((/** @type {string} */ path) => ringsOf(path).map(({points}) => measured(points)));

/**
 * How much room each ring of path data has for what runs along it, in its units: a band of a part of this width takes
 * twice that part of the ground.
 * @param {string} path
 * @returns {number[]}
 */
export const roomsOf = (path) => measuresOf(path).map(({room}) => room);

/**
 * Which ring of path data is the largest.
 * @param {string} path
 * @returns {number}
 */
export const largestAt = (path) =>
  measuresOf(path).reduce((largest, {area}, at, all) => (area > all[largest].area ? at : largest), 0);

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
 * @returns {number | undefined}
 */
export function roomBeside(border, paths) {
  const rooms = paths.flatMap((path) => {
    const at = ringAlong(path, border);
    return at < 0 || at === largestAt(path) ? [] : [roomsOf(path)[at]];
  });
  return rooms.length ? Math.min(...rooms) : undefined;
}
