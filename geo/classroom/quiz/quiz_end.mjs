// The page after a quiz: the points, what was right and what was not, to be printed or saved, and what to do next.

import {h} from '../../atlas/dom.mjs';
import {save} from '../../atlas/save.mjs';
import {mainQuizButton, quizButton} from './quiz_button.mjs';
import {missedIn, winnersOf} from './quiz_game.mjs';
import {resultCsv, resultRows} from './quiz_result.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Game, QuizSetting, ResultRow} from '../types' */

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

/** One answer, and beside a wrong one what was right. */
function rowInWords(/** @type {ResultRow} */ {n, prompt, given, right, isRight}, /** @type {Translate} */ t) {
  return h(
    'li',
    {class: 'quiz-result', 'data-right': isRight},
    h('span', {class: 'quiz-number'}, `${n}`),
    h(
      'span',
      {class: 'quiz-sign', role: 'img', 'aria-label': t(isRight ? 'quiz.right' : 'quiz.wrong')},
      isRight ? '✓' : '✗',
    ),
    h(
      'div',
      {},
      h('p', {class: 'quiz-asked'}, prompt),
      h('p', {}, isRight ? right : t('quiz.was_right', {right})),
      !isRight && h('p', {class: 'quiet'}, given ? t('quiz.was_given', {given}) : t('quiz.none_given')),
    ),
  );
}

/**
 * The page; `spoken` is what is read out, `first` what gets the focus.
 * @param {{game: Game, setting: QuizSetting, facts: Facts, t: Translate, onNew: () => void, onAgain: () => void,
 *   onMissed: () => void, onSettings: () => void, onLeave: () => void, onSpoken: (text: string) => void}} options
 * @returns {{nodes: HTMLElement[], first: HTMLElement, spoken: string}}
 */
export function endPage({game, setting, facts, t, onNew, onAgain, onMissed, onSettings, onLeave, onSpoken}) {
  const lines = resultLines(game, t);
  const rows = resultRows(game, facts);
  const missed = missedIn(game).length;
  const first = missed
    ? mainQuizButton('missed', t('quiz.missed', {n: missed}), onMissed)
    : mainQuizButton('new', t('quiz.new'), onNew);
  function keep() {
    const name = t('quiz.result_file', {level: setting.level, seed: setting.seed});
    save(new Blob([resultCsv(rows, t)], {type: 'text/csv;charset=utf-8'}), name);
    onSpoken(t('take.saved', {name}));
  }
  const nodes = [
    h('h1', {tabindex: -1}, t('quiz.end_title')),
    h('p', {class: 'quiz-name'}, t('quiz.name')),
    h(
      'div',
      {class: 'quiz-finals'},
      lines.map((line) => h('p', {class: 'quiz-final'}, line)),
    ),
    h('p', {class: 'quiet'}, t('quiz.repeat', {level: t(`quiz.${setting.level}`), seed: setting.seed})),
    h(
      'p',
      {class: 'quiz-row'},
      first,
      missed ? quizButton('new', t('quiz.new'), onNew) : null,
      quizButton('again', t('quiz.again'), onAgain),
      quizButton('settings', t('quiz.settings'), onSettings),
      quizButton('leave', t('quiz.leave'), onLeave),
    ),
    h(
      'div',
      {class: 'quiz-results-head'},
      h('h2', {}, t('quiz.results')),
      quizButton('print', t('quiz.print'), () => window.print()),
      quizButton('save', t('quiz.save'), keep),
    ),
    h(
      'ol',
      {class: 'quiz-results'},
      rows.map((row) => rowInWords(row, t)),
    ),
  ];
  return {nodes, first, spoken: lines.join(' ')};
}
