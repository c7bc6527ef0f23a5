// The caption of a day: neutral, or in the words of one side.

/** @import {OutOfSight} from './out_of_sight.mjs' */
/** @import {IndexedFacts, State, Translate} from '../types' */

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

/**
 * A title beside a map: of news about countries none of which is on it, it says so.
 * @param {string} title
 * @param {Pick<OutOfSight, 'isElsewhere'>} out
 * @param {Translate} t
 */
export const titleBeside = (title, {isElsewhere}, t) => (isElsewhere ? t('key.beyond', {names: title}) : title);
