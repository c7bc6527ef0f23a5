// The ground, which never changes, and the fills: a path for each unit that wears its status.

import {coastsOf} from '../core/coasts.mjs';
import {s} from '../dom.mjs';

/** @import {Picture, Pictures, View} from '../types' */

/**
 * @param {{view: View, pictures: Pictures}} of
 */
export function createUnits({view, pictures}) {
  const paths = pictures.units.map((id) => s('path', {'data-unit': id, d: view.paths[id]}));
  /** @type {Picture | null} the picture on the stage */
  let painted = null;
  return {
    ground: [
      ...(view.sphere ? [s('path', {class: 'sphere', d: view.sphere})] : []),
      ...(view.graticule ? [s('path', {class: 'graticule', d: view.graticule})] : []),
      ...coastsOf([view.land, ...pictures.units.map((id) => view.paths[id])], view).map((d) =>
        s('path', {class: 'coast', d}),
      ),
      s('path', {class: 'land', d: view.land}),
    ],
    nodes: paths,
    /** Paint a picture; a unit that stays as it was is not touched. */
    paint(/** @type {Picture} */ picture) {
      const {statuses, states} = picture;
      for (let i = 0; i < paths.length; i += 1) {
        if (statuses[i] !== painted?.statuses[i]) paths[i].setAttribute('data-status', statuses[i]);
        if (states[i] !== painted?.states[i]) paths[i].setAttribute('data-state', states[i]);
      }
      painted = picture;
    },
  };
}
