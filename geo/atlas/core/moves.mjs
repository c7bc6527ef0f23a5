// What a reader can do to the state: go to a day, open a country or a statement, close what is open.

import {joinLayers} from './layers.mjs';
import {changeBeside} from './timeline.mjs';

/**
 * @param {{facts: any, store: any, player: {stop: () => void}}} of
 */
export function createMoves({facts, store, player}) {
  const dayNow = () => store.get().day;

  /** An open statement stays open on its own day only: another day's map would not be the one it was said over. */
  function toDay(day, how = 'step') {
    const {statement} = store.get();
    const stays = statement && facts.statements.get(statement).day === day;
    store.set({day, statement: stays ? statement : null}, how);
  }
  function stepTo(day) {
    player.stop();
    toDay(day);
  }
  return {
    toDay,
    stepTo,
    toYear: (year, how) => toDay(facts.yearEnd(year), how),
    stepToYear: (year) => stepTo(facts.yearEnd(year)),
    /** Go to the end of the year so many years on; from within a year its own end comes first. */
    stepBy: (years) => stepTo(facts.yearEndBeside(dayNow(), years)),
    /** Back from a day within a year to its end. */
    toYearEnd: () => stepTo(facts.yearEnd(facts.yearOf(dayNow()))),
    /** Go to the previous (-1) or the next (1) day on which a state joined or the treaty area changed. */
    toChange: (direction) => stepTo(changeBeside(dayNow(), facts.changes, direction)),
    openStatement(id) {
      player.stop();
      store.set({statement: id, country: null, day: facts.statements.get(id).day}, 'step');
    },
    openCountry: (id) => store.set({country: id, statement: null}),
    close: () => store.set({country: null, statement: null}),
    toggleLayer(layer) {
      const on = store.get().layers.split(',');
      store.set({layers: joinLayers(on.includes(layer) ? on.filter((name) => name !== layer) : [...on, layer], facts)});
    },
    toggleSolo: (status) => store.set({solo: store.get().solo === status ? null : status}),
    toggleAll: () => store.set({all: !store.get().all}),
  };
}
