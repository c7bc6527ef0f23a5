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
 * @typedef {{x: number, y: number, length: number, line?: Line, isOff?: boolean, hasIsles?: boolean}} Spot a leader to
 *   it is as long at least; off others' coasts or not, and over isles or not
 */
/** @typedef {ReturnType<typeof createNameSpots>} Spots */

export const REACH_STEP = 0.6; // of its size, from try to try away from its country

/** What was found for one shape of a name: at sea by ring, or by row and column, inside by limits and edge. */
const shape = () => ({
  rings: /** @type {Spot[][]} */ ([]),
  seas: keep((/** @type {number} */ _) => /** @type {Record<number, boolean>} */ ({})),
  within: keep((/** @type {Limits} */ _) => /** @type {Record<number, {x: number, y: number}[]>} */ ({})),
  upon: /** @type {Upon[] | null} */ (null),
});

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
  /** Those of one name, shape by shape: by numbers, for it takes long to write these out. */
  function spotsOf() {
    const shapes = keep((/** @type {number} */ _) => keep((/** @type {number} */ _) => keep(shape)));
    const shaped = (/** @type {Form} */ {pixels, height, width}) => shapes(pixels)(height)(width);
    return {
      /** @type {(wish: Wish, form: Form) => (ring: number) => Spot[]} */
      beside(wish, form) {
        const {rings} = shaped(form);
        return (ring) => (rings[ring] ??= ringAround(wish, form, ring));
      },
      /** @type {(wish: Wish, form: Form, limits: Limits, edge: number) => {x: number, y: number}[]} */
      inside(wish, form, limits, edge) {
        const found = shaped(form).within(limits);
        return (found[edge] ??= inside(wish, form, limits, edge));
      },
      /** @type {(wish: Wish, form: Form) => (row: number, column: number, x: number, y: number) => boolean} */
      atSea(wish, form) {
        const {seas} = shaped(form);
        return (row, column, x, y) => (seas(row)[column] ??= liesAtSea(wish, form, x, y, under));
      },
      /** @type {(wish: Wish, form: Form) => Upon[]} where a number stands on its mainland, the best first */
      upon: (wish, form) => (shaped(form).upon ??= placesUpon(wish, form, under)),
      /** @type {(wish: Wish, form: Form, spot: Spot) => boolean} whether it is not at another's coast */
      isOffOthers: ({own}, form, spot) =>
        (spot.isOff ??= isFarFromOthers(form, spot.x, spot.y, NEAR * form.pixels, own, under)),
      /** @type {(form: Form, spot: Spot) => boolean} */
      isOverIsles: (form, spot) => (spot.hasIsles ??= under.hasLand(boxAround(form, spot.x, spot.y))),
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
