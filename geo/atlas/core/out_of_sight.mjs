// What a map tells of though it lies beyond it: statuses, and whom the headline is about. geo/drawing/out_of_sight.py
// has the same rules.

import {groundOfView, groundsOf, underScreen} from './ground.mjs';
import {entry, keep} from './lookup.mjs';
import {isWellWithin, placeInSight} from './name_sight.mjs';
import {groundsNamed} from './named_ground.mjs';
import {boxOfPath, largestRing, mainRings, reaches, shows} from './rings.mjs';

/** @import {View} from '../payload' */
/** @import {IndexedFacts, Translate} from '../types' */
/** @import {Frame} from './camera.mjs' */
/** @import {Sight} from './on_map.mjs' */
/**
 * @typedef {{statuses: string[], specks: Record<string, string>, here: string[], edge: string[], away: string[],
 *   isElsewhere: boolean}} OutOfSight the statuses that somebody drawn has and nobody in sight, and those that only
 *   specks have, with the names of these; the names of those whom the headline is about: who has a place, where nothing
 *   else tells; who has none, but reaches into the map; of whom nothing is seen, and whether all are so
 */

const SEEN = 1 / 600; // of the width of what is in sight; of what shows less of itself nobody could tell what it is
const SPECK = 3; // px; a country that is smaller has no colour that could be told
const LARGELY = 0.5; // of a country or of what is in sight, whichever is smaller
const mainOf = keep((/** @type {string} */ path) => mainRings(path));

/** @type {Map<string, {frame: Frame, isIn: boolean}>} kept while the camera rests: each step asks for the same */
const seenIn = new Map();

/**
 * Whether enough of path data is in sight to be told; of what is smaller than that, all of it.
 * @param {string} path
 * @param {Frame} frame
 * @returns {boolean}
 */
export function isSeen(path, frame) {
  const last = seenIn.get(path);
  if (last?.frame.every((side, i) => side === frame[i])) return last.isIn;
  const isIn = shows(path, frame, Math.min(SEEN * frame[2], largestRing(path)));
  seenIn.set(path, {frame, isIn});
  return isIn;
}

/**
 * Whether half of a country is in sight, or fills half of that, by its box: what lies in it may be sought then.
 * @param {string} path
 * @param {Frame} frame
 */
export function isLargelySeen(path, [x, y, w, h]) {
  const {left, right, top, bottom} = boxOfPath(path);
  const [across, down] = [Math.min(right, x + w) - Math.max(left, x), Math.min(bottom, y + h) - Math.max(top, y)];
  return Math.max(across, 0) * Math.max(down, 0) >= LARGELY * Math.min((right - left) * (bottom - top), w * h);
}

/** @type {WeakMap<View, {key: string, units: Set<string>}>} kept while the camera rests: a hand that drags asks */
const lastSeen = new WeakMap();

/**
 * The units of a view that are in sight; on the whole world a speck is sight enough.
 * @param {View} view
 * @param {Frame} frame
 * @returns {ReadonlySet<string>}
 */
export function unitsSeen(view, frame) {
  const last = lastSeen.get(view);
  const key = frame.join();
  if (last?.key === key) return last.units;
  const isInSight = view.sphere ? reaches : isSeen;
  const units = new Set(Object.keys(view.paths).filter((unit) => isInSight(mainOf(view.paths[unit]), frame)));
  lastSeen.set(view, {key, units});
  return units;
}

/**
 * Whether the middle of what a name belongs to is well in sight: it is told then.
 * @param {View['names'][string] | undefined} name
 * @param {Pick<Sight, 'frame' | 'k'>} sight
 */
export function hasPlace(name, {frame: [left, top, w, h], k}) {
  if (!name) return false;
  const [x, y] = name.at;
  return isWellWithin([(x - left) * k, (y - top) * k], {width: w * k, height: h * k});
}

/**
 * Whether a name whose middle lies beyond is led to where its ground comes into sight.
 * @param {View} view
 * @param {View['names'][string] | undefined} name
 * @param {ReturnType<typeof groundsNamed>} groundOf
 * @param {Pick<Sight, 'frame' | 'k' | 'covered'>} sight
 */
