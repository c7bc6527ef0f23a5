// The lesson on the map: shows a stop, and plays the years from its question to its answer.

import {startAt, stateOf} from './place.mjs';

/** @import {Atlas, Place, Stop} from '../types' */

const REVEAL_MS = 260; // a year on the way from the question to the answer
const NOTHING_OPEN = {country: null, statement: null, words: null, solo: null, playing: false};

/**
 * Begins at the stop `at`. `onShown(place)` runs once a stop is on the map.
 * @param {{atlas: Atlas, stops: Stop[], at: number, onShown: (place: Place) => void}} options
 * @returns {{place: () => Place, show: (next: Place) => Promise<void>, pause: () => void}}
 */
export function createLessonPlayer({atlas, stops, at, onShown}) {
  const {store} = atlas;
  let place = startAt(at);
  let timer = null;
  const pause = () => clearTimeout(timer);

  /** Year by year to the state of a stop, beginning with `year`. */
  function playTo(state, year) {
    store.set(year === state.year ? state : {year, view: state.view}, 'step');
    if (year < state.year) timer = setTimeout(playTo, REVEAL_MS, state, year + 1);
  }

  return {
    place: () => place,
    pause,
    async show(next) {
      pause();
      const isRevealed = next.revealed.length > place.revealed.length;
      place = next;
      const {view, year, before} = stops[place.at];
      if (!(await atlas.drawView(view)) || place !== next) return;
      const state = {...stateOf(stops, place), ...NOTHING_OPEN};
      playTo(state, isRevealed && year - before > 1 ? before + 1 : state.year);
      onShown(place);
    },
  };
}
