// The address bar holds the state: ?year=2004&country=POL&view=europe&statement=<id>&layers=front,names&draft=nato-4&words=nato.

import {joinLayers, LAYERS, SHOWN} from './layers.mjs';

const NO_LAYERS = 'none';

/**
 * What an address asks for: the known part as state, the rest by name, so that it can be told.
 * @param {string} search
 * @param {{first: number, last: number, units: Map<string, any>, views: {has(name: string): boolean}, statements: Map<string, any>,
 *   drafts?: Map<string, any>, voices?: Record<string, any>}} known
 * @returns {{state: Record<string, any>, dropped: {name: string, value: string}[]}}
 */
export function readAddress(search, {first, last, units, views, statements, drafts = new Map(), voices = {}}) {
  const params = new URLSearchParams(search);
  const state = {};
  const dropped = [];
  const take = (name, known, store) => {
    const value = params.get(name);
    if (value === null || value === '') return;
    if (known(value)) store(value);
    else dropped.push({name, value});
  };
  take(
    'year',
    (v) => /^\d{4}$/.test(v) && Number(v) >= first && Number(v) <= last,
    (v) => (state.year = Number(v)),
  );
  take(
    'country',
    (v) => units.has(v),
    (v) => (state.country = v),
  );
  take(
    'view',
    (v) => views.has(v),
    (v) => (state.view = v),
  );
  take(
    'statement',
    (v) => statements.has(v),
    (v) => (state.statement = v),
  );
  take(
    'draft',
    (v) => drafts.has(v),
    (v) => (state.draft = v),
  );
  take(
    'words',
    (v) => Object.hasOwn(voices, v),
    (v) => (state.words = v),
  );
  const layers = params.get('layers');
  if (layers) {
    const names = layers === NO_LAYERS ? [] : layers.split(',');
    state.layers = joinLayers(names);
    for (const value of names) if (!LAYERS.includes(value)) dropped.push({name: 'layer', value});
  }
  if (state.statement && !params.get('year')) state.year = statements.get(state.statement).year;
  if (state.statement) delete state.country;
  return {state, dropped};
}

/**
 * The address of a state; parameters that are not ours stay.
 * @param {string} search
 * @param {Record<string, any>} state
 * @returns {string}
 */
export function writeAddress(search, {year, country, view, statement, layers = SHOWN, draft, words}) {
  const params = new URLSearchParams(search);
  const shown = layers === SHOWN ? null : layers || NO_LAYERS;
  for (const [name, value] of Object.entries({year, country, view, statement, layers: shown, draft, words})) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return `?${params.toString().replaceAll('%2C', ',')}`;
}
