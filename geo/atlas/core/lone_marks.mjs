// Land too small to be sure of a mark of a pattern: its own begins with one in its middle. Where that is all it has, it
// has it whole, and no name hides it. geo/drawing/lone_marks.py has the same rules, and tests/cases/lone_marks.json
// holds both to them. Pure.

import {onScreen} from './camera.mjs';
import {drawnLayers} from './layers.mjs';

/** @import {Facts, Overlay, Pictures, State, View} from '../types' */
/** @import {Camera} from './camera.mjs' */

const NARROW = 1.2; // of a tile is half of the land where it is widest
export const BARE = 0.4; // of a tile is half of land that has hardly a place for another mark
const [SPECK, LARGER] = [0.2, 1.5]; // of a tile is half of an isle that would lie hidden in the middle of its mark:
// that is so much larger
const PART = 1 / 3; // of a tile, from its middle, no mark reaches beyond

/**
 * Where the pattern of a unit begins that is hardly two tiles wide, in units of a view.
 * @param {View['names']} names
 * @param {string} unit
 * @param {number} tile
 * @param {number} k px a unit
 * @returns {number[] | null}
 */
export function loneAt(names, unit, tile, k, part = NARROW) {
  const label = names[unit];
  return label?.unit === unit && label.at[2] * k < part * tile ? label.at.slice(0, 2) : null;
}

/**
 * How much larger than those of its pattern the mark of a unit is that has no other.
 * @type {(view: Pick<View, 'names' | 'borders'>, unit: string, tile: number, k: number) => number}
 */
export function largerBy({names, borders}, unit, tile, k) {
  const isIsle = !Object.keys(borders).some((border) => border.includes(unit));
  return isIsle && loneAt(names, unit, tile, k, SPECK) ? LARGER : 1;
}

/** The patterns of marks that a state lays over the map. */
export const markedBy = (/** @type {Facts} */ {hatches}, /** @type {State} */ state) =>
  /** @type {Overlay[]} */ ([...drawnLayers(state), ...(state.over ? ['over'] : [])]).filter(
    (name) => hatches[name]?.marks.length,
  );

/**
 * The boxes of the marks that stand alone: no name hides them.
 * @param {{facts: Facts, view: View, pictures: Pictures}} of
 * @param {State} state
 * @param {Camera} camera
 * @param {number} grow how much larger than usual they are
 */
export const loneBoxes = ({facts, view, pictures}, state, camera, grow) =>
  markedBy(facts, state).flatMap((name) => {
    const {tile} = facts.hatches[name];
    return pictures.under(name, state.day).flatMap((unit) => {
      const k = camera.k / grow;
      const at = loneAt(view.names, unit, tile, k, BARE);
      if (!at) return [];
      const half = PART * tile * grow * largerBy(view, unit, tile, k);
      const [x, y] = onScreen(camera, at);
      return [{x: x - half, y: y - half, w: 2 * half, h: 2 * half}];
    });
  });
