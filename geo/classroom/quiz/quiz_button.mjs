// A button of the quiz.

import {h} from '../../atlas/dom.mjs';

/**
 * @param {string} name  its `data-quiz`
 * @param {string} label
 * @param {() => void} onclick
 */
export const quizButton = (name, label, onclick) =>
  h('button', {type: 'button', class: 'quiz-button', 'data-quiz': name, onclick}, label);

/**
 * The button that leads on.
 * @param {string} name  its `data-quiz`
 * @param {string} label
 * @param {() => void} onclick
 */
export function mainQuizButton(name, label, onclick) {
  const button = quizButton(name, label, onclick);
  button.classList.add('quiz-main');
  return button;
}

/**
 * The button that leads back, small, before what it leads back from.
 * @param {string} label
 * @param {() => void} onclick
 */
export const backButton = (label, onclick) =>
  h(
    'button',
    {type: 'button', class: 'quiz-back', 'data-quiz': 'back', 'aria-label': label, title: label, onclick},
    h('span', {'aria-hidden': 'true'}, '‹'),
  );
