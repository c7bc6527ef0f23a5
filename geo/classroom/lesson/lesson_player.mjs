// The lesson on the map: shows a stop, and plays the years from its question to its answer.

import {stateOf} from './place.mjs';

/** @import {Arrival, State} from '../../atlas/types' */
/** @import {Atlas, Place, Stop} from '../types' */

const REVEAL_MS = 260; // a year on the way from the question to the answer
const NOTHING_OPEN = {statement: null, words: null, playing: false};

/**
 * Begins at a place. `onShown(place)` runs when a stop comes to be on the map.
 * @param {{atlas: Atlas, stops: Stop[], begin: Place, onShown: (place: Place) => void}} options
 * @returns {{place: () => Place, show: (next: Place) => Promise<void>, pause: () => void}}
 */
export function createLessonPlayer({atlas, stops, begin, onShown}) {
  const {store, facts} = atlas;
  let place = begin;
  /** @type {number | undefined} */
  let timer;
  let isFirst = true; // nothing was shown before that the eye could follow from
  /** @type {number | null} the stop whose place the map was led to; from there on the hand has it */
  let ledTo = null;
  const pause = () => clearTimeout(timer);

  function lead() {
    if (ledTo === place.at) return;
    ledTo = place.at;
    const {camera} = stops[place.at];
    atlas.lookAt(camera.length ? /** @type {Arrival['camera']} */ (/** @type {unknown} */ (camera)) : null);
  }

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
      const state = {...NOTHING_OPEN, ...stateOf(stops, place)};
      onShown(place); // first: whether the answer is known decides which names the map has
      playTo(state, isRevealed && before !== null ? facts.yearEndBeside(before, 1) : state.day);
      lead();
    },
  };
}
