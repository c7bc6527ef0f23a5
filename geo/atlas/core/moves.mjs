// What a reader can do to the state: go to a day, open a country or a statement, close what is open.

import {joinLayers} from './layers.mjs';
import {entry} from './lookup.mjs';
import {changeBeside} from './timeline.mjs';

/** @import {IndexedFacts, Store} from '../types' */

/**
 * @param {{facts: IndexedFacts, store: Store, player: {stop: () => void}}} of
 */
export function createMoves({facts, store, player}) {
  const dayNow = () => store.get().day;

  /**
   * An open statement stays open on its own day only: another day's map would not be the one it was said over.
   * @param {number} day
   */
  function toDay(day, how = 'step') {
    const {statement} = store.get();
    const stays = statement && entry(facts.statements, statement).day === day;
    store.set({day, statement: stays ? statement : null}, how);
  }
  function stepTo(/** @type {number} */ day) {
    player.stop();
    toDay(day);
  }
  return {
    toDay,
    stepTo,
    toYear: (/** @type {number} */ year, how = 'step') => toDay(facts.yearEnd(year), how),
    stepToYear: (/** @type {number} */ year) => stepTo(facts.yearEnd(year)),
    /** Go to the end of the year so many years on; from within a year its own end comes first. */
    stepBy: (/** @type {number} */ years) => stepTo(facts.yearEndBeside(dayNow(), years)),
    /** Back from a day within a year to its end. */
    toYearEnd: () => stepTo(facts.yearEnd(facts.yearOf(dayNow()))),
    /** Go to the previous (-1) or the next (1) day on which a state joined or the treaty area changed. */
    toChange: (/** @type {number} */ direction) => stepTo(changeBeside(dayNow(), facts.changes, direction)),
    openStatement(/** @type {string} */ id) {
      player.stop();
      store.set({statement: id, country: null, day: entry(facts.statements, id).day}, 'step');
    },
    /** Go to the end of a year with no card open, and ask for all of its statements. */
    listStatements: (/** @type {number} */ year) =>
      store.set({day: facts.yearEnd(year), country: null, statement: null, all: true}, 'step'),
    openCountry: (/** @type {string} */ id) => store.set({country: id, statement: null}),
    close: () => store.set({country: null, statement: null}),
    toggleLayer(/** @type {string} */ layer) {
      const on = store.get().layers.split(',');
      store.set({layers: joinLayers(on.includes(layer) ? on.filter((name) => name !== layer) : [...on, layer], facts)});
    },
    toggleSolo: (/** @type {string} */ status) => store.set({solo: store.get().solo === status ? null : status}),
    toggleAll: () => store.set({all: !store.get().all}),
  };
}
