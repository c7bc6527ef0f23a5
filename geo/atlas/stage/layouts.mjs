// A day's layout is worked out once for a place of the camera and kept, so that the hand that drags meets finished ones.

const PAUSE_MS = 400; // the camera has come to rest
const SPARE_MS = 4; // what is left of an idle moment must be worth it

/**
 * @template Layout
 * @param {{days: number[], keyOf: (state: any) => string, layOut: (state: any) => Layout}} of
 */
export function createLayouts({days, keyOf, layOut}) {
  /** @type {Map<string, Layout>} */
  const kept = new Map();
  let pause = null;
  let turn = 0; // of the camera: work for an earlier one is dropped

  function of(state) {
    const key = keyOf(state);
    if (!kept.has(key)) kept.set(key, layOut(state));
    return kept.get(key);
  }
  return {
    of,
    /** Lay out the days of the slider for this state while nothing moves. */
    prepare(state) {
      const idle = window.requestIdleCallback ?? ((act) => setTimeout(() => act({timeRemaining: () => 8}), 30));
      const waiting = [...days];
      const mine = turn;
      const work = (deadline) => {
        if (mine !== turn) return;
        while (waiting.length && deadline.timeRemaining() > SPARE_MS)
          of({...state, statement: null, day: waiting.pop()});
        if (waiting.length) idle(work);
      };
      clearTimeout(pause);
      pause = setTimeout(() => idle(work), PAUSE_MS);
    },
    /** Forget all layouts, and those in the making. */
    clear() {
      turn += 1;
      clearTimeout(pause);
      kept.clear();
    },
  };
}
