// A unit inside a state of its time shows where it lay: a dotted line while the hand is on it.

import {s} from '../dom.mjs';

/** @import {Pictures, View} from '../types' */

/**
 * @param {{view: View, pictures: Pictures}} of
 */
export function createPartHint({view, pictures}) {
  const element = s('g', {class: 'hint'});
  /** @type {string | null} */
  let drawn = null;
  return {
    element,
    /** Draw the line around a unit that was a part of another in that year; none for any other, or for null. */
    show(/** @type {string | null} */ id, /** @type {number} */ day) {
      const part = id && view.paths[id] && pictures.isPart(id, day) ? id : null;
      if (part === drawn) return;
      drawn = part;
      const d = part && view.paths[part];
      element.replaceChildren(
        ...(part ? [s('path', {class: 'hint-casing', d}), s('path', {class: 'hint-line', d, 'data-hint': part})] : []),
      );
    },
  };
}
