// Strokes of the pen as they travel: {pen, points}, points as x, y, x, y, ... in whole units of the view. Pure.

/** @import {Frame} from '../../atlas/core/camera.mjs' */

/** What the room takes; the longest stroke, in numbers. */
export const MOST_STROKES = 40;
const MOST_NUMBERS = 600;

/** How wide each pen draws, as a share of the shorter side of what is in sight: alike on a wall and on a phone. */
const WIDTHS = new Map([
  ['pen_focus', 0.0085],
  ['pen_ink', 0.0085],
  ['marker_news', 0.042],
  ['marker_calm', 0.042],
]);
const OF_UNKNOWN = 0.0085; // of a pen that a later page sends
export const PENS = [...WIDTHS.keys()];
export const isMarker = (/** @type {string} */ pen) => pen.startsWith('marker');

/**
 * How wide a pen draws in units of the view.
 * @param {string} pen
 * @param {Frame} frame what is in sight
 */
export const widthOf = (pen, [, , w, h]) => (WIDTHS.get(pen) ?? OF_UNKNOWN) * Math.min(w, h);

/**
 * Every second point of a line, and its last.
 * @param {number[]} points
 */
const thinned = (points) =>
  points.filter((_, i) => (i >> 1) % 2 === 0 || i >= points.length - 2).slice(0, points.length);

/**
 * A line with a point more, unless that is nearer to the last one than `least`; thinned where it grows too long.
 * @param {number[]} points
 * @param {readonly number[]} point
 * @param {number} [least]
 * @returns {number[]}
 */
export function withPoint(points, [px, py], least = 0) {
  const [x, y] = [Math.round(px), Math.round(py)];
  const [lastX, lastY] = points.slice(-2);
  if (points.length && Math.hypot(x - lastX, y - lastY) <= least) return points;
  const longer = [...points, x, y];
  return longer.length > MOST_NUMBERS ? thinned(longer) : longer;
}

/**
 * A line that is whole: a dot has two points, as the room wants of every stroke.
 * @param {number[]} points
 * @returns {number[]}
 */
export const whole = (points) => (points.length === 2 ? [...points, points[0] + 1, points[1]] : points);

/**
 * The point of a view under a place on the stage, which is given in shares of its width and height.
 * @param {Frame} frame
 * @param {readonly number[]} share
 * @returns {[number, number]}
 */
export const pointAt = ([x, y, w, h], [across, down]) => [x + across * w, y + down * h];
