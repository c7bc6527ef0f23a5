// What is told of forces beyond where they stand: fetched when first asked for, since few readers ask.

import {createLate} from './late.mjs';

/** @import {ForceDetails} from '../payload' */

/**
 * @param {() => Promise<ForceDetails>} load
 */
export function createForceDetails(load) {
  const {ask, got} = createLate(load);
  return {
    /** What a force is and whose, by its place in the list; null until it has been fetched. */
    forceDetail: (/** @type {number} */ at) => got()?.forces[at] ?? null,
    /** Fetch all of it, unless the server is out of reach. */
    askForces: () =>
      ask().then(
        () => {},
        () => {},
      ),
  };
}
