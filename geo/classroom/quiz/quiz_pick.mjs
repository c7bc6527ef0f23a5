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
 * Whether the map of a question, or its words, tell what another asks.
 * @param {Question} one
 * @param {Question} other
 */
const tells = (one, other) =>
  (one.kind === 'year' && other.seen && other.seen[0] <= one.year && one.year < other.seen[1]) ||
  (other.kind === 'click' && one.names?.includes(other.year));

/**
 * Whether a question can stand beside others: none answers it, and it answers none.
 * @param {Question} one
 * @param {Question[]} others
 */
const isApart = (one, others) => !others.some((each) => tells(one, each) || tells(each, one));

/**
 * A question for each turn of its kind: the first that waits and stands beside those chosen, and that leaves enough
 * that do so for the turns to come; where none does, the first. Takes them from those that wait.
 * @param {string[]} turns
 * @param {Map<string, Question[]>} waiting by kind
 * @param {string[]} first the kinds that are chosen before the others
 */
function chosenFor(turns, waiting, first) {
  /** @type {Question[]} */
  const chosen = [];
  /** @type {Map<number, Question>} */
  const byTurn = new Map();
  const ranks = [...first, ''];
  const rankOf = (/** @type {number} */ turn) => ranks.indexOf(first.includes(turns[turn]) ? turns[turn] : '');
  const open = [...turns.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  while (open.length) {
    const turn = /** @type {number} */ (open.shift());
    const pool = waiting.get(turns[turn]) ?? [];
    const leavesEnough = (/** @type {Question} */ one) =>
      [...waiting].every(([kind, those]) => {
        const left = those.filter((each) => each !== one && isApart(each, [...chosen, one]));
        return left.length >= open.filter((each) => turns[each] === kind).length;
      });
    const at = pool.findIndex((one) => isApart(one, chosen) && leavesEnough(one));
    const [taken] = pool.splice(Math.max(0, at), 1);
    chosen.push(taken);
    byTurn.set(turn, taken);
  }
  return turns.map((_, turn) => /** @type {Question} */ (byTurn.get(turn)));
}

/**
 * The questions of a seed: the kinds in turn, none twice and, as far as there are others, none that answers another;
 * options in an order of their own. Fewer where there are not as many.
 * @param {Bank} bank
 * @param {number} seed
 * @param {string} level
 * @param {number} count
 * @returns {Question[]}
 */
export function pickQuestions({kinds, first, questions}, seed, level, count) {
  const pools = kinds.map((kind) => questions.filter((one) => one.kind === kind && one.level === level));
  const step = mulberry32(seed);
  const order = shuffled(kinds.length, step);
  const waiting = new Map(
    pools.map((pool, kind) => [String(kinds[kind]), shuffled(pool.length, step).map((place) => pool[place])]),
  );
  const rounds = Math.max(0, ...pools.map(({length}) => length));
  const inTurn = Array.from({length: rounds}, (_, at) =>
    order.filter((kind) => at < pools[kind].length).map((kind) => kinds[kind]),
  );
  return chosenFor(inTurn.flat().slice(0, count), waiting, first).map((question) => dealt(question, step));
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
