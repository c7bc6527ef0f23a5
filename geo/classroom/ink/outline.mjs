// The outline of a stroke as a path, by perfect-freehand. Pure.

import {getStroke} from './freehand/perfect_freehand.mjs';
import {isMarker, widthOf} from './strokes.mjs';

/** @import {Frame} from '../../atlas/core/camera.mjs' */
/** @import {Stroke} from '../types' */

const OF_PEN = {thinning: 0.35, smoothing: 0.6, streamline: 0.4, simulatePressure: true};
const OF_MARKER = {thinning: 0, smoothing: 0.6, streamline: 0.4, simulatePressure: false};

const shown = (/** @type {number} */ value) => value.toFixed(1).replace(/\.0$/, '');
const both = (/** @type {number[]} */ [x, y]) => `${shown(x)} ${shown(y)}`;

/**
 * A closed curve through the middles of a polygon's sides.
 * @param {number[][]} corners
 */
function curve(corners) {
  const parts = corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    return `${both([x, y])} ${both([(x + nextX) / 2, (y + nextY) / 2])}`;
  });
  return corners.length ? `M${both(corners[0])}Q${parts.join(' ')}Z` : '';
}

/**
 * The path of a stroke, in units of the view, as wide as it is to be in a frame. `isDone` where the hand has left it.
 * @param {Stroke} stroke
 * @param {Frame} frame
 * @returns {string}
 */
export function outlineOf({pen, points}, frame, isDone = true) {
  const pairs = [];
  for (let i = 0; i + 1 < points.length; i += 2) pairs.push([points[i], points[i + 1]]);
  const kind = isMarker(pen) ? OF_MARKER : OF_PEN;
  return curve(getStroke(pairs, {...kind, size: widthOf(pen, frame), last: isDone}));
}
