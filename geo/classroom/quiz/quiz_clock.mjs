// The time for a question, where a class wants one: it runs only while the question is open and in view.

import {h, mark, say} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */

const SECOND_MS = 1000;
const LOOK_MS = 250; // between two looks at the clock
const SOON_S = 10;

/**
 * What is left of a time, in words: 1:05. Pure.
 * @param {number} ms
 */
export function leftInWords(ms) {
  const left = Math.max(0, Math.ceil(ms / SECOND_MS));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/**
 * A clock of so many seconds that stands still. `onSoon(seconds)` is called once, ten seconds before the end.
 * @param {{seconds: number, t: Translate, onSoon: (seconds: number) => void, onEnd: () => void, now?: () => number}}
 *   options
 * @returns {{element: HTMLElement, run: () => void, pause: () => void}}
 */
export function createQuizClock({seconds, t, onSoon, onEnd, now = () => performance.now()}) {
  const face = h('span', {'aria-hidden': 'true'});
  const element = h('span', {class: 'quiz-time', role: 'timer', 'aria-label': t('quiz.time_runs')}, face);
  let leftMs = seconds * SECOND_MS;
  let since = 0;
  let isSoon = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  const left = () => (ticking === undefined ? leftMs : leftMs - (now() - since));
  function show() {
    say(face, leftInWords(left()));
    mark(element, 'data-soon', isSoon);
  }
  function pause() {
    leftMs = left();
    clearInterval(ticking);
    ticking = undefined;
  }
  function look() {
    if (!isSoon && left() <= SOON_S * SECOND_MS) {
      isSoon = true;
      onSoon(SOON_S);
    }
    show();
    if (left() > 0) return;
    pause();
    onEnd();
  }
  show();
  return {
    element,
    pause,
    run() {
      if (ticking !== undefined) return;
      since = now();
      ticking = setInterval(look, LOOK_MS);
    },
  };
}
