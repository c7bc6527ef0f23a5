// What a view shows on a day, looked up once and kept. All that the stage asks of history is asked here.

import {valueOn} from './runs.mjs';

/** @typedef {ReturnType<ReturnType<typeof createPictures>['of']>} Picture */

/** A value for each key, made when it is first asked for. */
function keep(make) {
  const kept = new Map();
  return (key) => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key);
  };
}

/** The borders of a view with their history; null for what they never were. */
const bordersOf = (view) =>
  Object.keys(view.borders).map((id) => {
    const [a, b] = id.split('|');
    return {id, a, b, fronts: view.fronts[id] ?? null, inner: view.inner[id] ?? null};
  });

/** The names that stand on a day: of states of their time, and of units. */
function namesOn(facts, view, day) {
  const joined = new Set(facts.joinedOn(day));
  const names = [];
  for (const {id, unit, at} of Object.values(view.names)) {
    const text = facts.labelOn(id, day);
    if (text) names.push({id, at, text, must: joined.has(unit), status: facts.units.get(unit).on(day).status});
  }
  return names;
}

/** The nearest land of the alliance to each city, and how far it is. */
function nearestOn(facts, view, day) {
  const measures = facts.measuresOn(day);
  if (!measures) return [];
  return Object.entries(view.nearest).map(([city, {city: from, land}]) => ({
    from,
    to: valueOn(land, day),
    km: measures[city].km,
  }));
}

/**
 * The pictures of a view by day. Arrays follow the order of `units` and `borders`.
 * @param {{facts: any, view: any}} from indexed facts, and the drawing of a view
 */
export function createPictures({facts, view}) {
  const units = Object.keys(view.paths).map((id) => facts.units.get(id));
  const borders = bordersOf(view);
  // Days with the same ground share one list, so that lists can be told apart by identity.
  const inView = keep((list) => list.filter((id) => view.paths[id]));
  return {
    /** The days of the slider. */
    days: [...facts.years.values()].map(({day}) => day),
    units: units.map(({id}) => id),
    borders,
    /** The statuses and states of units; of borders, which lie inside a state, are front line, are dashed; who joined. */
    of: keep((day) => {
      const dashed = new Set(facts.unitsUnder('dashed', day));
      const here = units.map((unit) => unit.on(day));
      return {
        statuses: here.map(({status}) => status),
        states: here.map(({state}) => state),
        inside: borders.map(({inner}) => Boolean(inner) && valueOn(inner, day)),
        fronts: borders.map(({fronts}) => (fronts ? valueOn(fronts, day) : '')),
        dashed: borders.map(({a, b}) => dashed.has(a) || dashed.has(b)),
        joined: facts.joinedOn(day),
      };
    }),
    /** The units of the view under an overlay; the hatch of a draft article is named by the article, too. */
    under: (overlay, day, draft = '') =>
      inView(draft ? facts.drafts.get(draft).groundOn(day) : facts.unitsUnder(overlay, day)),
    names: keep((day) => namesOn(facts, view, day)),
    nearest: keep((day) => nearestOn(facts, view, day)),
    /** A country with what its outline encloses on this view. */
    outlined: (id, day) => ({id, units: inView(facts.outlineOf(id, day))}),
    /** Whether West Berlin, which the shapes cannot separate, lay apart. */
    isBerlinDivided: (day) => Boolean(view.paths['DEU-EAST']) && facts.isBerlinDividedOn(day),
    /** Whether a border ever lay inside one state. */
    isEverInside: ({inner}) => Boolean(inner),
    /** Whether a unit was a part of another state. */
    isPart: (id, day) => facts.units.get(id).on(day).state !== id,
  };
}
