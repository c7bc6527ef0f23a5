// The keys of the quiz: a number is an option, up and down go from one to the next, the lesson's keys go on and back.

import {focusBeside, within} from '../../atlas/dom.mjs';

const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);
const ANYWHERE = new Map([
  ['q', 'quiz'],
  ['PageDown', 'goOn'],
  ['PageUp', 'goBack'],
]);
/** Keys that would move the map or the lesson under a question. */
const HELD = ['Home', 'End', 'p', 's'];
const WAYS = new Map([
  ['ArrowLeft', 'goBack'],
  ['ArrowRight', 'goOn'],
]);
const PRESSED = [' ', 'Enter'];

/**
 * The act that a key asks for in the quiz, or null where it belongs to what has the focus: a button is pressed, a
 * country is walked to and picked while a click is asked. Pure.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {string} place  where the focus is: 'stage', 'range', 'text', 'control' or 'page'
 * @param {boolean} isAsking
 * @returns {string | null}
 */
export function quizActOf({key, shiftKey, ctrlKey, metaKey, altKey}, place, isAsking) {
  if (ctrlKey || metaKey || altKey || place === 'text') return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (/^[1-9]$/.test(name)) return `option${name}`;
  const anywhere = ANYWHERE.get(name);
  if (anywhere) return anywhere;
  const way = WAYS.get(name);
  if (shiftKey) return way ? 'hold' : null;
  if (place === 'stage' && isAsking && (way || PRESSED.includes(name))) return null;
  if (PRESSED.includes(name)) return place === 'control' ? null : 'goOn';
  if (way) return way;
  return HELD.includes(name) ? 'hold' : null;
}

/**
 * The option that is `step` from where the focus is; the first or last one where no option has it.
 * @param {HTMLButtonElement[]} options
 * @param {Element | null} focused
 * @param {number} step
 */
function optionBeside(options, focused, step) {
  const at = options.findIndex((option) => option === focused);
  if (at < 0) return options[step > 0 ? 0 : options.length - 1];
  return options[(at + step + options.length) % options.length];
}

/**
 * Let up and down walk the options.
 * @param {HTMLElement} element
 */
export function listenToQuizArrows(element) {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || within(event, 'input')) return;
    const options = [
      .../** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll('.quiz-option:enabled')),
    ];
    const step = STEPS.get(event.key);
    if (!step || !options.length) return;
    event.preventDefault();
    optionBeside(options, focusBeside(element), step).focus();
  });
}
