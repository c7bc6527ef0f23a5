// Which unit a hand or a key means.

import {onScreen} from './camera.mjs';

/** @import {Camera, Point} from './camera.mjs' */
/** @typedef {{id: string, x: number, y: number, away: number}} Touched a unit, its middle and how far away it is */

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit
const UNSURE_PX = 10; // a finger nearer to one of two things by less may mean either,
const APART_PX = 48; // until they are so far apart
const [LEAST_ZOOM, MOST_ZOOM] = [1.8, 6];

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
 * The units too small to hit whose middles are within reach of a point of the screen, the nearest first.
 * @param {string[]} units
 * @param {Record<string, number[]>} anchors
 * @param {Camera} camera
 * @param {Point} point
 * @param {number} reachPx
 * @returns {Touched[]}
 */
export const smallUnitsNear = (units, anchors, camera, [px, py], reachPx) =>
  units
    .filter((id) => anchors[id][2] * camera.k <= SMALL_PX)
    .map((id) => {
      const [x, y] = onScreen(camera, anchors[id]);
      return {id, x, y, away: Math.hypot(x - px, y - py)};
    })
    .filter(({away}) => away < reachPx)
    .sort((one, other) => one.away - other.away);

/**
 * How much nearer the map has to come before a finger can tell two units apart; 1 where it can.
 * @param {Touched} nearest
 * @param {Touched} [rival] the next
 * @returns {number}
 */
export function zoomToTell(nearest, rival) {
  if (!rival || rival.away - nearest.away >= UNSURE_PX) return 1;
  const apart = Math.hypot(rival.x - nearest.x, rival.y - nearest.y);
  return Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, APART_PX / apart));
}
