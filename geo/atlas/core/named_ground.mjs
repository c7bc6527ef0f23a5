// Whose ground a name on the map stands for.

import {entry} from './lookup.mjs';

/** @import {View} from '../payload' */
/** @import {IndexedFacts} from '../types' */

/**
 * The ground of the names of a view on a day: of a unit all that is outlined with it, of a state of its time all that
 * it held, else the unit beside which the name stands.
 * @param {IndexedFacts} facts
 * @param {Pick<View, 'paths'>} view
 * @param {number} day
 * @returns {(name: Pick<View['names'][string], 'id' | 'unit'>) => string[]}
 */
export function groundsNamed(facts, view, day) {
  /** @type {Map<string, string[]>} */
  const byState = new Map();
  for (const id of Object.keys(view.paths)) {
    const {state} = entry(facts.units, id).on(day);
    byState.set(state, [...(byState.get(state) ?? []), id]);
  }
  return ({id, unit}) => (id === unit ? facts.outlineOf(unit, day) : (byState.get(id) ?? [unit]));
}
