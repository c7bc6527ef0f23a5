// The keys on the map: they walk from unit to unit, to the neighbour on the side of the arrow.

/** @import {Beside, View} from '../types' */

/**
 * @param {HTMLElement} element
 * @param {{view: View, beside: Beside, start: () => string | null, onStep: (id: string) => void, onEdge: () => void,
 *   onLeave: () => void, onChange: () => void}} of `beside` knows whom a side leads to, `start` is where a walk begins;
 *   `onEdge` is a side on which nobody lies, `onLeave` the focus that leaves the map, `onChange` another unit in focus
 */
export function createWalker(element, {view, beside, start, onStep, onEdge, onLeave, onChange}) {
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
  function walkTo(/** @type {string} */ id) {
    unit = id;
    onStep(id);
  }
  return {
    unit: () => unit,
    /** The unit the keys stand on; null while the focus is elsewhere. */
    unitInFocus: () => (isOnMap ? unit : null),
    walkTo,
    /** Walk to the neighbour on a side; the first step begins at the open country, or in the middle of the map. */
    walk(/** @type {string} */ side) {
      const from = unit ?? start();
      const next = beside(view, from && view.anchors[from] ? from : null, side);
      return next ? walkTo(next) : onEdge();
    },
  };
}
