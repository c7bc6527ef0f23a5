// The keys on the map: they walk from unit to unit, in reading order.

import {readingOrder} from '../core/pointing.mjs';

/** @import {View} from '../types' */

const ROWS = 24; // of units in the frame

/**
 * @param {HTMLElement} element
 * @param {{view: View, start: () => string | null, onStep: (id: string) => void, onLeave: () => void, onChange: () =>
 *   void}} of `start` is where a walk begins, `onLeave` the focus that leaves the map, `onChange` another unit in focus
 */
export function createWalker(element, {view, start, onStep, onLeave, onChange}) {
  const order = readingOrder(view.anchors, Object.keys(view.paths), view.frame[3] / ROWS);
  /** @type {string | null} the unit the keys stood on last */
  let unit = null;
  let isOnMap = false;

  element.addEventListener('focus', () => {
    isOnMap = true;
    onChange();
  });
  element.addEventListener('blur', () => {
    isOnMap = false;
    onLeave();
    onChange();
  });
  // A hand on the map takes over from the keys.
  element.addEventListener('pointerdown', () => (unit = null));
  return {
    unit: () => unit,
    /** The unit the keys stand on; null while the focus is elsewhere. */
    unitInFocus: () => (isOnMap ? unit : null),
    walk(/** @type {number} */ step) {
      const from = unit ?? start();
      const at = from === null ? -1 : order.indexOf(from);
      const next = order[at < 0 ? 0 : (at + step + order.length) % order.length];
      unit = next;
      onStep(next);
    },
  };
}
