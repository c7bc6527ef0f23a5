// Which unit a hand or a key means.

import {onScreen} from './camera.mjs';

/** @import {Camera} from './camera.mjs' */

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit

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
