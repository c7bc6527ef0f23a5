// What a view shows on a day, looked up once and kept. All that the stage asks of history is asked here.

import {entry, keep} from './lookup.mjs';
import {isRare, isTold} from './name_numbers.mjs';
import {groundsNamed} from './named_ground.mjs';
import {valueOn} from './runs.mjs';

/** @import {City, FrontKind, Overlay, Place, Runs, View} from '../payload' */
/** @import {IndexedFacts} from '../types' */
/** @typedef {{id: string, a: string, b: string, fronts: Runs<FrontKind> | null, inner: Runs<boolean> | null}} Border */

/** What stands for a status on ground that is no unit. */
const LAND = /** @type {const} */ ('land');
const INVITEE = 'invitee';
const BLOC = 'bloc';
const CITIES = /** @type {City[]} */ (['moscow', 'st_petersburg']);

/**
 * The borders of a view with their history; null for what they never were.
 * @param {View} view
 * @param {IndexedFacts} facts
 * @returns {Border[]}
 */
const bordersOf = (view, {layers}) =>
  Object.keys(view.borders).map((id) => {
    const [a, b] = id.split('|');
    return {id, a, b, fronts: (layers.includes('front') && view.fronts[id]) || null, inner: view.inner[id] ?? null};
  });

/**
 * Whether a unit lay in a state that is a unit beside it: with no border drawn its name would stand on that.
 * @param {IndexedFacts} facts
 * @param {View} view
 * @param {string} unit
 * @param {number} day
 */
function isWithin(facts, view, unit, day) {
  const {state} = entry(facts.units, unit).on(day);
  return state !== unit && [unit, state].sort().join('|') in view.borders;
}

/**
 * The states that a front line parts from an ally of Moscow that is named.
 * @param {IndexedFacts} facts
 * @param {Border[]} borders
 * @param {number} day
 * @param {ReadonlySet<string>} named
 */
function facedOn(facts, borders, day, named) {
  const stateOf = (/** @type {string} */ unit) => entry(facts.units, unit).on(day).state;
  const fronts = borders.filter(({fronts}) => named.size && fronts && valueOn(fronts, day) === BLOC);
  const parted = fronts.map(({a, b}) => [stateOf(a), stateOf(b)]);
  return new Set(parted.flatMap(([a, b]) => [...(named.has(b) ? [a] : []), ...(named.has(a) ? [b] : [])]));
}

/**
 * The names that stand on a day: of states of their time, and of units, with the units whose ground is theirs.
 * @param {IndexedFacts} facts
 * @param {View} view
 * @param {Border[]} borders
 * @param {number} day
 */
function namesOn(facts, view, borders, day) {
  const [joined, named] = [new Set(facts.joinedOn(day)), new Set(facts.namedOn(day))];
  const concerned = new Set(facts.concernedOn(day));
  const faced = facedOn(facts, borders, day, named);
  const [members, counts] = [facts.membersOn(day), facts.countsOn(day)];
  const groundOf = groundsNamed(facts, view, day);
  /** Within the gold of a part that came in with its state, the name would be the part's. */
  const unoutlined = (/** @type {string[]} */ units) => {
    const rest = units.filter((unit) => !joined.has(unit));
    return rest.length ? rest : units;
  };
  const hatched = new Set(facts.unitsUnder('disputed', day));
  const countries = Object.values(view.names).flatMap(({id, unit, at}) => {
    const text = facts.labelOn(id, day);
    if (!text || (id === unit && isWithin(facts, view, unit, day))) return [];
    const {state, status} = entry(facts.units, unit).on(day);
    const isMember = facts.isMember(status);
    const belongs = isMember || status === INVITEE;
    const isState = state === id;
    const told = isTold({belongs, isMember, isState, isFaced: faced.has(id), members});
    const ground = groundOf({id, unit});
    const units = unoutlined(ground);
    return {
      id,
      unit,
      at,
      text,
      short: facts.shortOf(text),
      units,
      plain: units.filter((each) => !hatched.has(each)),
      joined: joined.has(unit),
      named: named.has(id) || (concerned.has(id) && !(told && isMember)) || ground.some((each) => joined.has(each)),
      status,
      belongs,
      tied: status !== 'none',
      strong: facts.isStrong(status),
      told,
      rare: isRare({isState, bearers: counts[status], isWorld: Boolean(view.sphere), isNews: joined.size > 0}),
      counts: isState && status !== 'none',
      quiet: false,
    };
  });
  return [...countries, ...landsOn(facts, view, day)];
}

