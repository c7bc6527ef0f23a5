// The page after a quiz: the points, and what to do next.

import {h} from '../../atlas/dom.mjs';
import {mainQuizButton, quizButton} from './quiz_button.mjs';
import {winnersOf} from './quiz_game.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Game, QuizSetting} from '../types' */

/** The result, line by line. */
function resultLines(/** @type {Game} */ game, /** @type {Translate} */ t) {
  const {scores, questions} = game;
  if (scores.length === 1) return [t('quiz.final', {n: scores[0], all: questions.length})];
  const winners = winnersOf(game);
  return [
    ...scores.map((n, i) => t('quiz.team_score', {team: i + 1, n})),
    winners.length === 1 ? t('quiz.winner', {team: winners[0] + 1}) : t('quiz.draw'),
  ];
}

/**
 * The page; `spoken` is what is read out, `first` what gets the focus.
 * @param {{game: Game, setting: QuizSetting, t: Translate, onNew: () => void, onAgain: () => void, onSettings: () =>
 *   void, onLeave: () => void}} options
 * @returns {{nodes: HTMLElement[], first: HTMLElement, spoken: string}}
 */
export function endPage({game, setting, t, onNew, onAgain, onSettings, onLeave}) {
  const lines = resultLines(game, t);
  const first = mainQuizButton('new', t('quiz.new'), onNew);
  const nodes = [
    h('h1', {tabindex: -1}, t('quiz.end_title')),
    ...lines.map((line) => h('p', {class: 'quiz-final'}, line)),
    h('p', {class: 'quiet'}, t('quiz.repeat', {level: t(`quiz.${setting.level}`), seed: setting.seed})),
    h(
      'p',
      {class: 'quiz-row'},
      first,
      quizButton('again', t('quiz.again'), onAgain),
      quizButton('settings', t('quiz.settings'), onSettings),
      quizButton('leave', t('quiz.leave'), onLeave),
    ),
  ];
  return {nodes, first, spoken: lines.join(' ')};
}
