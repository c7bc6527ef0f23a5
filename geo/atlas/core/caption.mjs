// The caption of a year: neutral, or in the words of one side.

/** @import {Facts, State} from '../types' */

/**
 * Title and detail of a year: in a side's words where it has some for such a year, else the neutral ones; `kind` is null then.
 * @param {Facts} facts
 * @param {Pick<State, 'year'> & Partial<Pick<State, 'words'>>} state
 * @returns {{title: string, detail: string, kind: string | null}}
 */
export function captionOf(facts, {year, words}) {
  const {title, detail, captions} = facts.years.get(year);
  const ofSide = words && captions[words];
  return ofSide ? {title: ofSide[1], detail: ofSide[2], kind: ofSide[0]} : {title, detail, kind: null};
}
