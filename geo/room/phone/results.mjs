// What a class answered, once the teacher reveals it: a bar for each answer, the right ones marked.

import {h} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Answer, Asked, Result, Vote} from '../messages' */

const MOST_BARS = 6;

/** Whether a vote is right, or a part of what is. */
const isRight = (/** @type {Asked} */ {kind}, /** @type {Answer} */ right, /** @type {Vote} */ vote) =>
  kind === 'order' ? String(vote) === String(right) : /** @type {Vote[]} */ (right).includes(vote);

/**
 * The votes as they are shown: of a choice all options in their order, of the rest the most frequent; right answers
 * that are not among them come last.
 * @param {Asked} question
 * @param {Result} result
 * @returns {[vote: Vote, n: number][]}
 */
export function shownVotes({kind, options}, {votes, right}) {
  const counts = new Map(votes.map(([vote, n]) => [String(vote), n]));
  if (kind === 'choice') return options.map((_, place) => [place, counts.get(String(place)) ?? 0]);
  /** @type {Vote[]} */
  const wanted = kind === 'order' ? (right.length ? [/** @type {number[]} */ (right)] : []) : right;
  const missed = wanted.filter((vote) => !votes.slice(0, MOST_BARS).some(([each]) => String(each) === String(vote)));
  return [
    ...votes.slice(0, MOST_BARS),
    ...missed.map((vote) => /** @type {[Vote, number]} */ ([vote, counts.get(String(vote)) ?? 0])),
  ];
}

/**
 * The answers to a question; `nameOf(vote)` tells one in words.
 * @param {{question: Asked, result: Result, t: Translate, nameOf: (vote: Vote) => string}} options
 */
export function resultNodes({question, result, t, nameOf}) {
  const {right, answered, rightly} = result;
  const rows = shownVotes(question, result).map(([vote, n]) => {
    const good = isRight(question, right, vote);
    return h(
      'li',
      {class: 'phone-vote', 'data-right': good},
      h('span', {class: 'phone-vote-name'}, nameOf(vote), good && h('b', {}, ` ${t('right')}`)),
      h('span', {class: 'phone-vote-n'}, String(n)),
      h('span', {class: 'phone-bar', style: {'--share': String(answered ? n / answered : 0)}}),
    );
  });
  const told = right.length ? t('rightly', {n: rightly, all: answered}) : t('answered', {n: answered});
  return [h('ul', {class: 'phone-votes'}, rows), h('p', {class: 'phone-quiet'}, told)];
}
