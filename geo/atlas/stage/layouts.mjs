// A day's layout is worked out once for a place of the camera and kept, so that the hand that drags meets finished
// ones.

import {whenIdle} from '../idle.mjs';

const PAUSE_MS = 400; // the camera has come to rest
const SPARE_MS = 4; // what is left of an idle moment must be worth it

/** @import {State} from '../types' */

/**
 * @template Layout
 * @param {{days: number[], keyOf: (state: State) => string, layOut: (state: State) => Layout}} of
 */
export function createLayouts({days, keyOf, layOut}) {
  /** @type {Map<string, Layout>} */
  const kept = new Map();
  /** @type {number | undefined} */
  let pause;
  let turn = 0; // of the camera: work for an earlier one is dropped
  let isPrepared = false; // for this place of the camera

  function of(/** @type {State} */ state) {
    if (!isPrepared) prepare(state);
    const key = keyOf(state);
    const layout = kept.get(key) ?? layOut(state);
    kept.set(key, layout);
    return layout;
  }
  /** Lay out the days of the slider for this state while nothing moves. */
  function prepare(/** @type {State} */ state) {
    isPrepared = true;
    const waiting = [...days];
    const mine = turn;
    const work = (/** @type {Pick<IdleDeadline, 'timeRemaining'>} */ deadline) => {
      if (mine !== turn) return;
      while (waiting.length && deadline.timeRemaining() > SPARE_MS) {
        const [day] = waiting.splice(-1);
        of({...state, statement: null, day});
      }
      if (waiting.length) whenIdle(work);
    };
    clearTimeout(pause);
    pause = setTimeout(() => whenIdle(work), PAUSE_MS);
  }

  return {
    of,
    prepare,
    /** Forget all layouts, and those in the making. */
    clear() {
      turn += 1;
      isPrepared = false;
      clearTimeout(pause);
      kept.clear();
    },
  };
}
