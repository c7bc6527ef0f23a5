// Work that is done once in a frame, however often it is asked for, and before the frame is painted.

/**
 * `schedule()` asks for it, `now()` does it at once, `cancel()` forgets it.
 * @param {() => void} act
 */
export function createOnceAFrame(act) {
  /** @type {number | null} */
  let frame = null;
  function cancel() {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
  }
  function now() {
    cancel();
    act();
  }
  return {schedule: () => void (frame ??= requestAnimationFrame(now)), now, cancel};
}
