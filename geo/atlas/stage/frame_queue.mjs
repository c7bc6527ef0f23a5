// Paintings that follow the fills. While the hand drags, each has a frame of its own: short paintings instead of a long
// one. A painting that changes nothing takes none.

/**
 * @template Shown
 * @param {((shown: Shown) => boolean | void)[]} paintings in their order; each paints what was asked for last, and
 *   gives false where that changed nothing
 * @param {(shown: Shown) => void} onDone nothing is left to paint
 */
export function createFrameQueue(paintings, onDone) {
  /** @type {number | null} */
  let frame = null;
  /** @type {typeof paintings} */
  let due = [];
  /** @type {Shown} */
  let shown;
  function paintNext() {
    let isIdle = true;
    while (isIdle && due.length) isIdle = due.shift()?.(shown) === false;
    frame = due.length ? requestAnimationFrame(paintNext) : null;
    if (frame === null) onDone(shown);
  }
  function stop() {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
  }
  function paintAll() {
    stop();
    for (const painting of due.splice(0)) painting(shown);
    onDone(shown);
  }
  return {
    /** Paint everything: at once, or in the frames that follow the next one, which is the fills'. */
    run(/** @type {Shown} */ next, /** @type {boolean} */ inFrames) {
      shown = next;
      // What the year before still owes comes first.
      due = [...due, ...paintings.filter((painting) => !due.includes(painting))];
      if (inFrames) frame ??= requestAnimationFrame(() => (frame = requestAnimationFrame(paintNext)));
      else paintAll();
    },
    stop,
  };
}
