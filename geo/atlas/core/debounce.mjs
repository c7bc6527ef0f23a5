// Something to do once the hand has come to rest. Asking again puts it off without making a new timer.

/**
 * `act` runs when nobody has called `schedule()` for `ms`; `cancel()` forgets it.
 * @param {() => void} act
 * @param {number} ms
 * @param {{later?: (act: () => void, ms: number) => number, forget?: (timer: number) => void, now?: () => number}}
 *   [clock]
 * @returns {{schedule: () => void, cancel: () => void}}
 */
export function createDebounce(
  act,
  ms,
  {later = setTimeout, forget = clearTimeout, now = () => performance.now()} = {},
) {
  /** @type {number | null} */
  let timer = null;
  let due = 0;
  const wake = () => {
    const left = due - now();
    timer = left > 0 ? later(wake, left) : null;
    if (timer === null) act();
  };
  return {
    schedule() {
      due = now() + ms;
      timer ??= later(wake, ms);
    },
    cancel() {
      if (timer !== null) forget(timer);
      timer = null;
    },
  };
}
