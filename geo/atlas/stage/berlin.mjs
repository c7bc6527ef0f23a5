// West Berlin, which the shapes cannot separate: a mark while there were two German states.

import {mark, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {berlinRadius} from '../core/west_berlin.mjs';

/** @import {Camera} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Pictures, View} from '../types' */

/**
 * @param {{view: View, pictures: Pictures}} of
 */
export function createBerlin({view, pictures}) {
  const element = s('circle', {class: 'berlin', 'data-berlin': true, hidden: true});
  const radiusOn = (/** @type {number} */ day, /** @type {Camera} */ {k}, /** @type {number} */ grow) =>
    pictures.westBerlin(day) ? berlinRadius(view, k, grow) : 0;
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
      const r = radiusOn(day, camera, grow);
      if (!r) return [];
      const [x, y] = onScreen(camera, view.berlin);
      return [{x: x - r, y: y - r, w: 2 * r, h: 2 * r}];
    },
    draw(/** @type {number} */ day, /** @type {Camera} */ camera, grow = 1) {
      const r = radiusOn(day, camera, grow);
      mark(element, 'hidden', !r);
      if (!r) return;
      mark(element, 'data-covered', pictures.westBerlin(day) === 'covered');
      const [x, y] = onScreen(camera, view.berlin);
      mark(element, 'r', r.toFixed(1));
      mark(element, 'cx', x.toFixed(1));
      mark(element, 'cy', y.toFixed(1));
    },
  };
}
