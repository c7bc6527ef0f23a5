// What the class is asked: how many have answered, and what they answered once the teacher reveals it.

import {h, say} from '../../atlas/dom.mjs';
import {isRightVote, shownVotes, voteName} from '../../room/votes.mjs';
import {isRevealed} from './known.mjs';
import {button, heading, mainButton, phonesText, row} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Asked, Result, Vote} from '../../room/messages' */
/** @import {Known} from './known.mjs' */
/** @import {Page} from './parts.mjs' */

const LETTERS = 'ABCDEFGH';

/** What can be chosen; of an order each by a letter, by which the answers name it. */
const optionList = (/** @type {Asked} */ {kind, options}) =>
  kind === 'choice' || kind === 'order'
    ? [
        h(
          'ul',
          {class: 'live-options'},
          options.map((option, i) => h('li', {}, kind === 'order' && h('b', {}, `${LETTERS[i]} `), option)),
        ),
      ]
    : [];

/** How many have answered, of how many phones. */
function answeredLine(/** @type {Translate} */ t) {
  const n = h('b', {class: 'live-n'});
  const of = h('span', {});
  return {
    element: h('p', {class: 'live-answered'}, n, ' ', of),
    show(/** @type {number} */ answered, /** @type {number} */ phones) {
      say(n, String(answered));
      say(of, t('answered_of', {phones: phonesText(t, phones)}));
    },
  };
}

/** One question while it is open. */
function openQuestion(/** @type {Asked} */ question, /** @type {Translate} */ t) {
  const line = answeredLine(t);
  return {
    nodes: [heading(question.prompt), ...optionList(question), line.element],
    show: (/** @type {Known} */ {answered, phones}) => line.show(answered[0] ?? 0, phones),
  };
}

/** Several while they are open, with how many have answered each. */
function openSheet(/** @type {Asked[]} */ questions, /** @type {Translate} */ t) {
  const from = h('p', {class: 'live-quiet'});
  const counts = questions.map(() => h('b', {class: 'live-bar-n'}));
  const rows = questions.map(({prompt}, i) => h('p', {class: 'live-sheet-row'}, h('span', {}, prompt), counts[i]));
  return {
    nodes: [heading(t('exit')), from, ...rows],
    show(/** @type {Known} */ {answered, phones}) {
      say(from, t('answered_each', {phones: phonesText(t, phones)}));
      for (const [i, count] of counts.entries()) say(count, String(answered[i] ?? 0));
    },
  };
}

/**
 * The bars of a question.
 * @param {{question: Asked, result: Result, t: Translate, unitName: (id: string) => string}} options
 */
function bars({question, result, t, unitName}) {
  const nameOf =
    question.kind === 'order'
      ? (/** @type {Vote} */ vote) => /** @type {number[]} */ (vote).map((place) => LETTERS[place]).join(' ')
      : voteName(question, unitName);
  return h(
    'ul',
    {class: 'live-bars'},
    shownVotes(question, result).map(([vote, n]) => {
      const isRight = isRightVote(question, result.right, vote);
      return h(
        'li',
        {class: 'live-bar', 'data-right': isRight},
        h('span', {class: 'live-bar-name'}, nameOf(vote), isRight && h('b', {class: 'live-right'}, ` ✓ ${t('right')}`)),
        h('b', {class: 'live-bar-n'}, String(n)),
        h('span', {class: 'live-bar-line', style: {'--share': String(result.answered ? n / result.answered : 0)}}),
      );
    }),
  );
}

/** What came of a question, in a sentence. */
export const cameOf = (/** @type {Translate} */ t, /** @type {Result} */ {right, rightly, answered}) =>
  right.length ? t('rightly', {n: rightly, all: answered}) : t('answered', {n: answered});

/**
 * The page of an open or revealed sheet. `at` is the question that is shown of a revealed sheet, `whereText` which of
 * how many it is, `why` why it is right; `onNext` is the main button, which says `nextLabel`; `onClear` takes the sheet
 * away unrevealed.
 * @param {{t: Translate, known: () => Known, at: number, whereText: string, why: string, nextLabel: string,
 *   unitName: (id: string) => string, onNext: () => void, onClear: () => void, onBoard: () => void}} options
 * @returns {Page}
 */
export function askedPage({t, known, at, whereText, why, nextLabel, unitName, onNext, onClear, onBoard}) {
  const {questions, results} = known();
  const next = mainButton('next', nextLabel, onNext);
  const where = h('p', {class: 'live-quiet'}, whereText);
  if (isRevealed(known())) {
    const [question, result] = [questions[at], results[at]];
    return {
      nodes: [
        where,
        heading(question.prompt),
        ...(question.kind === 'order' ? optionList(question) : []),
        bars({question, result, t, unitName}),
        h('p', {class: 'live-came'}, cameOf(t, result)),
        h('p', {class: 'live-why'}, why),
        row(next, button('board', t('board'), onBoard)),
      ],
      first: next,
    };
  }
  const sheet = questions.length === 1 ? openQuestion(questions[0], t) : openSheet(questions, t);
  return {
    nodes: [where, ...sheet.nodes, row(next, button('clear', t('clear'), onClear))],
    first: next,
    update: () => sheet.show(known()),
  };
}
