// Where the name of a country is asked for whose middle lies beyond the stage, or under what covers the map: where its
// ground comes into sight. geo/drawing/name_sight.py has the same rules; tests/cases/names.json holds both to them.

import {outwards} from './name_tries.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Wish} from './name_forms.mjs' */
/** @import {Box, Sheet} from './name_layout.mjs' */
/** @typedef {[x: number, y: number]} Point */
/** @typedef {Pick<Wish, 'x' | 'y' | 'own'>} Middle of a country, and its ground */
/** @typedef {{under: Sheet['under'], bounds: Size, covered?: Box[]}} Stage `covered` is what lies over the map */

const INSETS = [36, 20, 8]; // px from the edge, the most first, its ground is looked for,
const ALONG = 16; // every so many px along it,
const STEPS = outwards(10).map((step) => ALONG * step); // and so many steps to each side
const AROUND = 0.25; // of the inset its ground reaches around such a place,
export const LEAST_AROUND = 6; // and px of it at least: who shows less is told at the edge
export const LEAST_NAMED = 2 * LEAST_AROUND; // px of its ground that a name stands for

const clamp = (/** @type {number} */ at, /** @type {number} */ least, /** @type {number} */ most) =>
  Math.min(most, Math.max(least, at));

/** Places along the edge that a middle lies beyond, the nearest first. */
function alongEdge(/** @type {Middle} */ wish, /** @type {Size} */ {width, height}, /** @type {number} */ inset) {
  const [x, y] = [clamp(wish.x, inset, width - inset), clamp(wish.y, inset, height - inset)];
  const isAside = wish.x < LEAST_AROUND || wish.x > width - LEAST_AROUND;
  const at = (/** @type {number} */ step) => /** @type {Point} */ (isAside ? [x, y + step] : [x + step, y]);
  return STEPS.map(at).filter(([px, py]) => (isAside ? py >= 0 && py <= height : px >= 0 && px <= width));
}

/** Places around a box that a middle lies under. */
const aroundBox = (/** @type {Middle} */ wish, /** @type {Box} */ {x, y, w, h}, /** @type {number} */ inset) =>
  STEPS.flatMap(
    (step) =>
      /** @type {Point[]} */ ([
        [wish.x + step, y + h + inset],
        [x - inset, wish.y + step],
        [x + w + inset, wish.y + step],
        [wish.x + step, y - inset],
      ]),
  );

/** Whether a middle lies so far within a stage that its country can be told there. */
export const isWellWithin = (/** @type {Point} */ [x, y], /** @type {Size} */ {width, height}) =>
  Math.min(x, y, width - x, height - y) >= LEAST_AROUND;
const isOff = (/** @type {number} */ x, /** @type {number} */ y, /** @type {Size} */ {width, height}) =>
  x < 0 || y < 0 || x > width || y > height;
const coverOf = (/** @type {number} */ px, /** @type {number} */ py, /** @type {Box[]} */ covered) =>
  covered.find(({x, y, w, h}) => px > x && px < x + w && py > y && py < y + h);

/**
 * Where ground comes into sight whose middle does not; null where that is in sight itself, or none of it.
 * @param {Middle} wish
 * @param {Stage} stage
 */
export function placeInSight(wish, {under, bounds, covered = []}) {
  const cover = coverOf(wish.x, wish.y, covered);
  const isBeyond = !isWellWithin([wish.x, wish.y], bounds);
  if (!cover && !isBeyond) return null;
  const isOwn = (/** @type {number} */ x, /** @type {number} */ y) => wish.own.has(under(x, y));
  for (const inset of INSETS) {
    const around = Math.max(LEAST_AROUND, AROUND * inset);
    const places = isBeyond ? alongEdge(wish, bounds, inset) : aroundBox(wish, /** @type {Box} */ (cover), inset);
    const found = places.find(
      ([x, y]) =>
        isOwn(x, y) &&
        isOwn(x - around, y) &&
        isOwn(x + around, y) &&
        isOwn(x, y - around) &&
        isOwn(x, y + around) &&
        !isOff(x, y, bounds) &&
        !coverOf(x, y, covered),
    );
    if (found) return found;
  }
  return null;
}

/**
 * A wish, where its ground can be seen, if it can; it stands inside that, or in a list if it has a number.
 * @param {Wish} wish
 * @param {Stage} stage
 * @returns {Wish}
 */
export function inSight(wish, stage) {
  if (wish.quiet) return wish; // its middle is all it has
  const found = placeInSight(wish, stage);
  if (found) return {...wish, x: found[0], y: found[1], inland: true};
  return coverOf(wish.x, wish.y, stage.covered ?? []) ? {...wish, inland: true} : wish;
}
