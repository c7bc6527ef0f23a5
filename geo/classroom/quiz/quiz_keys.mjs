// The keys of the quiz: a number is an option, up and down go from one to the next.

import {focusBeside, within} from '../../atlas/dom.mjs';

const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

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
 * `onPlace(i)` gets an option by its place and tells whether it took it.
 * @param {HTMLElement} element
 * @param {{onPlace: (i: number) => boolean}} options
 */
export function listenToQuizKeys(element, {onPlace}) {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || within(event, 'input')) return;
    if (/^[1-9]$/.test(event.key) && onPlace(Number(event.key) - 1)) {
      event.preventDefault();
      event.stopPropagation();
    }
    const options = [
      .../** @type {NodeListOf<HTMLButtonElement>} */ (element.querySelectorAll('.quiz-option:enabled')),
    ];
    const step = STEPS.get(event.key);
    if (!step || !options.length) return;
    event.preventDefault();
    optionBeside(options, focusBeside(element), step).focus();
  });
}
