// What is told of forces beyond where they stand: fetched when first asked for, since few readers ask.

import {fetchedOnce} from './late.mjs';

/** @import {ForceDetails} from '../payload' */

/**
 * @param {() => Promise<ForceDetails>} load
 */
export function createForceDetails(load) {
  /** @type {ForceDetails | null} */
  let details = null;
  const ask = fetchedOnce(async () => {
    details = await load();
  });
  return {
    /** What a force is and whose, by its place in the list; null until it has been fetched. */
    forceDetail: (/** @type {number} */ at) => details?.forces[at] ?? null,
    /** Fetch all of it; once, however often it is asked, unless the server was out of reach. */
    askForces: () => ask().catch(() => {}),
  };
}
