// The next country to walk to: of the same status, or by the beginning of its name. Pure.

import {entry} from '../core/lookup.mjs';

/** @import {IndexedFacts} from '../types' */

/** A name as it is typed: without marks over letters, in small ones. */
const plain = (/** @type {string} */ text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Units of a map by their names on a day.
 * @param {IndexedFacts} facts
 * @param {string[]} units
 * @param {number} day
 */
const byName = (facts, units, day) =>
  units
    .map((id) => ({id, name: facts.nameOn(id, day)}))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({id}) => id);

/**
 * The countries of a unit's status on a day by their names, and which of them comes after it (1) or before (-1).
 * @param {IndexedFacts} facts
 * @param {{units: string[], id: string, day: number, direction: number}} of `units` are those of the map
 * @returns {{alike: string[], next: string}}
 */
export function alikeBeside(facts, {units, id, day, direction}) {
  const {status} = entry(facts.units, id).on(day);
  const whole = units.filter(
    (each) => entry(facts.units, each).kind === 'country' && facts.openedBy(each, day) === each,
  );
  const alike = byName(facts, whole, day).filter((each) => entry(facts.units, each).on(day).status === status);
  const at = alike.indexOf(facts.openedBy(id, day));
  const from = at < 0 && direction < 0 ? 0 : at;
  return {alike, next: alike[(from + direction + alike.length) % alike.length] ?? id};
}

/**
 * The unit whose name on a day begins with what was typed: the one the walk is at, or the next after it; null for none.
 * One letter typed again and again goes on from name to name.
 * @param {IndexedFacts} facts
 * @param {{units: string[], from: string | null, day: number, typed: string}} of
 * @returns {string | null}
 */
export function unitTyped(facts, {units, from, day, typed}) {
  const letters = plain(typed);
  const isOneLetter = [...letters].every((letter) => letter === letters[0]);
  const wanted = isOneLetter ? letters[0] : letters;
  const found = byName(facts, units, day).filter((id) => plain(facts.nameOn(id, day)).startsWith(wanted));
  const at = from === null ? -1 : found.indexOf(from);
  const next = at < 0 || isOneLetter ? at + 1 : at;
  return found[next % found.length] ?? null;
}
