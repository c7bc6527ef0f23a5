// What a class can be asked from its phones: the step that a stop waits for, questions of the quiz, the quiz at the
// end, what the teacher thinks of. Pure.

import {dayUnder, pickedBy} from '../quiz/quiz_map.mjs';
import {pickQuestions} from '../quiz/quiz_pick.mjs';

/** @import {Facts} from '../../atlas/types' */
/** @import {Answer, Asked} from '../../room/messages' */
/** @import {Bank, CheckQuestion, Question, Stop} from '../types' */
/**
 * @typedef {{asked: Asked & {right: Answer}, why: string, inBank: Question | null}} Item what the room is asked, why
 *   the right answer is right, the question of the quiz that it was, whose map goes with it
 */

const A_FEW = 5;
/** Kinds that need no map: a sheet of several has none of its own. */
const WITHOUT_MAP = ['outside', 'order', 'who', 'when', 'next', 'left'];
const [LONGEST_PROMPT, LONGEST_OPTION] = [300, 200];
const [FEWEST_OPTIONS, MOST_OPTIONS, MOST_TAPS] = [2, 8, 3];

/** A text as a room takes it: on one line, and no longer than there is room for. */
const line = (/** @type {string} */ text, /** @type {number} */ most) =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('');

/**
 * All states that can be tapped on a day, each by the unit that stands for it.
 * @param {Facts} facts
 * @param {number} day
 */
export const statesOn = (facts, day) => [...new Set([...facts.units.keys()].map((id) => pickedBy(facts, id, day)))];

/**
 * Who is a member on a day and was none on one before, as they stand on the earlier day's map.
 * @param {Facts} facts
 * @param {number} before
 * @param {number} day
 */
export function joinedBetween(facts, before, day) {
  const isMember = (/** @type {string} */ id, /** @type {number} */ on) =>
    facts.isMember(facts.units.get(id)?.on(on).status ?? 'none');
  const more = [...facts.units.keys()].filter((id) => isMember(id, day) && !isMember(id, before));
  const states = new Set(more.map((id) => pickedBy(facts, id, before)));
  return [...states].filter((id) => !isMember(id, before)).sort();
}

/**
 * The question of a stop that waits for its year: who joins until then; null where nobody does, or nothing waits.
 * @param {Stop} stop
 * @param {Facts} facts
 * @param {{id: string, prompt: string}} asked
 * @returns {Item | null}
 */
export function itemOfStop({day, day_before: before, title}, facts, {id, prompt}) {
  if (before === null) return null;
  const right = joinedBetween(facts, before, day);
  if (!right.length) return null;
  const asked = {id, kind: /** @type {const} */ ('countries'), prompt: line(prompt, LONGEST_PROMPT)};
  return {asked: {...asked, options: statesOn(facts, before), most: right.length, right}, why: title, inBank: null};
}

/**
 * A question of the quiz as a room asks it: a click is a tap on the map, all else a choice or an order.
 * @param {Question} question
 * @param {Facts} facts
 * @param {string} id
 * @param {(asked: {n: number, year: number}) => string} tapPrompt  for the fingers of a phone
 * @returns {Item}
 */
export function itemOfQuiz(question, facts, id, tapPrompt) {
  const prompt = line(question.prompt, LONGEST_PROMPT);
  const common = {why: question.explanation, inBank: question};
  if (question.kind === 'click') {
    const options = statesOn(facts, dayUnder(question, facts));
    const {answer, year} = question;
    const tapped = tapPrompt({n: answer.length, year});
    return {asked: {id, kind: 'countries', prompt: tapped, options, most: answer.length, right: answer}, ...common};
  }
  const options = question.options.map((option) => line(option, LONGEST_OPTION));
  const kind = question.kind === 'order' ? 'order' : 'choice';
  return {asked: {id, kind, prompt, options, most: 1, right: question.answer}, ...common};
}

/**
 * Five questions of a level, or fewer where there are not as many.
 * @param {Bank} bank
 * @param {Facts} facts
 * @param {{level: string, seed: number, id: string}} asked
 * @param {(asked: {n: number, year: number}) => string} tapPrompt
 */
export const itemsOfQuiz = (bank, facts, {level, seed, id}, tapPrompt) =>
  pickQuestions(bank, seed, level, A_FEW).map((question, i) =>
    itemOfQuiz(question, facts, `${id}-${i + 1}`, tapPrompt),
  );

/**
 * The quiz at the end: that of the lesson where it has one, else one drawn of the questions that need no map, if there
 * are any.
 * @param {CheckQuestion[] | undefined} exit
 * @param {Bank} bank
 * @param {Facts} facts
 * @param {{seed: number, id: string}} asked
 * @returns {Item[]}
 */
export function itemsOfExit(exit, bank, facts, {seed, id}) {
  if (!exit?.length && !bank.questions.length) return [];
  if (!exit?.length) {
    const kinds = bank.kinds.filter((kind) => WITHOUT_MAP.includes(kind));
    return itemsOfQuiz({...bank, kinds}, facts, {level: bank.levels[0], seed, id}, () => '');
  }
  return exit.map(({prompt, options, right, why}, i) => ({
    asked: {
      id: `${id}-${i + 1}`,
      kind: 'choice',
      prompt: line(prompt, LONGEST_PROMPT),
      options: options.map((option) => line(option, LONGEST_OPTION)),
      most: 1,
      right: [right].flat(),
    },
    why,
    inBank: null,
  }));
}

/**
 * A question of the teacher's own, which has no right answer; or the name of what is wrong with it.
 * @param {{kind: string, prompt: string, options: string}} typed  options one a line
 * @param {string[]} states  what can be tapped
 * @param {string} id
 * @returns {Item | 'no_prompt' | 'few_options' | 'many_options' | 'same_options'}
 */
export function itemTyped({kind, prompt, options}, states, id) {
  const asked = {id, prompt: line(prompt, LONGEST_PROMPT), right: []};
  if (!asked.prompt) return 'no_prompt';
  const item = (/** @type {Pick<Asked, 'kind' | 'options' | 'most'>} */ rest) => ({
    asked: {...asked, ...rest},
    why: '',
    inBank: null,
  });
  if (kind === 'year') return item({kind, options: [], most: 1});
  if (kind === 'countries') return item({kind, options: states, most: MOST_TAPS});
  const texts = options
    .split('\n')
    .map((option) => line(option, LONGEST_OPTION))
    .filter(Boolean);
  if (texts.length < FEWEST_OPTIONS) return 'few_options';
  if (texts.length > MOST_OPTIONS) return 'many_options';
  if (new Set(texts).size < texts.length) return 'same_options';
  return item({kind: 'choice', options: texts, most: 1});
}
