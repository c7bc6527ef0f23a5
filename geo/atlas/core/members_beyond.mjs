// The member states of a day that a view leaves out: whose ground it shows none of.

import {keep} from './lookup.mjs';

/** @import {Facts, Unit, View} from '../types' */
/** @typedef {{unit: string, name: string}} Beyond the country whose card tells of a state, and the state's name then */

/**
 * The states that were members on a day, each with its units, those that are a state of their own first.
 * @param {Facts} facts
 * @param {number} day
 */
function membersOn(facts, day) {
  /** @type {Map<string, Unit[]>} */
  const units = new Map();
  for (const unit of facts.units.values()) {
    const {state} = unit.on(day);
    units.set(state, [...(units.get(state) ?? []), unit]);
  }
  const isOwn = (/** @type {Unit} */ {kind}) => kind === 'country' || kind === 'part';
  return [...units].flatMap(([state, all]) => {
    const members = all.filter((unit) => isOwn(unit) && facts.isMember(unit.on(day).status));
    if (!members.length) return [];
    const home = members.find((unit) => !unit.on(day).relation) ?? members[0];
    const {relation, name} = home.on(day);
    return [{units: all, beyond: {unit: home.id, name: relation ? facts.stateNameOn(state, day) : name}}];
  });
}

/**
 * A question of the facts: which members of a day a view leaves out, by name; worked out once for each.
 * @param {Facts} facts
 * @returns {(view: View) => (day: number) => Beyond[]}
 */
export function createMembersBeyond(facts) {
  const membersOf = keep((/** @type {number} */ day) =>
    membersOn(facts, day).sort((a, b) => a.beyond.name.localeCompare(b.beyond.name, 'en')),
  );
  return keep((/** @type {View} */ view) =>
    keep((/** @type {number} */ day) =>
      membersOf(day)
        .filter(({units}) => !units.some(({id}) => view.anchors[id]))
        .map(({beyond}) => beyond),
    ),
  );
}

const FEW = 4; // members named one by one

/**
 * The same by name alone; of too many to name none is.
 * @param {Facts} facts
 * @returns {(day: number, view: View) => string[]}
 */
export function createNamedBeyond(facts) {
  const outsideOf = createMembersBeyond(facts);
  return (day, view) => {
    const outside = outsideOf(view)(day);
    return outside.length <= FEW ? outside.map(({name}) => name) : [];
  };
}

/**
 * Whom a short key tells to be beyond the map: where it has one of the members, it has all that can be named.
 * @param {string[]} away those whom the headline is about
 * @param {string[]} named the members
 */
export const withMembersBeyond = (away, named) =>
  away.some((name) => named.includes(name)) ? [...new Set([...away, ...named])].sort() : away;
