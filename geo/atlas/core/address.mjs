// The address bar holds the state: ?year=2004 or ?day=2008-04-03,
// &country=POL&view=europe&statement=<id>&layers=front,names&draft=nato-4&words=nato&patterns=1, &solo=member for a
// status that the legend singles out, &at=960,540,2.5 for the middle of the map and how much larger than home it is.

import {readDay} from './calendar.mjs';
import {joinLayers, layersAtFirst} from './layers.mjs';
import {entry} from './lookup.mjs';
import {MEMBERSHIP} from './of_page.mjs';

/** @import {At} from './camera.mjs' */
/** @import {IndexedFacts, State, Status} from '../types' */
/** @typedef {'country' | 'view' | 'statement' | 'draft' | 'solo' | 'words'} Chosen what an address names by an id */
/** @typedef {(value: string) => boolean} IsKnown */

export const OF_ADDRESS = 'address'; // what a notice is about that goes with the reader's first step
const NO_LAYERS = 'none';
const ON = '1';
const YEAR = /^\d{4}$/;
const PLACE = /^\d{1,5},\d{1,5},\d{1,2}(\.\d{1,2})?$/; // x, y, zoom
const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a plain object has an entry of its own by this name. */
const has = (/** @type {object} */ object, /** @type {string} */ name) =>
  Object.prototype.hasOwnProperty.call(object, name);

/**
 * What an address asks for: the known part as state, the rest by name, so that it can be told. The day is that of
 * `day`, else that of the statement, else the end of the year.
 * @param {string} search
 * @param {IndexedFacts} facts
 * @param {{has(name: string): boolean}} views
 * @returns {{state: Partial<State>, at: At | null, dropped: {name: string, value: string}[]}} `at` is the place of the
 *   camera
 */
export function readAddress(search, facts, views) {
  const params = new URLSearchParams(search);
  /** @type {Partial<State>} */
  const state = {};
  /** @type {{name: string, value: string}[]} */
  const dropped = [];
  const first = (/** @type {string} */ name) => {
    const [value, ...others] = params.getAll(name);
    if (others.length) dropped.push({name: 'twice', value: name});
    return value;
  };
  const take = (/** @type {string} */ name, /** @type {IsKnown} */ isKnown) => {
    const value = first(name);
    if (!value) return null;
    if (isKnown(value)) return value;
    dropped.push({name, value});
    return null;
  };
  const put = (/** @type {Chosen} */ name, /** @type {IsKnown} */ isKnown) => {
    const value = take(name, isKnown);
    if (value) state[name] = value;
  };
  const day = take('day', (v) => FULL_DAY.test(v) && Boolean(readDay(v)) && facts.holds(v));
  const year = take('year', (v) => YEAR.test(v) && facts.years.has(Number(v)));
  put('country', (v) => facts.units.has(v));
  put('view', (v) => views.has(v));
  put('statement', (v) => facts.statements.has(v));
  put('draft', (v) => facts.drafts.has(v));
  put('solo', (v) => facts.statuses.includes(/** @type {Status} */ (v)));
  put('words', (v) => has(facts.voices, v));
  const place = take('at', (v) => PLACE.test(v) && Number(v.split(',')[2]) > 0);
  const at = place ? /** @type {At} */ (/** @type {unknown} */ (place.split(',').map(Number))) : null;
  const layers = first('layers');
  if (layers) {
    const names = layers === NO_LAYERS ? [] : layers.split(',');
    state.layers = joinLayers(names, facts);
    for (const value of names) if (!facts.layers.includes(value)) dropped.push({name: 'layer', value});
  }
  if (take('patterns', (v) => v === ON)) state.patterns = true;
  if (day) state.day = facts.numberOf(day);
  else if (state.statement) state.day = entry(facts.statements, state.statement).day;
  else if (year) state.day = facts.yearEnd(Number(year));
  if (state.statement) delete state.country;
  const isElsewhere = dropped.some(({name}) => name === 'view');
  return {state, at: isElsewhere ? null : at, dropped};
}

/**
 * The address of a state; parameters that are not ours stay.
 * @param {string} search
 * @param {Pick<State, 'day'> & Partial<State> & {at?: At | null}} state  with the place of the camera
 * @param {IndexedFacts} facts
 * @returns {string}
 */
export function writeAddress(search, {day, country, view, statement, layers, draft, solo, at, words, patterns}, facts) {
  const params = new URLSearchParams(search);
  // A statement goes before a year, so that a year end that is not its day is written as a day.
  const isYear = facts.isYearEnd(day) && (!statement || facts.statements.get(statement)?.day === day);
  const when = isYear ? {day: null, year: String(facts.yearOf(day))} : {day: facts.isoOf(day), year: null};
  const atFirst = layersAtFirst(facts);
  const shown = (layers ?? atFirst) === atFirst ? null : layers || NO_LAYERS;
  for (const [name, value] of Object.entries({
    ...when,
    country,
    view,
    statement,
    layers: shown,
    draft,
    solo,
    at: at?.join(','),
    words,
    patterns: patterns && ON,
    [MEMBERSHIP]: facts.membership?.id,
  })) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return `?${params.toString().replaceAll('%2C', ',')}`;
}
