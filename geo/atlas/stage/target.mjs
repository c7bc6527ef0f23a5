// What a finger hits of a sign: a circle that does not shrink with one that is drawn smaller.

import {mark, s} from '../dom.mjs';

export const TARGET_PX = 12; // the least half of what a finger hits

/** @type {WeakMap<Element, number>} */
const fitted = new WeakMap();

export const createTarget = () => s('circle', {class: 'mark-target'});

/**
 * Fit the target in a sign to the scale at which this is drawn; nothing is touched while that stays.
 * @param {Element} sign
 * @param {number} scale
 */
export function fitTarget(sign, scale) {
  if (fitted.get(sign) === scale) return;
  fitted.set(sign, scale);
  const target = /** @type {Element} */ (sign.querySelector('.mark-target'));
  mark(target, 'r', (TARGET_PX / Math.min(1, scale)).toFixed(1));
}
