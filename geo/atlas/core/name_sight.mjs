// Where the name of a country is asked for whose middle lies beyond the stage, or under what covers the map: where its
// ground comes into sight. geo/drawing/name_sight.py has the same rules; tests/cases/names.json holds both to them.

import {outwards} from './name_tries.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Wish} from './name_forms.mjs' */
/** @import {Box, Sheet} from './name_layout.mjs' */
/** @typedef {[x: number, y: number]} Point */
/** @typedef {Pick<Wish, 'x' | 'y' | 'own'>} Middle of a country, and its ground */
/** @typedef {{under: Sheet['under'], bounds: Size, covered?: Box[]}} Stage `covered` is what lies over the map */

const INSETS = [36, 20, 8]; // px from the edge, the most first, its ground is looked for; on stages
const WIDE = 1500; // px wide or less, on wider ones as many more,
const ALONG = 16; // every so many px along it,
const STEPS = outwards(14).map((step) => ALONG * step); // and so many steps to each side
const AROUND = [0.75, 0.25]; // of the inset its ground reaches around such a place, rather more,
export const LEAST_AROUND = 6; // and px of it at least: who shows less is told at the edge
export const LEAST_NAMED = 2 * LEAST_AROUND; // px of its ground that a name stands for

// Sizes from the edge lies the middle, and so much on the stage of a country that is hardly seen there;
const [RIM, HARDLY] = [2, 0.1];
const SAMPLE = 4; // so many px apart that is looked for

const clamp = (/** @type {number} */ at, /** @type {number} */ least, /** @type {number} */ most) =>
  Math.min(most, Math.max(least, at));

/** Places along the edge that a middle lies beyond, the nearest first. */
function alongEdge(
  /** @type {Middle} */ wish,
  /** @type {Size} */ {width, height},
  /** @type {number} */ inset,
  /** @type {number} */ grow,
) {
  const [x, y] = [clamp(wish.x, inset, width - inset), clamp(wish.y, inset, height - inset)];
  const isAside = wish.x < LEAST_AROUND || wish.x > width - LEAST_AROUND;
  const at = (/** @type {number} */ step) => /** @type {Point} */ (isAside ? [x, y + step] : [x + step, y]);
  return STEPS.map((step) => at(grow * step)).filter(([px, py]) =>
    isAside ? py >= 0 && py <= height : px >= 0 && px <= width,
  );
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
/** @type {WeakMap<Sheet['under'], {size: Size, areas: Map<number, number>}>} */
const kept = new WeakMap();
/**
 * How much of each ground lies on a stage, in square px; found once for a place of the camera.
 * @param {Sheet['under']} under
 * @param {Size} size
 */
function areasOn(under, size) {
  const found = kept.get(under);
  if (found?.size.width === size.width && found.size.height === size.height) return found.areas;
  const areas = new Map();
  for (let down = SAMPLE / 2; down < size.height; down += SAMPLE)
    for (let across = SAMPLE / 2; across < size.width; across += SAMPLE) {
      const ground = under(across, down);
      areas.set(ground, (areas.get(ground) ?? 0) + SAMPLE ** 2);
    }
  kept.set(under, {size, areas});
  return areas;
}
/**
 * Whether next to nothing of a country lies on the stage, at its very edge: its name would stand for isles of others.
 * @param {Wish} wish
 * @param {Pick<Sheet, 'under' | 'bounds' | 'base'>} sheet
 */
export function isHardlySeen({x, y, room, own}, {under, bounds, base}) {
  if (room >= base || Math.min(x, y, bounds.width - x, bounds.height - y) > RIM * base) return false;
  const areas = areasOn(under, bounds);
  const unseen = SAMPLE ** 2; // may lie between two places
  return [...own].reduce((sum, ground) => sum + (areas.get(ground) ?? 0), unseen) < HARDLY * under.areaOf(own);
}
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
  const grow = Math.max(1, bounds.width / WIDE);
  const isOwn = (/** @type {number} */ x, /** @type {number} */ y) => wish.own.has(under(x, y));
  for (const each of INSETS) {
    const inset = each * grow;
    const tried = isBeyond ? alongEdge(wish, bounds, inset, grow) : aroundBox(wish, /** @type {Box} */ (cover), inset);
    const places = tried.filter(([x, y]) => isOwn(x, y));
    for (const part of isBeyond ? AROUND : AROUND.slice(1)) {
      const around = Math.max(LEAST_AROUND, part * inset);
      const found = places.find(
        ([x, y]) =>
          isOwn(x - around, y) &&
          isOwn(x + around, y) &&
          isOwn(x, y - around) &&
          isOwn(x, y + around) &&
          !isOff(x, y, bounds) &&
          !coverOf(x, y, covered) &&
          !coverOf(x, y + around, covered),
      );
      if (found) return found;
    }
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
