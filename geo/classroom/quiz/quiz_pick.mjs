// The choice of questions by a seed: the same as in geo/lesson/quiz/, so that a class and its worksheet have the
// same. Pure.

/** @import {Bank, Choice, Question} from '../types' */

/**
 * A generator of numbers from 0 to 2**32 - 1: Mulberry32 by Tommy Ettinger, public domain.
 * @param {number} seed
 * @returns {() => number}
 */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * The numbers below `count` in an order that the generator gives.
 * @param {number} count
 * @param {() => number} step
 * @returns {number[]}
 */
export function shuffled(count, step) {
  const order = Array.from({length: count}, (_, i) => i);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = step() % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * A question with its options in an order that the generator gives.
 * @param {Question} question
 * @param {() => number} step
 * @returns {Question}
 */
function dealt(question, step) {
  const order = shuffled(question.options.length, step);
  const options = order.map((place) => question.options[place]);
  const then = question.then && dealt(question.then, step);
  if (question.kind === 'click') return {...question, options, then};
  return {...question, options, then, answer: question.answer.map((place) => order.indexOf(place))};
}

/**
 * The questions of a seed: the kinds in turn, none twice; options in an order of their own. Fewer where there are not
 * as many.
 * @param {Bank} bank
 * @param {number} seed
 * @param {string} level
 * @param {number} count
 * @returns {Question[]}
 */
export function pickQuestions({kinds, questions}, seed, level, count) {
  const pools = kinds.map((kind) => questions.filter((one) => one.kind === kind && one.level === level));
  const step = mulberry32(seed);
  const order = shuffled(kinds.length, step);
  const orders = pools.map((pool) => shuffled(pool.length, step));
  const rounds = Math.max(0, ...orders.map(({length}) => length));
  const inTurn = Array.from({length: rounds}, (_, at) =>
    order.filter((kind) => at < orders[kind].length).map((kind) => pools[kind][orders[kind][at]]),
  );
  return inTurn
    .flat()
    .slice(0, count)
    .map((question) => dealt(question, step));
}

/**
 * Whether an answer is right: for a click the same units in any order, else the same places in the same order.
 * @param {Question} question
 * @param {Choice[]} choices
 */
export function isRight({kind, answer}, choices) {
  const [one, other] = kind === 'click' ? [[...answer].sort(), [...choices].sort()] : [answer, choices];
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/**
 * What an address asks for, `?quiz=easy-1234`; null for none or one that cannot be.
 * @param {string} search
 * @param {Bank} bank
 * @returns {{level: string, seed: number} | null}
 */
export function quizAsked(search, {levels, most_seed: most}) {
  const found = /^([a-z]+)-(\d{1,6})$/.exec(new URLSearchParams(search).get('quiz') ?? '');
  return found && levels.includes(found[1]) && Number(found[2]) <= most
    ? {level: found[1], seed: Number(found[2])}
    : null;
}
