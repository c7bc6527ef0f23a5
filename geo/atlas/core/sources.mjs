// Where the facts were read: needed for cards, not for the map, and so fetched after it.

import {createLate} from './late.mjs';

/** @import {Source} from '../payload' */

/**
 * `readSources()` promises all of them, and tries again after a failure; `producersOf(ids)` names those that are there.
 * @param {() => Promise<Record<string, Source>>} load
 */
export function createSources(load) {
  const {ask, got} = createLate(load);
  return {
    readSources: ask,
    producersOf(/** @type {string[]} */ ids) {
      const known = got() ?? {};
      return [...new Set(ids.filter((id) => known[id]).map((id) => known[id].producer))];
    },
  };
}
