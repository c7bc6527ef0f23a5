// The page before a quiz: how hard, how long, how many teams, how much time, which questions.

import {h} from '../../atlas/dom.mjs';
import {mainQuizButton, quizButton} from './quiz_button.mjs';
import {radios} from './radios.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Bank, QuizSetting} from '../types' */

const TEAMS = [1, 2, 3, 4];

/** Seconds for a question; 0 is no clock, as it is at first: a class that thinks needs none. */
const TIMES = [0, 30, 60, 90];

const A_FEW = 5;

/**
 * How many questions there may be, so that every team has as many as the others: about five, or all there are.
 * @param {number} teams
 * @param {number} most
 */
export function countsFor(teams, most) {
  const all = Math.floor(most / teams) * teams;
  return [...new Set([Math.min(all, Math.round(A_FEW / teams) * teams), all])];
}

/**
 * How many questions there are when there come to be so many teams: a few as before, or all as before.
 * @param {Pick<QuizSetting, 'teams' | 'count'>} before
 * @param {number} teams
 * @param {number} most
 */
export function countAfter(before, teams, most) {
  const [few, all = few] = countsFor(teams, most);
  return before.count === countsFor(before.teams, most)[1] ? all : few;
}

/**
 * The page. `onChoose(patch)` changes the setting, `onStart(seed)` gets the seed as it was typed; `problem` says what
 * was wrong with the last. `first` is what gets the focus.
 * @param {{bank: Bank, setting: QuizSetting, problem: string, t: Translate,
 *   onChoose: (patch: Partial<QuizSetting>) => void, onStart: (seed: string) => void, onLeave: () => void}} options
 * @returns {{nodes: HTMLElement[], first: HTMLElement}}
 */
export function startPage({bank, setting, problem, t, onChoose, onStart, onLeave}) {
  const seed = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'quiz-seed',
    name: 'quiz-seed',
    maxlength: 6,
    value: setting.seed,
    autocomplete: 'off',
    'aria-label': t('quiz.seed'),
  });
  const start = () => onStart(seed.value.trim());
  seed.addEventListener('keydown', (event) => event.key === 'Enter' && start());
  const first = mainQuizButton('start', t('quiz.start'), start);
  const level = (/** @type {string} */ name) => t(`quiz.${name}`);
  const teams = (/** @type {number} */ n) => (n === 1 ? t('quiz.alone') : String(n));
  const seconds = (/** @type {number} */ n) => (n === 0 ? t('quiz.no_clock') : t('quiz.seconds', {n}));
  let now = setting;
  const counts = h('div');
  function showCounts() {
    const each = now.teams > 1 ? (/** @type {number} */ n) => t('quiz.each', {n, each: n / now.teams}) : String;
    const fitting = countsFor(now.teams, bank.most_questions);
    const part = {name: 'quiz-count', title: t('quiz.count'), values: fitting, chosen: now.count, label: each};
    counts.replaceChildren(radios({...part, onChoose: chooseCount}));
  }
  function chooseCount(/** @type {number} */ count) {
    now = {...now, count};
    onChoose({count});
  }
  function chooseTeams(/** @type {number} */ n) {
    now = {...now, teams: n, count: countAfter(now, n, bank.most_questions)};
    onChoose({teams: n, count: now.count});
    showCounts();
  }
  showCounts();
  const nodes = [
    h('h1', {tabindex: -1}, t('quiz.title')),
    radios({
      name: 'quiz-level',
      title: t('quiz.level'),
      values: bank.levels,
      chosen: setting.level,
      label: level,
      onChoose: (chosen) => onChoose({level: chosen}),
    }),
    radios({
      name: 'quiz-teams',
      title: t('quiz.teams'),
      values: TEAMS,
      chosen: setting.teams,
      label: teams,
      onChoose: chooseTeams,
    }),
    counts,
    radios({
      name: 'quiz-seconds',
      title: t('quiz.time'),
      values: TIMES,
      chosen: setting.seconds,
      label: seconds,
      onChoose: (chosen) => onChoose({seconds: chosen}),
    }),
    h(
      'p',
      {class: 'quiz-seed-row'},
      h('label', {}, t('quiz.seed'), ' ', seed),
      h('span', {class: 'quiet'}, t('quiz.seed_explained')),
    ),
    ...(problem ? [h('p', {class: 'quiz-told', role: 'alert'}, problem)] : []),
    h('p', {class: 'quiz-row'}, first, quizButton('leave', t('quiz.leave'), onLeave)),
  ];
  return {nodes, first};
}
