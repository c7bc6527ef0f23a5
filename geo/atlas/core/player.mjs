// Play: hurry through empty years, rest where something happened. Stops at the last year, or that in which a membership
// ended.

import {entry} from './lookup.mjs';
import {dwellMs} from './timeline.mjs';

/** @import {IndexedFacts, Store} from '../types' */

/**
 * Moves the store's day on from year end to year end while the state is `playing`.
 * @param {{facts: IndexedFacts, store: Store, later?: (act: () => void, ms: number) => number,
 *   forget?: (timer: number | undefined) => void}} of
 * @returns {{toggle: () => void, stop: () => void}}
 */
export function createPlayer({facts, store, later = (act, ms) => setTimeout(act, ms), forget = clearTimeout}) {
  /** @type {number | undefined} */
  let timer;
  const dwell = (/** @type {number} */ day) =>
    dwellMs(facts.pace, entry(facts.years, facts.yearOf(day)).pace, store.get().speed);
  const isOver = (/** @type {number} */ day) => day >= facts.opens;
  function tick() {
    const {day, playing} = store.get();
    if (!playing) return;
    if (isOver(day)) {
      store.set({playing: false}, 'play');
      return;
    }
    const next = facts.yearEndBeside(day, 1);
    store.set({day: next, statement: null}, 'play');
    timer = later(tick, dwell(next));
  }
  return {
    toggle() {
      forget(timer);
      const {playing, day, speed} = store.get();
      if (playing) {
        store.set({playing: false}, 'play');
        return;
      }
      // From there it begins anew, and gives the first picture time to be seen.
      const pace = isOver(day) ? 'joined' : 'empty';
      store.set({playing: true, ...(isOver(day) ? {day: facts.yearEnd(facts.first), statement: null} : {})}, 'play');
      timer = later(tick, dwellMs(facts.pace, pace, speed));
    },
    stop() {
      forget(timer);
      store.set({playing: false}, 'play');
    },
  };
}
