// How large the dot of West Berlin is, which the shapes cannot separate: it leaves East Germany in sight, and is gone
// where that is too small for it. geo/drawing/west_berlin.py has the same rule; tests/cases/west_berlin.json holds the
// two together.

import {largestRing} from './rings.mjs';

/** @import {View} from '../payload' */

const EAST_GERMANY = 'DEU-EAST';
const RADIUS_PX = 5;
const PART = 1 / 12; // at most, of the longer side of East Germany
const [LEAST_PX, LEGIBLE_PX] = [2, 3]; // where it would be smaller, there is none, and none is smaller than this

/**
 * Half the width of the dot in px; 0 where there is none.
 * @param {Pick<View, 'paths'>} view
 * @param {number} k px to a unit of the view
 * @param {number} [grow] how much larger than on a desk signs are
 */
export function berlinRadius({paths}, k, grow = 1) {
  const path = paths[EAST_GERMANY];
  const radius = path ? Math.min(RADIUS_PX * grow, PART * largestRing(path) * k) : 0;
  return radius < LEAST_PX ? 0 : Math.max(LEGIBLE_PX, radius);
}
