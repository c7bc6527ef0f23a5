// What is said at most so often, however often it changes: at once, and the last of what came meanwhile a little later.

/**
 * `send(value)` gives whether it went out; what did not, or was the same as the last, counts as not sent. `forget()`
 * makes the next go out whatever was said before.
 * @template Value
 * @param {(value: Value) => boolean} send
 * @param {number} ms
 * @param {{later?: (act: () => void, ms: number) => unknown, now?: () => number}} [clock]
 */
export function createSending(send, ms, {later = setTimeout, now = () => performance.now()} = {}) {
  let said = '';
  let sentAt = -Infinity;
  let isWaiting = false;
  /** @type {Value} */
  let last;
  function put() {
    isWaiting = false;
    const text = JSON.stringify(last);
    if (text === said || !send(last)) return;
    [said, sentAt] = [text, now()];
  }
  return {
    say(/** @type {Value} */ value) {
      last = value;
      if (isWaiting) return;
      const left = sentAt + ms - now();
      if (left <= 0) return put();
      isWaiting = true;
      later(put, left);
    },
    forget: () => (said = ''),
  };
}
