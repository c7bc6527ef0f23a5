// Which unit a hand or a key means.

import {onScreen} from './camera.mjs';

/** @import {Camera} from './camera.mjs' */

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit

/**
 * The units of a frame in reading order: rows from north to south, each from west to east.
 * @param {Record<string, number[]>} anchors the middle of each unit, and the radius of the circle in it
 * @param {string[]} units
 * @param {number} rowHeight in units of the view
 * @returns {string[]}
 */
export function readingOrder(anchors, units, rowHeight) {
  return units
    .filter((id) => anchors[id])
    .map((id) => ({id, row: Math.round(anchors[id][1] / rowHeight), x: anchors[id][0]}))
    .sort((a, b) => a.row - b.row || a.x - b.x)
    .map(({id}) => id);
}

/**
 * The unit too small to hit whose middle is nearest to a point of the screen; null where none is within reach.
 * @param {string[]} units
 * @param {Record<string, number[]>} anchors
 * @param {Camera} camera
 * @param {[number, number]} point
 * @param {number} reachPx
 * @returns {string | null}
 */
export function smallUnitNear(units, anchors, camera, [px, py], reachPx) {
  /** @type {string | null} */
  let nearest = null;
  let best = reachPx;
  for (const id of units) {
    if (anchors[id][2] * camera.k > SMALL_PX) continue;
    const [x, y] = onScreen(camera, anchors[id]);
    const distance = Math.hypot(x - px, y - py);
    if (distance < best) [nearest, best] = [id, distance];
  }
  return nearest;
}
