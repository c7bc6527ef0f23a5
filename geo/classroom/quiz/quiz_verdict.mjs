// The verdict on an answer: right or wrong, why, the card that explains it, the way on.

import {h} from '../../atlas/dom.mjs';
import {mainQuizButton, quizButton} from './quiz_button.mjs';
import {goesDeeper, isLast, questionOf} from './quiz_game.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Game} from '../types' */

/** What the button on says. */
function nextLabel(/** @type {Game} */ game, /** @type {Translate} */ t) {
  if (goesDeeper(game)) return t('quiz.go_on');
  return t(isLast(game) ? 'quiz.end' : 'quiz.next');
}

/**
 * The verdict of a game whose question has just been answered. `onCard` opens the card that explains it, null where
 * there is none.
 * @param {{game: Game, t: Translate, onNext: () => void, onCard: (() => void) | null}} options
 * @returns {{nodes: HTMLElement[], next: HTMLElement, spoken: string}}
 */
export function verdictOn({game, t, onNext, onCard}) {
  const {explanation} = questionOf(game);
  const isRight = game.wasRight;
  const words = t(isRight ? 'quiz.right' : game.isLate ? 'quiz.time_up' : 'quiz.wrong');
  const next = mainQuizButton('next', nextLabel(game, t), onNext);
  const sign = h('span', {'aria-hidden': 'true'}, isRight ? '✓ ' : '✗ ');
  const nodes = [
    h('p', {class: 'quiz-verdict', 'data-right': isRight}, sign, words),
    ...(goesDeeper(game) ? [] : [h('p', {class: 'quiz-explanation'}, explanation)]),
    h('p', {class: 'quiz-row'}, next, onCard && quizButton('card', t('quiz.card'), onCard)),
  ];
  return {nodes, next, spoken: goesDeeper(game) ? words : `${words} ${explanation}`};
}
