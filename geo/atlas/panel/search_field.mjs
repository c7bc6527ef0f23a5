// The field of the search, always in view; what searches is fetched when it is first asked.

import {createLate} from '../core/late.mjs';
import {focusBeside, h, mark} from '../dom.mjs';

/** @import {Core, LoadLate, LoadSearch, SearchSides} from '../types' */

/**
 * @param {Core & {loadLate: LoadLate, loadSearch: LoadSearch, sides: SearchSides, onMissing: () => void}} of
 * @returns {{element: HTMLElement, open: () => void, close: () => void, isOpen: () => boolean}}
 */
export function createSearchField({loadLate, loadSearch, sides, onMissing, ...core}) {
  const {root, t} = core;
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    class: 'finder',
    'aria-label': t('panel.find'),
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': 'search-list',
    placeholder: t('panel.find'),
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 200,
  });
  const leave = h(
    'button',
    {type: 'button', class: 'close', 'aria-label': t('panel.find_close'), onclick: () => close()},
    '×',
  );
  const element = h('div', {class: 'search', role: 'search'}, input, leave);
  /** @type {Element | null} */
  let before = null; // what had the focus
  const {ask} = createLate(async () => {
    const [{createSearch}, data] = await Promise.all([loadLate(), loadSearch()]);
    createSearch({...core, ...sides, data, input, element, close});
  });
  const isOpen = () => root.hasAttribute('data-finding');
  function putAway() {
    input.value = '';
    mark(root, 'data-finding', null);
    input.dispatchEvent(new Event('input'));
  }
  /** Put the search away; the focus goes back to where it was, unless an answer has taken it. */
  function close(goesBack = true) {
    putAway();
    if (!goesBack) return input.blur();
    const back = before?.isConnected && before !== document.body ? before : root.querySelector('.stage');
    return /** @type {HTMLElement | null} */ (back)?.focus({preventScroll: true});
  }
  /** The field may stand in what is folded, or further down: it comes into sight first. */
  function unfold() {
    if (isOpen()) return;
    mark(root, 'data-finding', '');
    root.scrollTop = 0;
    ask().catch(onMissing);
    input.dispatchEvent(new Event('input'));
  }
  /** Begin from the field, where the focus then stays: in a small window the search covers what Tab goes on to. */
  function begin() {
    if (isOpen()) return;
    before = input;
    unfold();
  }
  input.addEventListener('click', unfold);
  input.addEventListener('input', () => input.value && begin());
  input.addEventListener('keydown', ({key}) => key === 'ArrowDown' && begin());
  leave.addEventListener('keydown', ({key, shiftKey}) => key === 'Tab' && !shiftKey && putAway());
  element.addEventListener('pointerdown', () => isOpen() || (before = focusBeside(element)));
  element.addEventListener('focusout', ({relatedTarget: to}) => {
    if (isOpen() && to instanceof Node && !element.contains(to)) close(false);
  });
  // Letters are for the field alone: the frame around the atlas has keys of its own.
  for (const kind of ['keydown', 'keyup']) {
    element.addEventListener(kind, (event) => {
      event.stopPropagation();
      if (kind === 'keydown' && /** @type {KeyboardEvent} */ (event).key === 'Escape' && isOpen()) close();
    });
  }
  return {
    element,
    isOpen,
    close,
    open() {
      before = focusBeside(element);
      unfold();
      input.focus({preventScroll: true});
    },
  };
}
