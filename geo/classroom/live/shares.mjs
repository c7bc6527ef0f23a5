// Which units of a map a vote fills, and by how much. Pure.

import {pickedBy} from '../quiz/quiz_map.mjs';

/** @import {Facts} from '../../atlas/types' */
/** @import {Result} from '../../room/messages' */

/** The faintest a country is filled that anybody chose. */
const FAINTEST = 0.18;

/**
 * The countries that were chosen, with how many chose each, how strongly it is filled, its units: a vote for a state
 * fills all that it consisted of.
 * @param {Pick<Result, 'votes' | 'answered'>} result
 * @param {Facts} facts
 * @param {number} day
 * @returns {{id: string, n: number, strength: number, units: string[]}[]}
 */
export function sharesOf({votes, answered}, facts, day) {
  const ids = [...facts.units.keys()];
  return votes.map(([vote, n]) => {
    const id = String(vote);
    const strength = FAINTEST + (1 - FAINTEST) * Math.min(1, n / Math.max(1, answered));
    return {id, n, strength, units: ids.filter((unit) => pickedBy(facts, unit, day) === id)};
  });
}
