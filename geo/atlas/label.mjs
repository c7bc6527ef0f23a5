// A label beside what the hand points at. Once the hand rests it stays, so that the hand can come to it; Escape puts it
// away until there is another.

import {createDebounce} from './core/debounce.mjs';
import {h, mark} from './dom.mjs';

const SETTLE_MS = 350; // the hand has come to rest
const PASS_MS = 250; // on its way to the label it may be over something else

/**
 * `onHide()` runs whenever the label goes.
 * @param {{class: string, onclick?: () => void}} properties
 * @param {() => void} [onHide]
 */
export function createLabel(properties, onHide = () => {}) {
  const element = h('div', {...properties, hidden: true, onpointermove: () => pass.cancel()});
  let told = '';
  let putAway = ''; // what was told when Escape was pressed
  let next = hide;
  const pass = createDebounce(() => next(), PASS_MS);
  const settle = createDebounce(() => mark(element, 'data-settled', true), SETTLE_MS);
  const onKey = (/** @type {KeyboardEvent} */ {key}) => {
    if (key !== 'Escape') return;
    putAway = told;
    hide();
  };
  function hide() {
    if (element.hidden) return;
    settle.cancel();
    pass.cancel();
    removeEventListener('keydown', onKey, {capture: true});
    element.hidden = true;
    told = '';
    onHide();
  }
  return {
    element,
    hide,
    /** Whether it stays for a hand that comes to it. */
    hasSettled: () => !element.hidden && element.hasAttribute('data-settled'),
    isTold: (/** @type {string} */ text) => text === told,
    isPutAway: (/** @type {string} */ text) => text === putAway,
    /** What was put away may come again. */
    forget: () => void (putAway = ''),
    /** The hand has come back to what is told. */
    keep: pass.cancel,
    /** Do it once a hand that may be on its way has not come. */
    wait(/** @type {() => void} */ act) {
      next = act;
      pass.schedule();
    },
    tell(/** @type {string} */ text, /** @type {Node[]} */ content) {
      pass.cancel();
      putAway = '';
      if (element.hidden) addEventListener('keydown', onKey, {capture: true});
      if (text !== told) element.replaceChildren(...content);
      told = text;
      element.hidden = false;
      mark(element, 'data-settled', null);
      settle.schedule();
    },
  };
}
