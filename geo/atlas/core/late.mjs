// What is fetched when it is first needed.

/**
 * Fetch once, however often it is asked; what failed is asked for again.
 * @template Value
 * @param {() => Promise<Value>} load
 * @returns {() => Promise<Value>}
 */
export function fetchedOnce(load) {
  /** @type {Promise<Value> | null} */
  let coming = null;
  return () =>
    (coming ??= load().catch((error) => {
      coming = null;
      throw error;
    }));
}
