// Land too small to be sure of a whole mark of a pattern: it has one alone, in its middle, which no name hides.
// geo/drawing/lone_marks.py has the same rule, and tests/cases/lone_marks.json holds both to it. Pure.

import {onScreen} from './camera.mjs';
import {drawnLayers} from './layers.mjs';

/** @import {Facts, Overlay, Pictures, State, View} from '../types' */
/** @import {Camera} from './camera.mjs' */

const NARROW = 1.2; // of a tile is half of the land where it is widest
const PART = 1 / 3; // of a tile, from its middle, no mark reaches beyond

/**
 * Where a unit has a mark alone, in units of a view: one that is hardly two tiles wide.
 * @param {View['names']} names
 * @param {string} unit
 * @param {number} tile
 * @param {number} k px a unit
 * @returns {number[] | null}
 */
export function loneAt(names, unit, tile, k) {
  const label = names[unit];
  return label?.unit === unit && label.at[2] * k < NARROW * tile ? label.at.slice(0, 2) : null;
}

/** The patterns of marks that a state lays over the map. */
export const markedBy = (/** @type {Facts} */ {hatches}, /** @type {State} */ state) =>
  /** @type {Overlay[]} */ ([...drawnLayers(state), ...(state.over ? ['over'] : [])]).filter(
    (name) => hatches[name]?.marks.length,
  );

/**
 * The boxes of the marks that stand alone.
 * @param {{facts: Facts, view: View, pictures: Pictures}} of
 * @param {State} state
 * @param {Camera} camera
 * @param {number} grow how much larger than usual they are
 */
export const loneBoxes = ({facts, view, pictures}, state, camera, grow) =>
  markedBy(facts, state).flatMap((name) => {
    const {tile} = facts.hatches[name];
    const half = PART * tile * grow;
    return pictures.under(name, state.day).flatMap((unit) => {
      const at = loneAt(view.names, unit, tile, camera.k / grow);
      if (!at) return [];
      const [x, y] = onScreen(camera, at);
      return [{x: x - half, y: y - half, w: 2 * half, h: 2 * half}];
    });
  });
