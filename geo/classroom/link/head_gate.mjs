// The gate for what a teacher's address says of a lesson beside its stops: goals, words, questions, guidance. Pure.

import {LinkError} from './lesson_link.mjs';

/** @import {CheckQuestion, KeyWord, Lesson} from '../types' */
/** @typedef {Record<string, unknown>} Fields */

const MOST_LISTED = 12; // goals, words, questions, answers: geo/lesson/head.py admits no more of any

/**
 * What reads a part of a head: a text, a whole number, a list, a group of fields; throws a LinkError for another.
 * @param {number} longest of a text
 */
function createReaders(longest) {
  const admit = (/** @type {boolean} */ isGood) => {
    if (!isGood) throw new LinkError('broken');
  };
  const text = (/** @type {unknown} */ value = '') => {
    admit(typeof value === 'string' && value.length <= longest);
    return /** @type {string} */ (value);
  };
  const number = (/** @type {unknown} */ value) => {
    admit(Number.isInteger(value));
    return /** @type {number} */ (value);
  };
  const group = (/** @type {unknown} */ value) => {
    admit(typeof value === 'object' && value !== null && !Array.isArray(value));
    return /** @type {Fields} */ (value);
  };
  /** @template One @param {unknown} values @param {(value: unknown) => One} one @returns {One[]} */
  const list = (values, one) => {
    admit(Array.isArray(values) && values.length <= MOST_LISTED);
    return /** @type {unknown[]} */ (values).map((value) => one(value));
  };
  return {text, number, group, list};
}

/**
 * The head that came; nothing where none did.
 * @param {unknown} came
 * @param {number} longest that a text may be
 * @returns {Partial<Lesson>}
 */
export function headOf(came, longest) {
  if (came === undefined) return {};
  const {text, number, group, list} = createReaders(longest);
  /** @returns {CheckQuestion} */
  const question = (/** @type {unknown} */ value) => {
    const {prompt, options, right, why, sources} = group(value);
    return {
      prompt: text(prompt),
      options: list(options, text),
      right: number(right),
      why: text(why),
      sources: list(sources, text),
    };
  };
  /** @returns {KeyWord} */
  const keyWord = (/** @type {unknown} */ value) => {
    const {id, term, name, says} = group(value);
    return {id: text(id), term: text(term), name: text(name), says: text(says)};
  };
  const head = group(came);
  const misconception = group(head.misconception);
  return {
    goals: list(head.goals, text),
    key_words: list(head.key_words, keyWord),
    starter: list(head.starter, question),
    exit: list(head.exit, question),
    misconception: {text: text(misconception.text), answer: text(misconception.answer)},
    guidance: text(head.guidance),
  };
}
