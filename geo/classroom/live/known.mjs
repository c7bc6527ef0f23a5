// What the wall knows of its room. Pure: what is known and a message in, what is known then out.

/** @import {Asked, FromRoom, Result, Row, Shown} from '../../room/messages' */
/**
 * @typedef {{code: string, teams: number, phones: number, answered: number[], ends: number, sheet: string,
 *   exit: boolean, questions: Asked[], results: Result[], isRanked: boolean, rows: Row[],
 *   wall: Shown | null}} Known  `wall` is what the room was told last of what stands there
 */

/** @type {Known} */
export const NOTHING = {
  code: '',
  teams: 0,
  phones: 0,
  answered: [],
  ends: 0,
  sheet: '',
  exit: false,
  questions: [],
  results: [],
  isRanked: false,
  rows: [],
  wall: null,
};

/**
 * @param {Known} known
 * @param {FromRoom} message
 * @returns {Known}
 */
export function knownAfter(known, message) {
  if (message.kind === 'class') {
    const {code, teams, phones, answered, ends} = message;
    return {...known, code, teams, phones, answered, ends};
  }
  if (message.kind === 'asked') {
    const {sheet, exit, questions} = message;
    return {...known, sheet, exit, questions, results: sheet === known.sheet ? known.results : []};
  }
  if (message.kind === 'result') {
    return {...known, results: message.sheet && message.sheet === known.sheet ? message.results : []};
  }
  if (message.kind === 'wall') {
    const {stop, day, view, halted, place, words} = message;
    return {...known, wall: {stop, day, view, halted, place, words}};
  }
  if (message.kind === 'board') return {...known, isRanked: message.shown, rows: message.rows};
  return message.kind === 'ended' ? NOTHING : known;
}

export const isAsked = (/** @type {Known} */ {questions}) => questions.length > 0;
export const isRevealed = (/** @type {Known} */ {results}) => results.length > 0;

/** How many have answered one of the open questions, or all of them at least in part where several are open. */
export const mostAnswered = (/** @type {Known} */ {answered}) => Math.max(0, ...answered);

/** A code in two halves, as it is read out and typed. */
export const inHalves = (/** @type {string} */ code) => [code.slice(0, 3), code.slice(3)];
