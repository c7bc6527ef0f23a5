// The lesson on the map: shows a stop, and plays the years from its question to its answer.

import {startAt, stateOf} from './place.mjs';

/** @import {State} from '../../atlas/types' */
/** @import {Atlas, Place, Stop} from '../types' */

const REVEAL_MS = 260; // a year on the way from the question to the answer
const NOTHING_OPEN = {country: null, statement: null, words: null, solo: null, playing: false};

/**
 * Begins at the stop `at`. `onShown(place)` runs once a stop is on the map.
 * @param {{atlas: Atlas, stops: Stop[], at: number, onShown: (place: Place) => void}} options
 * @returns {{place: () => Place, show: (next: Place) => Promise<void>, pause: () => void}}
 */
export function createLessonPlayer({atlas, stops, at, onShown}) {
  const {store, facts} = atlas;
  let place = startAt(at);
  /** @type {number | undefined} */
  let timer;
  let isFirst = true; // nothing was shown before that the eye could follow from
  const pause = () => clearTimeout(timer);

  /**
   * By the ends of years to the state of a stop, beginning with a day.
   * @param {Pick<State, 'day' | 'view'> & Partial<State>} state
   * @param {number} day
   */
  function playTo(state, day) {
    const isThere = day >= state.day;
    store.set(isThere ? state : {day, view: state.view}, isFirst ? 'jump' : 'step');
    isFirst = false;
    if (!isThere) timer = setTimeout(playTo, REVEAL_MS, state, facts.yearEndBeside(day, 1));
  }

  return {
    place: () => place,
    pause,
    async show(next) {
      pause();
      const isRevealed = next.revealed.length > place.revealed.length;
      place = next;
      const {view, day_before: before} = stops[place.at];
      if (!(await atlas.drawView(view)) || place !== next) return;
      const state = {...stateOf(stops, place), ...NOTHING_OPEN};
      playTo(state, isRevealed && before !== null ? facts.yearEndBeside(before, 1) : state.day);
      onShown(place);
    },
  };
}
