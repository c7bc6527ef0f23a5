// Questions that are asked one after another, and what the main button does next. Pure.

import {isRevealed} from './known.mjs';

/** @import {Known} from './known.mjs' */
/** @import {Item} from './questions.mjs' */
/** @typedef {{items: Item[], at: number}} Run  */

/**
 * What comes next: the answers, the next result of the sheet, the next question, or the lesson again.
 * @param {Known} known
 * @param {number} at  which result of the sheet is shown
 * @param {Run | null} run
 * @returns {'reveal' | 'result' | 'question' | 'leave'}
 */
export function nextStep(known, at, run) {
  if (!isRevealed(known)) return 'reveal';
  if (at < known.questions.length - 1) return 'result';
  const isTogether = known.questions.length > 1; // all of the run stood on the sheet
  return run && !isTogether && run.at < run.items.length - 1 ? 'question' : 'leave';
}

/**
 * Which of how many the wall shows, counted from one; null where there is but one.
 * @param {Known} known
 * @param {number} at
 * @param {Run | null} run
 */
export function placeInRun(known, at, run) {
  if (known.questions.length > 1) return isRevealed(known) ? {at: at + 1, all: known.questions.length} : null;
  return run && run.items.length > 1 ? {at: run.at + 1, all: run.items.length} : null;
}

/**
 * What the room is told of strokes: those that came, or all of them anew where some are gone.
 * @template Stroke
 * @param {Stroke[]} told
 * @param {Stroke[]} now
 * @returns {{wipe: boolean, draw: Stroke[]}}
 */
export function strokesToTell(told, now) {
  const isMore = told.every((stroke, i) => stroke === now[i]);
  return {wipe: !isMore, draw: isMore ? now.slice(told.length) : now};
}
