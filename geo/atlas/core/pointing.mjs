// Which unit a hand or a key means.

import {onScreen} from './camera.mjs';

/** @import {Camera, Point} from './camera.mjs' */
/** @typedef {{id: string, x: number, y: number, away: number}} Touched a unit, its middle and how far away it is */

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit
const UNSURE_PX = 10; // a finger nearer to one of two things by less may mean either,
const APART_PX = 48; // until they are so far apart
const [LEAST_ZOOM, MOST_ZOOM] = [1.8, 6];

/** @type {Record<string, [x: number, y: number]>} y points down */
const COURSES = {left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1]};

/**
 * The unit whose middle is nearest on one side of another, or of the middle of the view; null where nobody lies there.
 * It stands in for the neighbours that are declared until they have been fetched.
 * @param {{anchors: Record<string, number[]>, frame: number[]}} view
 * @param {string | null} from
 * @param {string} side
 * @returns {string | null}
 */
export function unitBeside({anchors, frame: [left, top, width, height]}, from, side) {
  const [right, down] = COURSES[side];
  const [middle, centre] = from ? anchors[from] : [left + width / 2, top + height / 2];
  let nearest = null;
  let best = Infinity;
  for (const id of Object.keys(anchors)) {
    const [x, y] = [anchors[id][0] - middle, anchors[id][1] - centre];
    const [along, aside] = [x * right + y * down, Math.abs(x * down + y * right)];
    if (along > aside && along + aside < best) [nearest, best] = [id, along + aside];
  }
  return nearest;
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
