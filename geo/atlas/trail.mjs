// The addresses behind a reader: a card or a view that is opened or left gets one of its own, a step of the years none.

import {writeAddress} from './core/address.mjs';

/** @import {AtlasMap, Core, How, State} from './types' */

const isElsewhere = (/** @type {State} */ one, /** @type {State} */ other) =>
  one.view !== other.view || one.country !== other.country || one.statement !== other.statement;

/**
 * `keep(search, isNew)` takes an address in place of the last, or after it; without `hasHistory` always in its place.
 * The place of the camera goes with each.
 * @param {Pick<Core, 'facts' | 'store'> & {views: AtlasMap['views'], hasHistory: boolean,
 *   keep: (search: string, isNew?: boolean) => void}} of
 */
export function createTrail({facts, store, views, keep, hasHistory}) {
  function put(/** @type {State} */ state, isNew = false) {
    const {view, camera} = views.stage();
    const at = view.name === state.view ? camera.at() : null; // the stage of another comes later, and tells its own
    keep(writeAddress(location.search, {...state, at}, facts), isNew);
  }
  let place = store.get(); // whose card and view the last address holds
  return {
    keepNow: () => put(store.get()),
    /** Take a state that the reader did not open for the one that the last address holds. */
    arriveAt: (/** @type {Partial<State>} */ state) => (place = {...store.get(), ...state}),
    follow(/** @type {State} */ state, /** @type {State | null} */ before, /** @type {How} */ how) {
      const isJump = how === 'jump' && state.day !== before?.day;
      if (hasHistory && before && (isJump || isElsewhere(place, state))) {
        put(before); // as it was left, for who comes back
        put(state, true);
      }
      place = state;
    },
  };
}
