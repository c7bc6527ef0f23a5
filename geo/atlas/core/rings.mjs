// Path data as rings: to leave the islets out of an outline, to see what reaches into a frame. Pure.

import {keep} from './lookup.mjs';
import {linesIn} from './path_numbers.mjs';

/** @import {Frame} from './camera.mjs' */

const LEAST_UNITS = 36; // 18 px in the home view at 1,920
const MAIN = 0.5; // of the largest ring; what is so large beside it stays

/** The points of a line of `linesIn`. */
function pointsOf(/** @type {number[]} */ line) {
  /** @type {[x: number, y: number][]} */
  const points = [];
  for (let i = 0; i < line.length; i += 2) points.push([line[i], line[i + 1]]);
  return points;
}

/** @param {[x: number, y: number][]} points */
function boxOf(points) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return {left, right, top, bottom};
}

/**
 * The longer side of a ring's box.
 * @param {string} ring
 * @returns {number}
 */
export function ringSize(ring) {
  const {left, right, top, bottom} = boxOf(linesIn(ring).flatMap(pointsOf));
  return Math.max(right - left, bottom - top);
}

/** The rings of path data, each with its points and its box. */
export const ringsOf = keep((/** @type {string} */ path) =>
  linesIn(path)
    .map(pointsOf)
    .map((points) => ({points, box: boxOf(points)})),
);

/** The box of path data. */
export const boxOfPath = (/** @type {string} */ path) => boxOf(ringsOf(path).flatMap(({points}) => points));

/**
 * The longer side of the largest ring of path data.
 * @param {string} path
 */
export const largestRing = (path) =>
  Math.max(...ringsOf(path).map(({box: {left, right, top, bottom}}) => Math.max(right - left, bottom - top)));

/**
 * Whether path data has a point in a frame of its units, or a ring all around it.
 * @param {string} path
 * @param {Frame} frame
 * @returns {boolean}
 */
export const reaches = (path, [x, y, w, h]) =>
  ringsOf(path).some(({points, box: {left, right, top, bottom}}) => {
    if (left > x + w || right < x || top > y + h || bottom < y) return false;
    if (left <= x && right >= x + w && top <= y && bottom >= y + h) return true;
    return points.some(([px, py]) => px >= x && px <= x + w && py >= y && py <= y + h);
  });

/**
 * The longer side of what a frame shows of a ring, along those of its lines that begin or end there.
 * @param {ReturnType<typeof ringsOf>[number]} ring
 * @param {Frame} frame
 */
function seenOf({points, box: {left, right, top, bottom}}, [x, y, w, h]) {
  if (left > x + w || right < x || top > y + h || bottom < y) return 0;
  if (left <= x && right >= x + w && top <= y && bottom >= y + h) return Math.max(w, h);
  const inside = points.map(([px, py]) => px >= x && px <= x + w && py >= y && py <= y + h);
  const near = points.filter((_, i) => inside[i] || inside.at(i - 1) || inside[(i + 1) % points.length]);
  if (!near.length) return 0;
  const seen = boxOf(near.map(([px, py]) => [Math.min(x + w, Math.max(x, px)), Math.min(y + h, Math.max(y, py))]));
  return Math.max(seen.right - seen.left, seen.bottom - seen.top);
}

/**
 * Whether of path data at least so many units, along its longer side, are seen in a frame of its units.
 * @param {string} path
 * @param {Frame} frame
 * @param {number} least
 * @returns {boolean}
 */
export const shows = (path, frame, least) => ringsOf(path).some((ring) => seenOf(ring, frame) >= least);

/**
 * Path data of the rings alone that are at least so large; empty where none is.
 * @param {string} path
 * @param {number} least
 * @returns {string}
 */
export const largeRings = (path, least) =>
  path
    .split(/(?=M)/)
    .filter((ring) => ringSize(ring) >= least)
    .join('');

/**
 * Path data without its small rings; the largest always stays, and what is hardly smaller.
 * @param {string} path
 * @param {number} [least]
 * @returns {string}
 */
export const mainRings = (path, least = LEAST_UNITS) =>
  largeRings(path, Math.min(least, MAIN * Math.max(...path.split(/(?=M)/).map(ringSize))));
