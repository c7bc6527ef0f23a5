// West Berlin, which the shapes cannot separate: a mark while there were two German states.

import {mark, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';

/** @import {Camera} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Pictures, View} from '../types' */

const R = 5;

/**
 * @param {{view: View, pictures: Pictures}} of
 */
export function createBerlin({view, pictures}) {
  const element = s('circle', {class: 'berlin', r: R, 'data-berlin': true, hidden: true});
  return {
    element,
    /**
     * What it takes on a day: nothing, or a box.
     * @param {number} day
     * @param {Camera} camera
     * @param {number} grow
     * @returns {Box[]}
     */
    boxes(day, camera, grow) {
      if (!pictures.isBerlinDivided(day)) return [];
      const [x, y] = onScreen(camera, view.berlin);
      const r = R * grow;
      return [{x: x - r, y: y - r, w: 2 * r, h: 2 * r}];
    },
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
