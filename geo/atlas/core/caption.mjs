// The caption of a day: neutral, or in the words of one side.

/** @import {IndexedFacts, State} from '../types' */

/**
 * Title and detail of a day: in a side's words where it has some for such a year, else the neutral ones; `kind` is null
 * then.
 * @param {IndexedFacts} facts
 * @param {Pick<State, 'day'> & Partial<Pick<State, 'words'>>} state
 * @returns {{title: string, detail: string, kind: string | null}}
 */
export function captionOf(facts, {day, words}) {
  return (words && facts.captionOn(words, day)) || facts.headlineOn(day);
}
