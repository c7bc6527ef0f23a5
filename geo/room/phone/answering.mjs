// An answer while it is being given: what a press or a tap makes of it, and whether it is whole. Pure.

import {placesAfter} from '../../classroom/quiz/quiz_question.mjs';
import {takes} from '../protocol.mjs';

/** @import {Answer, Asked} from '../messages' */

/**
 * The answer after a press on an option, or a tap on a unit: one of several takes the place of the oldest once there
 * are as many as may be.
 * @param {Asked} question
 * @param {Answer} answer
 * @param {number | string} chosen
 * @returns {Answer}
 */
export function answerAfter({kind, most}, answer, chosen) {
  const had = /** @type {(number | string)[]} */ (answer);
  const after =
    kind === 'order'
      ? placesAfter(kind, /** @type {number[]} */ (answer), Number(chosen))
      : had.includes(chosen)
        ? had.filter((one) => one !== chosen)
        : [...had, chosen].slice(-most);
  return /** @type {Answer} */ (after);
}

/** Whether an answer can be sent. */
export const isWhole = (/** @type {Asked} */ question, /** @type {Answer} */ answer) => takes(question, answer);

/** Whether two answers are the same. */
export const isSame = (/** @type {Answer} */ one, /** @type {Answer | undefined} */ other) =>
  other !== undefined && one.length === other.length && one.every((each, i) => each === other[i]);
