// Which units of a map a vote fills, and by how much. Pure.

import {pickedBy} from '../quiz/quiz_map.mjs';

/** @import {Facts} from '../../atlas/types' */
/** @import {Result} from '../../room/messages' */

/** The faintest a country is filled that anybody chose. */
const FAINTEST = 0.18;

/**
 * How strongly a country is filled that `n` of `all` chose.
 * @param {number} n
 * @param {number} all
 */
export const strengthOf = (n, all) => (n && all ? FAINTEST + (1 - FAINTEST) * Math.min(1, n / all) : 0);

/**
 * Units with the strength of their fill: a vote for a state fills all that it consisted of.
 * @param {Pick<Result, 'votes' | 'answered'>} result
 * @param {Facts} facts
 * @param {number} day
 * @returns {Map<string, number>}
 */
export function filledBy({votes, answered}, facts, day) {
  const counts = new Map(votes.map(([unit, n]) => [String(unit), n]));
  const filled = [...facts.units.keys()].map(
    (id) => /** @type {[string, number]} */ ([id, strengthOf(counts.get(pickedBy(facts, id, day)) ?? 0, answered)]),
  );
  return new Map(filled.filter(([, strength]) => strength > 0));
}
