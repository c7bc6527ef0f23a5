// Where the name of a country is asked for whose middle lies beyond the stage, or under what covers the map: where its
// ground comes into sight. geo/drawing/name_sight.py has the same rules; tests/cases/names.json holds both to them.

import {outwards} from './name_tries.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Wish} from './name_forms.mjs' */
/** @import {Box, Sheet} from './name_layout.mjs' */
/** @typedef {[x: number, y: number]} Point */

const INSETS = [36, 20, 8]; // px from the edge, the most first, its ground is looked for,
const ALONG = 16; // every so many px along it,
const STEPS = outwards(10).map((step) => ALONG * step); // and so many steps to each side
const AROUND = 0.25; // of the inset its ground reaches around such a place

const clamp = (/** @type {number} */ at, /** @type {number} */ least, /** @type {number} */ most) =>
  Math.min(most, Math.max(least, at));

/** Places along the edge that a middle lies beyond, the nearest first. */
function alongEdge(/** @type {Wish} */ wish, /** @type {Size} */ {width, height}, /** @type {number} */ inset) {
  const [x, y] = [clamp(wish.x, inset, width - inset), clamp(wish.y, inset, height - inset)];
  const isAside = wish.x < 0 || wish.x > width;
  const at = (/** @type {number} */ step) => /** @type {Point} */ (isAside ? [x, y + step] : [x + step, y]);
  return STEPS.map(at).filter(([px, py]) => (isAside ? py >= 0 && py <= height : px >= 0 && px <= width));
}

/** Places around a box that a middle lies under. */
const aroundBox = (/** @type {Wish} */ wish, /** @type {Box} */ {x, y, w, h}, /** @type {number} */ inset) =>
  STEPS.flatMap(
    (step) =>
      /** @type {Point[]} */ ([
        [wish.x + step, y + h + inset],
        [x - inset, wish.y + step],
        [x + w + inset, wish.y + step],
        [wish.x + step, y - inset],
      ]),
  );

/**
 * A wish, where its ground can be seen, if it can; it stands inside that, or in a list if it has a number.
 * @param {Wish} wish
 * @param {{under: Sheet['under'], bounds: Size, covered?: Box[]}} stage
 * @returns {Wish}
 */
export function inSight(wish, {under, bounds, covered = []}) {
  if (wish.quiet) return wish; // its middle is all it has
  const {width, height} = bounds;
  const isOff = (/** @type {number} */ x, /** @type {number} */ y) => x < 0 || y < 0 || x > width || y > height;
  const coverOf = (/** @type {number} */ px, /** @type {number} */ py) =>
    covered.find(({x, y, w, h}) => px > x && px < x + w && py > y && py < y + h);
  const cover = coverOf(wish.x, wish.y);
  const isBeyond = isOff(wish.x, wish.y);
  if (!cover && !isBeyond) return wish;
  const isOwn = (/** @type {number} */ x, /** @type {number} */ y) => wish.own.has(under(x, y));
  for (const inset of INSETS) {
    const around = AROUND * inset;
    const places = isBeyond ? alongEdge(wish, bounds, inset) : aroundBox(wish, /** @type {Box} */ (cover), inset);
    const found = places.find(
      ([x, y]) =>
        isOwn(x, y) &&
        isOwn(x - around, y) &&
        isOwn(x + around, y) &&
        isOwn(x, y - around) &&
        isOwn(x, y + around) &&
        !isOff(x, y) &&
        !coverOf(x, y),
    );
    if (found) return {...wish, x: found[0], y: found[1], inland: true};
  }
  return cover ? {...wish, inland: true} : wish;
}
