// A question on the screen: its prompt, its options or the units to click, and the verdict on an answer.

import {h, mark, say} from '../../atlas/dom.mjs';
import {backButton, mainQuizButton} from './quiz_button.mjs';
import {questionOf, teamOf} from './quiz_game.mjs';
import {dayUnder, pickedBy, pickedName} from './quiz_map.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Choice, Game, Question, QuestionPage} from '../types' */

/**
 * Which question this is, and the points; the team whose turn it is stands out. Before it the way back, where there is
 * one, after it the clock of a question that is open.
 * @param {Game} game
 * @param {Translate} t
 * @param {(() => void) | null} onBack
 * @param {HTMLElement | null} clock
 */
function gameHead(game, t, onBack, clock) {
  const {scores, at, questions} = game;
  const scoreText = (/** @type {number} */ n, /** @type {number} */ i) =>
    scores.length === 1 ? t('quiz.score', {n}) : t('quiz.team_score', {team: i + 1, n});
  return h(
    'p',
    {class: 'quiz-head'},
    onBack && backButton(t('quiz.back'), onBack),
    h('span', {class: 'quiz-place'}, t('quiz.place', {at: at + 1, all: questions.length})),
    clock,
    h(
      'span',
      {class: 'quiz-scores'},
      scores.map((n, i) => h('span', {class: 'quiz-score', 'data-turn': i === teamOf(game)}, scoreText(n, i))),
    ),
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
 * Whether an answer has all that is asked for: of an order every place, of a click as many units.
 * @param {Question} question
 * @param {Choice[]} choices
 */
export const isComplete = ({kind, options, answer}, choices) =>
  choices.length === (kind === 'order' ? options.length : kind === 'click' ? answer.length : 1);

/**
 * The places among the options after a press on one: the one that is chosen; of an order the next, and one chosen
 * before takes itself and all after it back.
 * @param {string} kind
 * @param {number[]} places
 * @param {number} i
 */
export function placesAfter(kind, places, i) {
  if (kind !== 'order') return [i];
  return places.includes(i) ? places.slice(0, places.indexOf(i)) : [...places, i];
}

/**
 * Show on the options which are chosen, of an order which comes first.
 * @param {HTMLButtonElement[]} options
 * @param {string} kind
 * @param {number[]} places
 * @param {Translate} t
 */
function showPlaces(options, kind, places, t) {
  for (const [at, option] of options.entries()) {
    const rank = places.indexOf(at) + 1;
    mark(option, 'aria-pressed', String(rank > 0));
    const key = option.querySelector('kbd');
    if (key && kind === 'order') key.textContent = rank > 0 ? t('quiz.rank', {n: rank}) : String(at + 1);
  }
}

/**
 * The question of a game. `onChosen(units, text)` follows what is clicked on the map, `onAnswer(choices)` gets the
 * answer once it is confirmed, `onBack` leads to the question before, where there is one. `choose(i)` is an option by
 * its place, `click(id)` a unit, `confirm()` gives the answer as it is chosen, where it is whole; `whole()` is what is
 * chosen, nothing where it is not whole; `first` is what gets the focus, null where that is the map.
 * @param {{game: Game, facts: Facts, t: Translate, clock: HTMLElement | null,
 *   onChosen: (units: string[], text: string) => void, onAnswer: (choices: Choice[]) => void,
 *   onBack: (() => void) | null}} options
 * @returns {QuestionPage}
 */
export function createQuestionPage({game, facts, t, clock, onChosen, onAnswer, onBack}) {
  const question = questionOf(game);
  const {kind, answer} = question;
  const isClick = kind === 'click';
  /** @type {number[]} places among the options */
  let places = [];
  /** @type {string[]} and units, where a click is the answer */
  let units = [];
  let isLocked = false;
  const options = createOptions(question.options, choose);
  const prompt = h('h1', {class: 'quiz-prompt', tabindex: -1}, question.prompt);
  const chosen = h('p', {class: 'quiz-state'});
  const given = () => (isClick ? units : places);
  const done = mainQuizButton('answer', t('quiz.answer'), () => onAnswer(given()));
  const doneRow = h('p', {class: 'quiz-row quiz-done'}, done);
  const after = h('div', {class: 'quiz-after'});
  let head = gameHead(game, t, onBack, clock);
  done.disabled = true;

  /** An answer is only given by the button that says so; it has the focus once all is chosen. */
  function offer() {
    done.disabled = given().length === 0 || (kind === 'order' && !isComplete(question, places));
    if (isComplete(question, given())) done.focus({preventScroll: true});
  }
  function chosenInWords() {
    const names = units.map((id) => pickedName(facts, id, dayUnder(question, facts))).join(', ');
    return t('quiz.chosen', {n: units.length, all: answer.length, names});
  }
  function choose(/** @type {number} */ i) {
    if (isLocked) return;
    places = placesAfter(kind, places, i);
    showPlaces(options, kind, places, t);
    offer();
  }
  function click(/** @type {string} */ id) {
    const unit = pickedBy(facts, id, dayUnder(question, facts));
    units = units.includes(unit) ? units.filter((one) => one !== unit) : [...units, unit];
    say(chosen, chosenInWords());
    onChosen(units, chosenInWords());
    offer();
  }
  if (isClick) say(chosen, chosenInWords());
  return {
    /** What stands on the page; a verdict has put another head there. */
    get nodes() {
      return [head, prompt, h('div', {class: 'quiz-options'}, options), ...(isClick ? [chosen] : []), doneRow, after];
    },
    first: isClick ? null : prompt,
    options,
    units: () => units,
    choose,
    click,
    confirm: () => isComplete(question, given()) && onAnswer(given()),
    whole: () => (isComplete(question, given()) ? given() : []),
    /**
     * Show what was right, with the points after it.
     * @param {Game} judgedGame
     * @param {Choice[]} choices
     * @param {HTMLElement[]} verdict
     */
    showVerdict(judgedGame, choices, verdict) {
      isLocked = true;
      doneRow.hidden = true;
      markOptions(options, question, choices);
      const fresh = gameHead(judgedGame, t, onBack, null);
      head.replaceWith(fresh);
      head = fresh;
      after.replaceChildren(...verdict);
    },
  };
}
