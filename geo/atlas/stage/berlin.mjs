// West Berlin, which the shapes cannot separate: a mark while there were two German states.

import {mark, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';

/** @import {Camera} from '../core/camera.mjs' */
/** @import {Pictures, View} from '../types' */

const R = 5;

/**
 * @param {{view: View, pictures: Pictures}} of
 */
export function createBerlin({view, pictures}) {
  const element = s('circle', {class: 'berlin', r: R, 'data-berlin': true, hidden: true});
  return {
    element,
    draw(/** @type {number} */ day, /** @type {Camera} */ camera, grow = 1) {
      const there = pictures.isBerlinDivided(day);
      mark(element, 'hidden', !there);
      if (!there) return;
      const [x, y] = onScreen(camera, view.berlin);
      mark(element, 'r', (R * grow).toFixed(1));
      mark(element, 'cx', x.toFixed(1));
      mark(element, 'cy', y.toFixed(1));
    },
  };
}
