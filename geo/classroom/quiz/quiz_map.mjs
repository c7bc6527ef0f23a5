// The map under a question, and what it must not tell before the answer. Pure.

/** @import {Facts, State} from '../../atlas/types' */
/** @import {Question} from '../types' */

const HIDDEN = new Map([
  ['map', ['status', 'news', 'names', 'year', 'statements']],
  ['status', ['status', 'news', 'statements']],
  ['year', ['news', 'names', 'year', 'statements']],
  ['statements', ['statements', 'year']],
]);

/**
 * The value of `data-mask` while a question is open; null where nothing is to be hidden.
 * @param {Question} question
 */
export const maskOf = ({mask}) => HIDDEN.get(mask)?.join(' ') ?? null;

/**
 * The map of a question. For a click it is that of the year before, where the last invitation may already stand: the
 * mask hides it.
 * @param {Question} question
 * @param {Facts} facts
 * @returns {Partial<State>}
 */
export const mapUnder = ({kind, year, view}, facts) => ({
  day: facts.yearEnd(kind === 'click' ? year - 1 : year),
  view,
  country: null,
  statement: null,
  told: null,
  draft: null,
  words: null,
  solo: null,
  playing: false,
  layers: 'front,names',
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
