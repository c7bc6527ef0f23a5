// Paintings that follow the fills. While the hand drags, each has a frame of its own: short paintings instead of a long one.

/**
 * @param {(() => void)[]} paintings in their order
 * @param {() => void} onDone nothing is left to paint
 */
export function createFrameQueue(paintings, onDone) {
  let frame = null;
  let due = [];
  function paintNext() {
    due.shift()();
    frame = due.length ? requestAnimationFrame(paintNext) : null;
    if (!frame) onDone();
  }
  function paintAll() {
    cancelAnimationFrame(frame);
    frame = null;
    while (due.length) due.shift()();
    onDone();
  }
  return {
    /** Paint everything: at once, or in the frames that follow the next one, which is the fills'. */
    run(inFrames) {
      // What the year before still owes comes first.
      due = [...due, ...paintings.filter((painting) => !due.includes(painting))];
      if (inFrames) frame ??= requestAnimationFrame(() => (frame = requestAnimationFrame(paintNext)));
      else paintAll();
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
