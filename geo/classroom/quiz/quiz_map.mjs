// The map under a question: which questions have one, what it must not tell before the answer, what can be picked on
// it. Pure.

import {entry} from '../../atlas/core/lookup.mjs';

/** @import {Facts, State} from '../../atlas/types' */
/** @import {Question} from '../types' */

const HIDDEN = new Map([
  ['map', ['status', 'news', 'names', 'year', 'statements']],
  ['status', ['status', 'news', 'statements']],
  ['year', ['news', 'names', 'year', 'statements']],
  ['statements', ['statements', 'year']],
]);

/** Questions that are asked of the map; the others have the page. */
const ON_MAP = ['click', 'year'];

/**
 * @param {Question} question
 */
export const hasMap = ({kind}) => ON_MAP.includes(kind);

/**
 * The value of `data-mask` while a question is open; null where nothing is to be hidden.
 * @param {Pick<Question, 'mask'>} question
 */
export const maskOf = ({mask}) => HIDDEN.get(mask)?.join(' ') ?? null;

/**
 * The day of the map of a question. For a click it is the end of the year before, where the last invitation may already
 * stand: the mask hides it.
 * @param {Question} question
 * @param {Facts} facts
 */
export const dayUnder = ({kind, year}, facts) => facts.yearEnd(kind === 'click' ? year - 1 : year);

/**
 * What a click on a unit picks: the state that it was a part of, by the unit that stands for it; the unit itself where
 * it was a state. Nothing can be picked that did not exist.
 * @param {Facts} facts
 * @param {string} id
 * @param {number} day
 * @returns {string}
 */
export function pickedBy(facts, id, day) {
  const opened = facts.openedBy(id, day);
  const {state, relation} = entry(facts.units, opened).on(day);
  if (!relation) return opened;
  const whole = facts.units.get(state) ?? [...facts.units.values()].find((unit) => unit.on(day).state === state);
  return whole?.id ?? opened;
}

/**
 * What is picked, by the name it had: that of the state where the unit stands for one.
 * @param {Facts} facts
 * @param {string} id
 * @param {number} day
 */
export function pickedName(facts, id, day) {
  const {state, relation, name} = entry(facts.units, id).on(day);
  return relation ? facts.stateNameOn(state, day) : name;
}

/**
 * The map of a question.
 * @param {Question} question
 * @param {Facts} facts
 * @returns {Partial<State>}
 */
export const mapUnder = (question, facts) => ({
  day: dayUnder(question, facts),
  view: question.view,
  country: null,
  statement: null,
  told: null,
  draft: null,
  words: null,
  solo: null,
  playing: false,
  layers: 'front,names',
  names: [],
});

/**
 * The map of the answer, beside a card or alone.
 * @param {Question} question
 * @param {Facts} facts
 * @returns {Partial<State>}
 */
export function mapOfAnswer({kind, year, answer, card: [cardKind]}, facts) {
  if (cardKind === 'statement') return {focus: []};
  return {day: facts.yearEnd(year), focus: kind === 'click' ? answer : []};
}
