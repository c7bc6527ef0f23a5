// What is fetched after the map, when it is first asked for.

/**
 * `ask()` promises it: fetched once, however often it is asked, and again after a failure. `got()` is it, or null.
 * @template What
 * @param {() => Promise<What>} load
 */
export function createLate(load) {
  /** @type {What | null} */
  let got = null;
  /** @type {Promise<What> | null} */
  let coming = null;
  return {
    got: () => got,
    ask: () =>
      (coming ??= load().then(
        (all) => (got = all),
        (error) => {
          coming = null;
          throw error;
        },
      )),
  };
}