/**
 * The names of great lands that are none of the countries: on a unit's ground, or on that of no unit.
 * @param {IndexedFacts} facts
 * @param {View} view
 * @param {number} day
 */
function landsOn(facts, view, day) {
  const lands = /** @type {Record<string, string>} */ (facts.words.land);
  return Object.entries(view.lands ?? {}).map(([id, at]) => ({
    id,
    unit: id,
    at,
    text: lands[id],
    short: '',
    units: view.paths[id] ? [id] : [],
    plain: [],
    joined: false,
    named: false,
    belongs: false,
    told: false,
    rare: false,
    counts: false,
    status: view.paths[id] ? entry(facts.units, id).on(day).status : LAND,
    quiet: true,
  }));
}

/**
 * The nearest land of the alliance to each city, and how far it is.
 * @param {IndexedFacts} facts
 * @param {View} view
 * @param {number} day
 * @returns {{from: Place, to: Place, city: string, km: number}[]}
 */
function nearestOn(facts, view, day) {
  const measures = facts.measuresOn(day);
  if (!measures) return [];
  return CITIES.flatMap((city) => {
    const {city: from, land} = view.nearest[city];
    const to = valueOn(land, day);
    return to ? [{from, to, city: valueOn(facts.pictures.cities[city], day), km: measures[city].km}] : [];
  });
}

/**
 * The pictures of a view by day. Arrays follow the order of `units` and `borders`.
 * @param {{facts: IndexedFacts, view: View}} from indexed facts, and the drawing of a view
 */
export function createPictures({facts, view}) {
  const units = Object.keys(view.paths).map((id) => entry(facts.units, id));
  const borders = bordersOf(view, facts);
  // Days with the same ground share one list, so that lists can be told apart by identity.
  const inView = keep((/** @type {string[]} */ list) => list.filter((id) => view.paths[id]));
  return {
    /** The days of the slider. */
    days: [...facts.years.values()].map(({day}) => day),
    units: units.map(({id}) => id),
    borders,
    /**
     * The statuses and states of units; of borders, which lie inside a state, are front line, are dashed; who joined.
     */
    of: keep((/** @type {number} */ day) => {
      const dashed = new Set(facts.unitsUnder('dashed', day));
      const here = units.map((unit) => unit.on(day));
      return {
        statuses: here.map(({status}) => status),
        states: here.map(({state}) => state),
        inside: borders.map(({inner}) => inner !== null && valueOn(inner, day)),
        fronts: borders.map(({fronts}) => (fronts ? valueOn(fronts, day) : '')),
        dashed: borders.map(({a, b}) => dashed.has(a) || dashed.has(b)),
        joined: facts.joinedOn(day),
      };
    }),
    /** The units of the view under an overlay. */
    under: (/** @type {Overlay} */ overlay, /** @type {number} */ day) => inView(facts.unitsUnder(overlay, day)),
    /** The units of the view that a draft article speaks of. */
    ground: (/** @type {string} */ draft, /** @type {number} */ day) =>
      inView(entry(facts.drafts, draft).groundOn(day)),
    names: keep((/** @type {number} */ day) => namesOn(facts, view, borders, day)),
    nearest: keep((/** @type {number} */ day) => nearestOn(facts, view, day)),
    /** A country with what its outline encloses on this view. */
    outlined: (/** @type {string} */ id, /** @type {number} */ day) => ({id, units: inView(facts.outlineOf(id, day))}),
    /** Whether the three powers had declared West Berlin's guarantee; null where it did not lie apart. */
    westBerlin: (/** @type {number} */ day) => (view.paths['DEU-EAST'] ? facts.westBerlinOn(day) : null),
    /** Whether a border ever lay inside one state. */
    isEverInside: (/** @type {Border} */ {inner}) => Boolean(inner),
    /** Whether a unit was a part of another state. */
    isPart: (/** @type {string} */ id, /** @type {number} */ day) => entry(facts.units, id).on(day).state !== id,
  };
}
