// The state an atlas begins with.

import {readAddress} from './address.mjs';
import {layersAtFirst} from './layers.mjs';
import {entry} from './lookup.mjs';

/** @import {At} from './camera.mjs' */
/** @import {IndexedFacts, State} from '../types' */

/** @type {string[]} one list for all states without a unit in focus or named, so that states can be compared */
const NO_UNITS = [];

/**
 * What an address holds of a state, the rest of that as the atlas first shows it; what it got wrong, by name.
 * @param {string} search
 * @param {{facts: IndexedFacts, views: string[]}} atlas
 */
export function addressed(search, {facts, views}) {
  const {state, ...more} = readAddress(search, facts, new Set(views));
  const first = {day: facts.opens, country: null, statement: null, layers: layersAtFirst(facts), draft: null};
  return {state: {...first, solo: null, words: null, view: views[0], ...state}, ...more};
}

/**
 * What an address asks for, and the rest as the atlas first shows it; what the address got wrong, by name. The
 * statement that it opens is in sight even where it is not among the main ones.
 * @param {string} search
 * @param {{facts: IndexedFacts, views: string[], view: string}} atlas `view` is the one that is there
 * @returns {{state: State, at: At | null, dropped: {name: string, value: string}[]}}
 */
export function firstState(search, {facts, views, view}) {
  const {state, ...more} = addressed(search, {facts, views});
  return {
    state: {
      all: state.statement ? !entry(facts.statements, state.statement).lean : false,
      playing: false,
      focus: NO_UNITS,
      names: NO_UNITS,
      told: null,
      speed: 'normal',
      patterns: false,
      ...state,
      view,
    },
    ...more,
  };
}
