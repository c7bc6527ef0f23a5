// The member states of a day that lie beyond a map: of which it shows no ground that one could see, nor a name.

import {keep} from './lookup.mjs';
import {LEAST_NAMED} from './name_sight.mjs';
import {hasPlace, outOfSight} from './out_of_sight.mjs';
import {largestRing, reaches, shows} from './rings.mjs';

/** @import {Facts, Translate, Unit, View} from '../types' */
/** @import {Sight} from './on_map.mjs' */
/** @import {OutOfSight} from './out_of_sight.mjs' */
/** @typedef {{unit: string, name: string}} Beyond the country whose card tells of a state, and the state's name then */
/** @typedef {{members: Beyond[], named: string[]}} MembersBeyond those beyond a map, and their names if they are few */
/** @typedef {OutOfSight & {beyond: MembersBeyond}} Out all that a map tells of though it lies beyond it */
/** @typedef {{state: string, units: string[], beyond: Beyond}} Member with its ground; its own country is first */

/**
 * The states that were members on a day, each with its units, those that are a state of their own first.
 * @param {Facts} facts
 * @param {number} day
 * @returns {Member[]}
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
    const beyond = {unit: home.id, name: relation ? facts.stateNameOn(state, day) : name};
    return [{state, units: members.map(({id}) => id), beyond}]; // a colony's ground is not a member's
  });
}

/**
 * Whether a map shows a state: the middle of its name, or as much of its ground as a name needs; of a state that is
 * smaller than that, all of it. On the whole world a speck is enough.
 * @param {Member} member
 * @param {View} view
 * @param {Pick<Sight, 'frame' | 'k'>} sight
 */
function isOnMap({state, units, beyond}, view, {frame, k}) {
  if (hasPlace(view.names[state] ?? view.names[beyond.unit], {frame, k})) return true;
  const paths = units.map((unit) => view.paths[unit]).filter(Boolean);
  if (view.sphere) return paths.some((path) => reaches(path, frame));
  const whole = view.paths[beyond.unit] ? Math.max(...paths.map(largestRing)) : Infinity;
  const least = Math.max(1, Math.min(LEAST_NAMED / k, whole));
  return paths.some((path) => shows(path, frame, least));
}

const FEW = 4; // members named one by one
/** @type {MembersBeyond} */
const NOBODY = {members: [], named: []};

/**
 * A question of the facts: which members of a day lie beyond what is in sight, by name; worked out once for each day
 * while the camera rests.
 * @param {Facts} facts
 * @returns {(day: number, view: View, sight: Pick<Sight, 'frame' | 'k'>) => MembersBeyond}
 */
export function createMembersBeyond(facts) {
  const membersOf = keep((/** @type {number} */ day) =>
    membersOn(facts, day).sort((a, b) => a.beyond.name.localeCompare(b.beyond.name, 'en')),
  );
  const beyondOf =
    (/** @type {View} */ view, /** @type {Pick<Sight, 'frame' | 'k'>} */ sight) => (/** @type {number} */ day) => {
      const members = membersOf(day)
        .filter((member) => !isOnMap(member, view, sight))
        .map(({beyond}) => beyond);
      return {members, named: members.length <= FEW ? members.map(({name}) => name) : []};
    };
  /** @type {{view: View, at: string, on: (day: number) => MembersBeyond} | null} */
  let last = null;
  return (day, view, {frame, k}) => {
    const at = [...frame, k].join();
    if (last?.view !== view || last.at !== at) last = {view, at, on: keep(beyondOf(view, {frame, k}))};
    return last.on(day);
  };
}

/**
 * A question of the facts: all that a map tells of though it lies beyond it; many members of whom the headline tells
 * each are not counted again.
 * @param {Facts} facts
 * @returns {(of: {view: View, day: number, sight: Sight}) => Out}
 */
export function createOut(facts) {
  const beyondOn = createMembersBeyond(facts);
  return ({view, day, sight}) => {
    const out = outOfSight({facts, view, day, sight});
    const found = beyondOn(day, view, sight);
    const areTold = !found.named.length && found.members.every(({name}) => out.away.includes(name));
    return {...out, beyond: areTold ? NOBODY : found};
  };
}

/**
 * The same for a key that has the members beneath it: nobody is named twice.
 * @param {Out} out
 * @returns {Out}
 */
export const namedOnce = (out) => ({...out, away: out.away.filter((name) => !out.beyond.named.includes(name))});

/**
 * The members beyond a map in words: by name, or how many.
 * @param {MembersBeyond} beyond
 * @param {Translate} t
 */
export const beyondInWords = ({members, named}, t) => named.join(', ') || t('panel.beyond_many', {n: members.length});
