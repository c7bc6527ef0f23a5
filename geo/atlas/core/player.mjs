// Play: hurry through empty years, rest where something happened. Stops at the last year.

import {dwellMs} from './timeline.mjs';

/**
 * Moves the store's year on while the state is `playing`.
 * @param {{facts: any, store: any, later?: (act: () => void, ms: number) => any, forget?: (timer: any) => void}} of
 * @returns {{toggle: () => void, stop: () => void}}
 */
export function createPlayer({facts, store, later = (act, ms) => setTimeout(act, ms), forget = clearTimeout}) {
  let timer = null;
  const {first, last} = facts;
  const yearHas = (year) => {
    const {joined, area} = facts.years.get(year);
    return {joined: joined.length > 0 || Boolean(area), changed: facts.years.get(year).changed};
  };
  function tick() {
    const {year, playing} = store.get();
    if (!playing) return;
    if (year >= last) {
      store.set({playing: false}, 'play');
      return;
    }
    store.set({year: year + 1}, 'play');
    timer = later(tick, dwellMs(yearHas(year + 1), store.get().speed));
  }
  return {
    toggle() {
      forget(timer);
      const {playing, year, speed} = store.get();
      if (playing) {
        store.set({playing: false}, 'play');
        return;
      }
      const from = year >= last ? first : year;
      store.set({playing: true, year: from}, 'play');
      timer = later(tick, year >= last ? dwellMs({joined: true}, speed) : dwellMs({}, speed));
    },
    stop() {
      forget(timer);
      store.set({playing: false}, 'play');
    },
  };
}
