// A question on the screen: its prompt, its options or the units to click, and the verdict on an answer.

import {h, mark, say} from '../../atlas/dom.mjs';
import {mainQuizButton} from './quiz_button.mjs';
import {questionOf, teamOf} from './quiz_game.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Game, Question} from '../types' */

/** Which question this is, and the points; the team whose turn it is stands out. */
function gameHead(game, t) {
  const {scores, at, questions} = game;
  const scoreText = (n, i) => (scores.length === 1 ? t('quiz.score', {n}) : t('quiz.team_score', {team: i + 1, n}));
  return h(
    'p',
    {class: 'quiz-head'},
    h('span', {}, t('quiz.place', {at: at + 1, all: questions.length})),
    scores.map((n, i) => h('span', {class: 'quiz-score', 'data-turn': i === teamOf(game)}, scoreText(n, i))),
  );
}

/** Buttons with the options of a question. */
function createOptions(options, onChoose) {
  return options.map((option, i) =>
    h(
      'button',
      {type: 'button', class: 'quiz-option', 'data-option': i, 'aria-pressed': 'false', onclick: () => onChoose(i)},
      h('kbd', {}, String(i + 1)),
      h('span', {}, option),
    ),
  );
}

/** Which options were right and which were chosen wrongly; an order shows neither. */
function markOptions(options, {kind, answer}, choices) {
  for (const [i, option] of options.entries()) {
    const isPart = answer.includes(i);
    mark(option, 'data-right', kind !== 'order' && isPart);
    mark(option, 'data-wrong', kind !== 'order' && choices.includes(i) && !isPart);
    option.disabled = true;
  }
}

/**
 * The question of a game. `onChosen(units)` follows what is clicked on the map, `onAnswer(choices)` gets the answer. `choose(i)` is an
 * option by its place, `click(id)` a unit; `first` is what gets the focus, null where that is the map.
 * @param {{game: Game, facts: Facts, t: Translate, onChosen: (units: string[]) => void,
 *   onAnswer: (choices: (number | string)[]) => void}} options
 */
export function createQuestionPage({game, facts, t, onChosen, onAnswer}) {
  const question = questionOf(game);
  const {kind, answer} = question;
  const isClick = kind === 'click';
  let choices = []; // places among the options, or units
  let isLocked = false;
  const options = createOptions(question.options, choose);
  const prompt = h('h2', {class: 'quiz-prompt', tabindex: -1}, question.prompt);
  const chosen = h('p', {class: 'quiz-state', role: 'status'});
  const done = mainQuizButton('answer', t('quiz.answer'), () => onAnswer(choices));
  const after = h('div', {class: 'quiz-after'});
  let head = gameHead(game, t);

  function sayChosen() {
    const names = choices.map((id) => facts.nameOn(id, facts.yearEnd(question.year))).join(', ');
    say(chosen, t('quiz.chosen', {n: choices.length, all: answer.length, names}));
  }
  /** An option is the answer; of an order it is the next place, and one chosen before takes itself and all after it back. */
  function choose(i) {
    if (isLocked) return;
    if (kind !== 'order') return onAnswer([i]);
    choices = choices.includes(i) ? choices.slice(0, choices.indexOf(i)) : [...choices, i];
    for (const [at, option] of options.entries()) {
      const rank = choices.indexOf(at) + 1;
      mark(option, 'aria-pressed', String(rank > 0));
      option.firstChild.textContent = rank > 0 ? t('quiz.rank', {n: rank}) : String(at + 1);
    }
    if (choices.length === options.length) onAnswer(choices);
  }
  function click(id) {
    choices = choices.includes(id) ? choices.filter((one) => one !== id) : [...choices, id];
    onChosen(choices);
    sayChosen();
    if (choices.length === answer.length) onAnswer(choices);
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
    units: () => (isClick ? choices : []),
    choose,
    click,
    /** Show what was right, with the points after it. */
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