function comesIntoSight(view, name, groundOf, {frame: [left, top, w, h], k, covered}) {
  if (!name) return false;
  const [camera, ground] = [{k, x: -left * k, y: -top * k}, groundOfView(view)];
  const middle = {x: (name.at[0] - left) * k, y: (name.at[1] - top) * k, own: groundsOf(ground, groundOf(name))};
  const bounds = {width: w * k, height: h * k};
  return placeInSight(middle, {under: underScreen(ground, camera), bounds, covered}) !== null;
}

/**
 * By status that only specks in sight have, the names of these; on the whole world each has a dot.
 * @param {IndexedFacts} facts
 * @param {View} view
 * @param {number} day
 * @param {Pick<Sight, 'frame' | 'k'>} sight
 */
export function specksOn(facts, view, day, {frame, k}) {
  const statusOf = (/** @type {string} */ unit) => /** @type {string} */ (entry(facts.units, unit).on(day).status);
  const [small, large] = [/** @type {Record<string, string[]>} */ ({}), new Set()];
  for (const unit of view.sphere ? [] : unitsSeen(view, frame)) {
    (small[statusOf(unit)] ??= []).push(facts.labelOn(unit, day) ?? facts.nameOn(unit, day));
    if (largestRing(view.paths[unit]) * k >= SPECK) large.add(statusOf(unit));
  }
  const told = Object.entries(small).filter(([status]) => !large.has(status));
  return Object.fromEntries(told.map(([status, names]) => [status, names.sort().join(', ')]));
}

/**
 * What a status is called in a key, and why nobody sees it on the map.
 * @param {Pick<OutOfSight, 'statuses' | 'specks'>} out
 * @param {string} status
 * @param {string} label
 * @param {Translate} t
 */
export function calledIn({statuses, specks}, status, label, t) {
  if (specks[status]) return t('key.speck', {label, names: specks[status]});
  return statuses.includes(status) ? t('key.beyond', {names: label}) : label;
}

/**
 * A name has a place too where its ground comes into sight. Nothing that no map has lies beyond the whole world.
 * @param {{facts: IndexedFacts, view: View, day: number, sight: Pick<Sight, 'frame' | 'k' | 'covered'>}} of
 * @returns {OutOfSight}
 */
export function outOfSight({facts, view, day, sight}) {
  const {frame} = sight;
  const seen = unitsSeen(view, frame);
  const counts = facts.countsOn(day);
  const worn = (/** @type {Iterable<string>} */ units) =>
    new Set([...units].map((unit) => /** @type {string} */ (entry(facts.units, unit).on(day).status)));
  const had = worn(seen);
  const unseen = facts.statuses.filter((status) => counts[status] && !had.has(status));
  const drawn = unseen.length > 0 ? worn(facts.units.keys()) : had;
  const isHeld = (/** @type {string} */ key) => (/** @type {string} */ unit) =>
    facts.units.has(key) ? unit === key : entry(facts.units, unit).on(day).state === key;
  const units = Object.keys(view.paths);
  const groundOf = groundsNamed(facts, view, day);
  const concerned = facts.concernedOn(day);
  const without = concerned
    .filter((key) => !hasPlace(view.names[key], sight) && !(view.sphere && !units.some(isHeld(key))))
    .filter((key) => !comesIntoSight(view, view.names[key], groundOf, sight));
  const namesOf = (/** @type {string[]} */ keys) => keys.map((key) => facts.labelOn(key, day) ?? key).sort();
  const isAtEdge = (/** @type {string} */ key) => [...seen].some(isHeld(key));
  const away = without.filter((key) => !isAtEdge(key));
  return {
    statuses: unseen.filter((status) => drawn.has(status)),
    specks: specksOn(facts, view, day, sight),
    here: namesOf(facts.untoldOn(day).filter((key) => !without.includes(key))),
    edge: namesOf(without.filter(isAtEdge)),
    away: namesOf(away),
    isElsewhere: away.length > 0 && away.length === concerned.length,
  };
}
