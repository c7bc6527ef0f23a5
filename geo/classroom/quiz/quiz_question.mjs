// A question on the screen: its prompt, its options or the units to click, and the verdict on an answer.

import {h, mark, say} from '../../atlas/dom.mjs';
import {mainQuizButton} from './quiz_button.mjs';
import {questionOf, teamOf} from './quiz_game.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Choice, Game, Question} from '../types' */

/**
 * Which question this is, and the points; the team whose turn it is stands out.
 * @param {Game} game
 * @param {Translate} t
 */
function gameHead(game, t) {
  const {scores, at, questions} = game;
  const scoreText = (/** @type {number} */ n, /** @type {number} */ i) =>
    scores.length === 1 ? t('quiz.score', {n}) : t('quiz.team_score', {team: i + 1, n});
  return h(
    'p',
    {class: 'quiz-head'},
    h('span', {}, t('quiz.place', {at: at + 1, all: questions.length})),
    scores.map((n, i) => h('span', {class: 'quiz-score', 'data-turn': i === teamOf(game)}, scoreText(n, i))),
  );
}

/** Buttons with the options of a question. */
function createOptions(/** @type {string[]} */ options, /** @type {(i: number) => void} */ onChoose) {
  return options.map((option, i) =>
    h(
      'button',
      {type: 'button', class: 'quiz-option', 'data-option': i, 'aria-pressed': 'false', onclick: () => onChoose(i)},
      h('kbd', {}, String(i + 1)),
      h('span', {}, option),
    ),
  );
}

/**
 * Which options were right and which were chosen wrongly; an order shows neither.
 * @param {HTMLButtonElement[]} options
 * @param {Question} question
 * @param {Choice[]} choices
 */
function markOptions(options, {kind, answer}, choices) {
  /** @type {Choice[]} */
  const right = answer;
  for (const [i, option] of options.entries()) {
    const isPart = right.includes(i);
    mark(option, 'data-right', kind !== 'order' && isPart);
    mark(option, 'data-wrong', kind !== 'order' && choices.includes(i) && !isPart);
    option.disabled = true;
  }
}

/**
 * The question of a game. `onChosen(units)` follows what is clicked on the map, `onAnswer(choices)` gets the answer.
 * `choose(i)` is an option by its place, `click(id)` a unit; `first` is what gets the focus, null where that is the
 * map.
 * @param {{game: Game, facts: Facts, t: Translate, onChosen: (units: string[]) => void,
 *   onAnswer: (choices: Choice[]) => void}} options
 */
export function createQuestionPage({game, facts, t, onChosen, onAnswer}) {
  const question = questionOf(game);
  const {kind, answer} = question;
  const isClick = kind === 'click';
  /** @type {number[]} places among the options */
  let places = [];
  /** @type {string[]} and units, where a click is the answer */
  let units = [];
  let isLocked = false;
  const options = createOptions(question.options, choose);
  const prompt = h('h2', {class: 'quiz-prompt', tabindex: -1}, question.prompt);
  const chosen = h('p', {class: 'quiz-state', role: 'status'});
  const done = mainQuizButton('answer', t('quiz.answer'), () => onAnswer(isClick ? units : places));
  const after = h('div', {class: 'quiz-after'});
  let head = gameHead(game, t);

  function sayChosen() {
    const names = units.map((id) => facts.nameOn(id, facts.yearEnd(question.year))).join(', ');
    say(chosen, t('quiz.chosen', {n: units.length, all: answer.length, names}));
  }
  /**
   * An option is the answer; of an order it is the next place, and one chosen before takes itself and all after it
   * back.
   */
  function choose(/** @type {number} */ i) {
    if (isLocked) return;
    if (kind !== 'order') return onAnswer([i]);
    places = places.includes(i) ? places.slice(0, places.indexOf(i)) : [...places, i];
    for (const [at, option] of options.entries()) {
      const rank = places.indexOf(at) + 1;
      mark(option, 'aria-pressed', String(rank > 0));
      const key = option.querySelector('kbd');
      if (key) key.textContent = rank > 0 ? t('quiz.rank', {n: rank}) : String(at + 1);
    }
    if (places.length === options.length) onAnswer(places);
  }
  function click(/** @type {string} */ id) {
    units = units.includes(id) ? units.filter((one) => one !== id) : [...units, id];
    onChosen(units);
    sayChosen();
    if (units.length === answer.length) onAnswer(units);
  }
  if (isClick) sayChosen();
  return {
    nodes: [
      head,
      prompt,
      h('div', {class: 'quiz-options'}, options),
      ...(isClick ? [chosen, h('p', {class: 'quiz-row'}, done)] : []),
      after,
    ],
    first: isClick ? null : prompt,
    options,
    units: () => units,
    choose,
    click,
    /**
     * Show what was right, with the points after it.
     * @param {Game} judgedGame
     * @param {Choice[]} given
     * @param {HTMLElement[]} verdict
     */
    showVerdict(judgedGame, given, verdict) {
      isLocked = true;
      markOptions(options, question, given);
      const fresh = gameHead(judgedGame, t);
      head.replaceWith(fresh);
      head = fresh;
      after.replaceChildren(...verdict);
    },
  };
}
