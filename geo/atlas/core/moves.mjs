// What a reader can do to the state: go to a year, open a country or a statement, close what is open.

import {joinLayers} from './layers.mjs';
import {changeBeside, clampYear} from './timeline.mjs';

/**
 * @param {{facts: any, store: any, player: {stop: () => void}}} of
 */
export function createMoves({facts, store, player}) {
  const yearNow = () => store.get().year;

  /** An open statement stays open in its own year only. */
  function toYear(year, how = 'step') {
    const {statement} = store.get();
    const stays = statement && facts.statements.get(statement).year === year;
    store.set({year, statement: stays ? statement : null}, how);
  }
  /** Go to a year, or to the nearest there is, and stop the play. */
  function stepTo(year) {
    player.stop();
    toYear(clampYear(year, facts));
  }
  return {
    toYear,
    stepTo,
    stepBy: (years) => stepTo(yearNow() + years),
    /** Go to the previous (-1) or the next (1) year in which a state joined or the treaty area changed. */
    toChange: (direction) => stepTo(changeBeside(yearNow(), facts.changeYears, direction)),
    openStatement(id) {
      player.stop();
      store.set({statement: id, country: null, year: facts.statements.get(id).year}, 'step');
    },
    openCountry: (id) => store.set({country: id, statement: null}),
    close: () => store.set({country: null, statement: null}),
    toggleLayer(layer) {
      const on = store.get().layers.split(',');
      store.set({layers: joinLayers(on.includes(layer) ? on.filter((name) => name !== layer) : [...on, layer])});
    },
    toggleSolo: (status) => store.set({solo: store.get().solo === status ? null : status}),
    toggleAll: () => store.set({all: !store.get().all}),
  };
}
