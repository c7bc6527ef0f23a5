// The units that a map is about: the same rule as geo/drawing/about.py. tests/cases/about.json holds the two together.

import {entry} from './lookup.mjs';

/** @import {IndexedFacts} from '../types' */

/**
 * Of some units those that outlines of who joined and of what is pointed at enclose, all of who is in the headline, and
 * ground in dispute. Whether a name of theirs has its place on the map makes no difference.
 * @param {{facts: IndexedFacts, units: string[], day: number, pointedAt: Iterable<string>}} of
 */
export function unitsAbout({facts, units, day, pointedAt}) {
  const named = [...facts.namedOn(day), ...facts.concernedOn(day)];
  const outlined = [...facts.joinedOn(day), ...pointedAt, ...named.filter((key) => facts.units.has(key))];
  const about = new Set([...outlined.flatMap((id) => facts.outlineOf(id, day)), ...facts.unitsUnder('disputed', day)]);
  const isHeld = (/** @type {string} */ state) => named.includes(state) && !facts.units.has(state);
  return units.filter((id) => about.has(id) || isHeld(entry(facts.units, id).on(day).state));
}
