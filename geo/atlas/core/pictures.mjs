// What a view shows in a year, looked up once and kept. All that the stage asks of history is asked here.

import {spreadRuns} from './facts.mjs';
import {unitsOf, unitsOfDraft} from './overlays.mjs';

/** @typedef {ReturnType<ReturnType<typeof createPictures>['of']>} Picture */

/** A value for each key, made when it is first asked for. */
function keep(make) {
  const kept = new Map();
  return (key) => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key);
  };
}

/** The borders of a view with what their history is looked up by. */
function bordersOf(facts, view) {
  const dashed = new Map(facts.disputed.filter(({style}) => style === 'dashed').map((row) => [row.unit, row]));
  return Object.keys(view.borders).map((id) => {
    const [a, b] = id.split('|');
    const fronts = view.fronts[id] && spreadRuns(view.fronts[id], facts.first, facts.last);
    return {id, a, b, fronts, disputed: dashed.get(a) ?? dashed.get(b)};
  });
}

/** The names that a view asks for in a year: of states, and of units that are states of their own. */
function namesIn(facts, view, year) {
  const joined = new Set(facts.years.get(year).joined);
  const names = [];
  for (const {id, unit, text, at} of Object.values(view.names)) {
    const owner = facts.units.get(unit);
    const state = owner.stateIn(year);
    if (facts.grounds[id] ? state !== id : facts.grounds[state] || !view.anchors[unit]) continue;
    const status = facts.statuses[owner.statusIn(year)];
    names.push({id, at, text: text ?? facts.nameIn(unit, year), must: joined.has(unit), status});
  }
  return names;
}

/** The nearest land of the alliance to each city, and how far it is. */
const nearestIn = (facts, view, year) =>
  Object.entries(view.nearest)
    .filter(([, {land}]) => land?.[year])
    .map(([city, {city: from, land}]) => ({from, to: land[year], km: facts.years.get(year).measures[city].km}));

/** Ground under an overlay by year; years with the same ground share one list, so that lists can be told apart by identity. */
function createGround(facts, view) {
  const byYear = new Map();
  const lists = new Map();
  return (overlay, year, draft = '') => {
    const key = `${overlay} ${draft} ${year}`;
    if (!byYear.has(key)) {
      const all = draft ? unitsOfDraft(facts, draft, year) : unitsOf(facts, overlay, year);
      const units = all.filter((id) => view.paths[id]);
      const list = `${overlay} ${units}`;
      if (!lists.has(list)) lists.set(list, units);
      byYear.set(key, lists.get(list));
    }
    return byYear.get(key);
  };
}

/**
 * The pictures of a view by year. Arrays follow the order of `units` and `borders`.
 * @param {{facts: any, view: any}} from indexed facts, and the drawing of a view
 */
export function createPictures({facts, view}) {
  const units = Object.keys(view.paths).map((id) => facts.units.get(id));
  const borders = bordersOf(facts, view);
  const years = [...facts.years.keys()];
  const stateIn = (id, year) => facts.units.get(id).stateIn(year);
  const divided = view.paths['DEU-EAST'] && facts.west_berlin.length > 0;
  return {
    years,
    units: units.map(({id}) => id),
    borders,
    /** The statuses and states of units; of borders, which lie inside a state, are front line, are dashed; who joined. */
    of: keep((year) => {
      const {day, joined} = facts.years.get(year);
      return {
        statuses: units.map((unit) => facts.statuses[unit.statusIn(year)]),
        states: units.map((unit) => unit.stateIn(year)),
        inside: borders.map(({a, b}) => facts.borderHidden(a, b, year)),
        fronts: borders.map(({fronts}) => fronts?.[year - facts.first][1] ?? ''),
        dashed: borders.map(({disputed}) => Boolean(disputed && disputed.start_on <= day)),
        joined,
      };
    }),
    /** The units of the view under an overlay; the hatch of a draft article is named by the article, too. */
    under: createGround(facts, view),
    names: keep((year) => namesIn(facts, view, year)),
    nearest: keep((year) => nearestIn(facts, view, year)),
    /** Whether West Berlin, which the shapes cannot separate, lay apart: while there were two German states. */
    isBerlinDivided: (year) => Boolean(divided) && stateIn('DEU-EAST', year) !== stateIn('DEU', year),
    /** Whether a border ever lay inside one state. */
    isEverInside: ({a, b}) => years.some((year) => facts.borderHidden(a, b, year)),
    /** Whether a unit was a part of another state. */
    isPart: (id, year) => stateIn(id, year) !== id,
  };
}
