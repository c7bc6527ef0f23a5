// The member states of a day that lie beyond a map: of whose ground nothing is in sight.

import {keep} from './lookup.mjs';
import {unitsSeen} from './out_of_sight.mjs';

/** @import {Facts, Unit, View} from '../types' */
/** @import {Frame} from './camera.mjs' */
/** @import {OutOfSight} from './out_of_sight.mjs' */
/** @typedef {{unit: string, name: string}} Beyond the country whose card tells of a state, and the state's name then */
/** @typedef {{members: Beyond[], named: string[]}} MembersBeyond those beyond a map, and their names if they are few */
/** @typedef {OutOfSight & {beyond: MembersBeyond}} Out all that a map tells of though it lies beyond it */

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

const FEW = 4; // members named one by one

/**
 * A question of the facts: which members of a day lie beyond what is in sight, by name; worked out once for each day
 * while the camera rests.
 * @param {Facts} facts
 * @returns {(day: number, view: View, frame: Frame) => MembersBeyond}
 */
export function createMembersBeyond(facts) {
  const membersOf = keep((/** @type {number} */ day) =>
    membersOn(facts, day).sort((a, b) => a.beyond.name.localeCompare(b.beyond.name, 'en')),
  );
  const beyondOf = (/** @type {ReadonlySet<string>} */ seen) => (/** @type {number} */ day) => {
    const outside = membersOf(day).filter(({units}) => !units.some(({id}) => seen.has(id)));
    const members = outside.map(({beyond}) => beyond);
    return {members, named: members.length <= FEW ? members.map(({name}) => name) : []};
  };
  /** @type {{seen: ReadonlySet<string>, on: (day: number) => MembersBeyond} | null} */
  let last = null;
  return (day, view, frame) => {
    const seen = unitsSeen(view, frame);
    if (last?.seen !== seen) last = {seen, on: keep(beyondOf(seen))};
    return last.on(day);
  };
}

/**
 * Whom a short key tells to be beyond the map: where it has one of the members, it has all that can be named.
 * @param {string[]} away those whom the headline is about
 * @param {string[]} named the members
 */
export const withMembersBeyond = (away, named) =>
  away.some((name) => named.includes(name)) ? [...new Set([...away, ...named])].sort() : away;
