// The answers of a class as wall and phones show them: which, in which order, and in words. Pure.

/** @import {Answer, Asked, Result, Vote} from './messages' */

const MOST_SHOWN = 6;

/** Whether a vote is right, or a part of what is. */
export const isRightVote = (/** @type {Asked} */ {kind}, /** @type {Answer} */ right, /** @type {Vote} */ vote) =>
  kind === 'order' ? right.length > 0 && String(vote) === String(right) : /** @type {Vote[]} */ (right).includes(vote);

/**
 * The votes as they are shown: of a choice all options in their order, of the rest the most frequent; right answers
 * that are not among them come last.
 * @param {Asked} question
 * @param {Pick<Result, 'votes' | 'right'>} result
 * @returns {[vote: Vote, n: number][]}
 */
export function shownVotes({kind, options}, {votes, right}) {
  const counts = new Map(votes.map(([vote, n]) => [String(vote), n]));
  if (kind === 'choice') return options.map((_, place) => [place, counts.get(String(place)) ?? 0]);
  /** @type {Vote[]} */
  const wanted = kind === 'order' ? (right.length ? [/** @type {number[]} */ (right)] : []) : right;
  const shown = votes.slice(0, MOST_SHOWN);
  const missed = wanted.filter((vote) => !shown.some(([each]) => String(each) === String(vote)));
  return [...shown, ...missed.map((vote) => /** @type {[Vote, number]} */ ([vote, counts.get(String(vote)) ?? 0]))];
}

/**
 * What tells a vote in words; `unitName(id)` is that of a country.
 * @param {Asked} question
 * @param {(id: string) => string} unitName
 * @returns {(vote: Vote) => string}
 */
export const voteName =
  ({kind, options}, unitName) =>
  (vote) => {
    if (Array.isArray(vote)) return vote.map((place) => options[place]).join(', ');
    if (kind === 'countries') return unitName(String(vote));
    return kind === 'choice' ? options[Number(vote)] : String(vote);
  };
