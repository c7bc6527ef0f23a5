// Where forces stood: quiet signs on the stage, smaller than those of statements.

import {deskScale} from '../core/camera.mjs';
import {mark, s} from '../dom.mjs';
import {placeForces} from '../core/force_layout.mjs';
import {keep} from '../core/lookup.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Facts, Place, View} from '../types' */
/** @typedef {ReturnType<typeof placeForces>} ForcesLayout */

const LARGE = 1.6; // how much larger signs are where a class reads from the back row
const FULL_PX = 1200; // a stage less wide has smaller ones,
const LEAST = 0.66; // down to this
const TARGET_PX = 12; // the least half of what a finger hits
/** @type {ForcesLayout} */
const NO_LAYOUT = {signs: [], boxes: []};

/**
 * @param {{facts: Facts, view: View, large: () => number, describe: (at: number) => string[], onOpen: (at: number) =>
 *   void}} of
 */
export function createForces({facts, view, large, describe, onOpen}) {
  const element = s('g', {class: 'forces'});
  let unit = 1;
  const nodeOf = keep((/** @type {number} */ at) =>
    s(
      'g',
      {
        class: 'force',
        'data-force': facts.forces[at].place,
        'data-at': at,
        role: 'button',
        onclick: () => onOpen(at),
      },
      s('circle', {class: 'mark-target'}),
      facts.forceSign(facts.forces[at]),
    ),
  );
  /** @type {ForcesLayout} */
  let drawn = NO_LAYOUT;
  function label() {
    for (const {id} of drawn.signs) mark(nodeOf(id), 'aria-label', describe(id).join(': '));
  }

  return {
    element,
    /**
     * Work out where the signs of these forces stand, once, for `show`; names keep clear of the boxes.
     * @param {number[]} forces
     * @param {(at: Place) => Point} toScreen
     * @param {Size} size
     * @param {Box[]} blocked
     * @param {Box[]} yielding boxes of names
     * @returns {ForcesLayout}
     */
    place(forces, toScreen, size, blocked, yielding) {
      const points = forces.map((id) => {
        const [x, y] = toScreen(view.forces[id]);
        return {id, x, y};
      });
      unit = large() ? LARGE * large() : Math.max(LEAST, Math.min(1, size.width / FULL_PX)) * deskScale(size);
      return placeForces(points, blocked, size, unit, yielding);
    },
    show(/** @type {ForcesLayout | null} */ standing) {
      const layout = standing ?? NO_LAYOUT;
      if (layout === drawn) return;
      drawn = layout;
      const scale = unit === 1 ? '' : ` scale(${unit.toFixed(3)})`;
      for (const {id, x, y} of layout.signs) {
        mark(nodeOf(id), 'transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})${scale}`);
        mark(/** @type {Element} */ (nodeOf(id).firstElementChild), 'r', String(TARGET_PX / Math.min(1, unit)));
      }
      element.replaceChildren(...layout.signs.map(({id}) => nodeOf(id)));
      label();
      if (layout.signs.length && !facts.forceDetail(0)) facts.askForces().then(label);
    },
  };
}
