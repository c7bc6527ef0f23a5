// The states of a day that lie beyond a map: of which it shows no ground that one could see, nor a name. Members are
// told by name, of others how many have each status. geo/drawing/members_beyond.py has the same rule.

import {keep} from './lookup.mjs';
import {LEAST_NAMED} from './name_sight.mjs';
import {hasPlace, outOfSight, unitsSeen} from './out_of_sight.mjs';
import {largestRing, reaches, shows} from './rings.mjs';

/** @import {Facts, Translate, Unit, View} from '../types' */
/** @import {Sight} from './on_map.mjs' */
/** @import {OutOfSight} from './out_of_sight.mjs' */
/** @typedef {{unit: string, name: string}} Beyond the country whose card tells of a state, and the state's name then */
/**
 * @typedef {{members: Beyond[], named: string[], others: [status: string, n: number, label?: string][]}} MembersBeyond
 *   those beyond a map, and their names if they are few; how many others there are of each status, and what the rows
 *   of the key call it, where these are not short
 */
/**
 * @typedef {OutOfSight & {beyond: MembersBeyond, all: MembersBeyond['others'], notes: string[]}} Out all that a map
 *   tells of though it lies beyond it, others too of whose status a row says so, and what is to be said of ground in
 *   sight
 */
/**
 * @typedef {{state: string, units: string[], beyond: Beyond, status: string}} Standing a state with its ground; of whom
 *   is counted as a member no status is told
 */

/** @type {(string | null)[]} */
const OWN_GROUND = ['', 'part'];

/**
 * The states of a day that are counted, each with its units.
 * @param {Facts} facts
 * @param {number} day
 * @returns {Standing[]}
 */
function statesOn(facts, day) {
  /** @type {Map<string, Unit[]>} */
  const units = new Map();
  for (const unit of facts.units.values()) {
    const {state} = unit.on(day);
    units.set(state, [...(units.get(state) ?? []), unit]);
  }
  const isOwn = (/** @type {Unit} */ {kind}) => kind === 'country' || kind === 'part';
  return [...units].flatMap(([state, all]) => {
    const own = all.filter(isOwn);
    const members = own.filter((unit) => facts.isMember(unit.on(day).status));
    const at = (members.length ? members : own).filter((unit) => OWN_GROUND.includes(unit.on(day).relation));
    const ground = at.length ? at : members; // a colony's ground is not a member's
    if (!ground.length) return [];
    const home = ground.find((unit) => !unit.on(day).relation) ?? ground[0];
    const {relation, name} = home.on(day);
    const beyond = {unit: home.id, name: relation ? facts.stateNameOn(state, day) : name};
    const had = ground.map((unit) => /** @type {string} */ (unit.on(day).status));
    const status = members.length ? '' : (facts.statuses.find((each) => had.includes(each)) ?? '');
    return [{state, units: ground.map(({id}) => id), beyond, status}];
  });
}

/**
 * Whether a map shows a state: the middle of its name, or as much of its ground as a name needs; of a state that is
 * smaller than that, all of it. On the whole world a speck is enough.
 * @param {Standing} standing
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
const NOBODY = {members: [], named: [], others: []};

/**
 * How many of them have each status, in the order of the key.
 * @param {Facts} facts
 * @param {Standing[]} states
 * @param {number} day
 */
function countedOf({statuses, membership, calledOn}, states, day) {
  const told = statuses.filter((status) => !membership || status !== 'none'); // which counts nobody there
  /** @type {(status: string) => [string, number, string]} */
  const countOf = (status) => [
    status,
    states.filter((state) => state.status === status).length,
    calledOn(status, day).label,
  ];
  return told.map(countOf).filter(([, n]) => n);
}

/**
 * A question of the facts: who of a day lies beyond what is in sight; worked out once for each day while the camera
 * rests.
 * @param {Facts} facts
 * @returns {(day: number, view: View, sight: Pick<Sight, 'frame' | 'k'>) => MembersBeyond}
 */
export function createMembersBeyond(facts) {
  const statesOf = keep((/** @type {number} */ day) =>
    statesOn(facts, day).sort((a, b) => a.beyond.name.localeCompare(b.beyond.name, 'en')),
  );
  const beyondOf =
    (/** @type {View} */ view, /** @type {Pick<Sight, 'frame' | 'k'>} */ sight) => (/** @type {number} */ day) => {
      const states = statesOf(day).filter((state) => !isOnMap(state, view, sight));
      const members = states.filter(({status}) => !status).map(({beyond}) => beyond);
      const named = members.length <= FEW ? members.map(({name}) => name) : [];
      return {members, named, others: countedOf(facts, states, day)};
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
    const others = found.others.filter(([status]) => !out.statuses.includes(status)); // of those their row says so
    const notes = facts.groundNotesOn(day, unitsSeen(view, sight.frame));
    return {...out, beyond: {...(areTold ? NOBODY : found), others}, all: found.others, notes};
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

/**
 * How many others lie beyond it, in words; empty for none.
 * @param {MembersBeyond} beyond
 * @param {Translate} t
 */
export const othersInWords = ({others}, t) =>
  others
    .map(([status, n, label]) => {
      const short = t(`status.${status}.short`);
      return [label?.startsWith(short) === false ? label : short, n].join(' ').replaceAll(' ', '\u00a0');
    })
    .join('; ');

/**
 * Members and others, each after what they are; empty for none.
 * @param {MembersBeyond} beyond
 * @param {Translate} t
 */
export const allInWords = (beyond, t) => [
  beyond.members.length ? `${t('panel.beyond')}: ${beyondInWords(beyond, t)}` : '',
  beyond.others.length ? `${t('panel.beyond_others')}: ${othersInWords(beyond, t)}` : '',
];
