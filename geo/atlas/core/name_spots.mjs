// Where a name might stand, were nothing there: found once for a place of the camera and kept for its other days.

import {keep} from './lookup.mjs';
import {boxAround, isFarFromOthers, liesAtSea, liesIn} from './name_ground.mjs';
import {GAP, lengthTo, lineTo, NEAR} from './name_leaders.mjs';
import {SHIFTS, WAYS} from './name_tries.mjs';
import {placesUpon} from './name_upon.mjs';

/** @import {Form, Wish} from './name_forms.mjs' */
/** @import {Limits} from './name_limits.mjs' */
/** @import {Line} from './name_leaders.mjs' */
/** @import {Sheet} from './name_layout.mjs' */
/** @import {Upon} from './name_upon.mjs' */
/**
 * @typedef {{x: number, y: number, length: number, line?: Line, isOff?: boolean}} Spot a leader to it is as long at
 *   least; off others' coasts or not
 */
/** @typedef {ReturnType<typeof createNameSpots>} Spots */

export const REACH_STEP = 0.6; // of its size, from try to try away from its country

const shapeOf = (/** @type {Form} */ {width, height, pixels}) => `${width} ${height} ${pixels}`;

/**
 * @param {Pick<Sheet, 'under' | 'bounds'>} sheet
 */
export function createNameSpots(sheet) {
  const {under} = sheet;

  /** The places at sea in a ring around a country. */
  function ringAround(/** @type {Wish} */ wish, /** @type {Form} */ form, /** @type {number} */ ring) {
    const away = REACH_STEP * form.pixels * ring;
    /** @type {Spot[]} */
    const spots = [];
    for (const [dx, dy] of WAYS) {
      const [x, y] = [wish.x + dx * (away + form.width / 2), wish.y + dy * (away + form.height / 2)];
      if (under(x, y) !== 0 || !liesAtSea(wish, form, x, y, under)) continue;
      spots.push({x, y, length: lengthTo(wish, form, boxAround(form, x, y, GAP))});
    }
    return spots;
  }
  /** The places inside a country where a name lies within limits. */
  function inside(/** @type {Wish} */ wish, /** @type {Form} */ form, /** @type {Limits} */ limits, edge = 0) {
    const tried = SHIFTS.map(([aside, down]) => ({x: wish.x + aside * wish.room, y: wish.y + down * form.height}));
    return tried.filter(({x, y}) => liesIn(boxAround(form, x, y, edge), form.lines.length, wish, under, limits));
  }
  /** Those of one name. */
  function spotsOf() {
    /** @type {Map<string, Spot[][]>} */
    const rings = new Map();
    /** @type {Map<string, Upon[]>} */
    const numbers = new Map();
    const within = keep((/** @type {Limits} */ _) => /** @type {Map<string, {x: number, y: number}[]>} */ (new Map()));
    return {
      /** @type {(wish: Wish, form: Form) => (ring: number) => Spot[]} */
      beside(wish, form) {
        const shape = shapeOf(form);
        const found = rings.get(shape) ?? [];
        rings.set(shape, found);
        return (ring) => (found[ring] ??= ringAround(wish, form, ring));
      },
      /** @type {(wish: Wish, form: Form, limits: Limits, edge: number) => {x: number, y: number}[]} */
      inside(wish, form, limits, edge) {
        const shape = `${shapeOf(form)} ${edge}`;
        const found = within(limits).get(shape) ?? inside(wish, form, limits, edge);
        within(limits).set(shape, found);
        return found;
      },
      /** @type {(wish: Wish, form: Form) => Upon[]} where a number stands on its mainland, the best first */
      upon(wish, form) {
        const shape = shapeOf(form);
        const found = numbers.get(shape) ?? placesUpon(wish, form, under);
        numbers.set(shape, found);
        return found;
      },
      /** @type {(wish: Wish, form: Form, spot: Spot) => boolean} whether it is not at another's coast */
      isOffOthers: ({own}, form, spot) =>
        (spot.isOff ??= isFarFromOthers(form, spot.x, spot.y, NEAR * form.pixels, own, under)),
      /** @type {(wish: Wish, form: Form, spot: Spot) => Line} */
      line: (wish, form, spot) => (spot.line ??= lineTo(sheet, wish, form, boxAround(form, spot.x, spot.y, GAP))),
    };
  }
  const kept = keep((/** @type {string} */ _) => spotsOf());
  /** @type {WeakMap<Wish['own'], string>} a name asks for its spots again and again */
  const keys = new WeakMap();
  return (/** @type {Wish} */ {x, y, room, own, must}) => {
    const key = keys.get(own) ?? `${x} ${y} ${room} ${[...own].join()}`;
    keys.set(own, key);
    return kept(must ? `!${key}` : key);
  };
}
