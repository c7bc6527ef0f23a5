// What is told of forces beyond where they stand: fetched when first asked for, since few readers ask.

/** @import {ForceDetails} from '../payload' */

/**
 * @param {() => Promise<ForceDetails>} load
 */
export function createForceDetails(load) {
  /** @type {ForceDetails | null} */
  let details = null;
  /** @type {Promise<void> | null} */
  let asked = null;
  return {
    /** What a force is and whose, by its place in the list; null until it has been fetched. */
    forceDetail: (/** @type {number} */ at) => details?.forces[at] ?? null,
    /** Fetch all of it; once, however often it is asked, unless the server was out of reach. */
    askForces() {
      asked ??= load().then(
        (all) => {
          details = all;
        },
        () => {
          asked = null;
        },
      );
      return asked;
    },
  };
}
