// The address of the class page: `?stop=5`, `?quiz=easy-1234`, either with `&patterns=1`, or that of the atlas. Pure.

import {quizAsked} from './quiz/quiz_pick.mjs';

/** @import {Bank, ClassAddress, Stop} from './types' */

/**
 * The stop that an address asks for, from zero; null for none or one that is not there. In the address they are counted
 * from one.
 * @param {URLSearchParams} params
 * @param {Stop[]} stops
 */
function stopAsked(params, stops) {
  const number = params.get('stop');
  return number !== null && /^[1-9]\d{0,2}$/.test(number) && Number(number) <= stops.length ? Number(number) - 1 : null;
}

/**
 * What an address asks for; what is not there by its text, so that it can be told. An address of the atlas explores the
 * map.
 * @param {string} search
 * @param {{stops: Stop[], bank: Bank}} known
 * @returns {ClassAddress}
 */
export function readClassAddress(search, {stops, bank}) {
  const params = new URLSearchParams(search);
  const stop = stopAsked(params, stops);
  const quiz = quizAsked(search, bank);
  const asksTheAtlas = [...params.keys()].some((name) => !['stop', 'patterns'].includes(name));
  return {
    stop,
    quiz,
    view: params.get('view'),
    isPresenting: stop !== null || params.has('quiz') || !asksTheAtlas,
    unknownStop: stop === null ? params.get('stop') : null,
    unknownQuiz: quiz === null ? params.get('quiz') : null,
  };
}

/**
 * The address to keep: that of the quiz that is played, of the stop that is presented, or of the atlas.
 * @param {string} search  as the atlas would have it
 * @param {{quiz: string | null, isPresenting: boolean, at: number}} shown
 */
export function writeClassAddress(search, {quiz, isPresenting, at}) {
  const params = new URLSearchParams(search);
  const patterns = params.get('patterns') ? '&patterns=1' : '';
  if (quiz) return `?quiz=${quiz}${patterns}`;
  if (isPresenting) return `?stop=${at + 1}${patterns}`;
  params.delete('stop');
  params.delete('quiz');
  return `?${params}`;
}
