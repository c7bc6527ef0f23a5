// Something to do once the hand has come to rest. Asking again puts it off without making a new timer.

/** Gives `ask()`: `act` runs when nobody has asked for `ms`; `drop()` forgets it. */
export function createRest(act, ms, {later = setTimeout, forget = clearTimeout, now = () => performance.now()} = {}) {
  let timer = null;
  let due = 0;
  const wake = () => {
    const left = due - now();
    timer = left > 0 ? later(wake, left) : null;
    if (!timer) act();
  };
  return {
    ask() {
      due = now() + ms;
      timer ??= later(wake, ms);
    },
    drop() {
      forget(timer);
      timer = null;
    },
  };
}
