// What a class answered, once the teacher reveals it: a bar for each answer, the right ones marked.

import {h} from '../../atlas/dom.mjs';
import {isRightVote, shownVotes} from '../votes.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Asked, Result, Vote} from '../messages' */

/**
 * The answers to a question; `nameOf(vote)` tells one in words.
 * @param {{question: Asked, result: Result, t: Translate, nameOf: (vote: Vote) => string}} options
 */
export function resultNodes({question, result, t, nameOf}) {
  const {right, answered, rightly} = result;
  const rows = shownVotes(question, result).map(([vote, n]) => {
    const good = isRightVote(question, right, vote);
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
