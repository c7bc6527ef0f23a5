// Where the facts were read: needed for cards, not for the map, and so fetched after it.

/** @import {Source} from '../payload' */

/**
 * `readSources()` promises all of them, and tries again after a failure; `producersOf(ids)` names those that are there.
 * @param {() => Promise<Record<string, Source>>} load
 */
export function createSources(load) {
  /** @type {Record<string, Source>} */
  let known = {};
  /** @type {Promise<Record<string, Source>> | null} */
  let coming = null;
  return {
    readSources() {
      coming ??= load().then(
        (sources) => (known = sources),
        (error) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
    producersOf: (/** @type {string[]} */ ids) => [
      ...new Set(ids.filter((id) => known[id]).map((id) => known[id].producer)),
    ],
  };
}
