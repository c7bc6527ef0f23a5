// In a small window, where the panel with the key is folded or out of sight: a button that brings out what the signs on
// the map mean, beside the map.

import {h, mark} from '../dom.mjs';

/** @import {Translate} from '../types' */

/**
 * @param {{root: HTMLElement, t: Translate, sheet: {element: HTMLElement, fold: (isFolded: boolean) => void}}} of
 *   `sheet` holds the key
 * @returns {HTMLElement} the button; the one that closes it again stands in the sheet
 */
export function createKeyOpener({root, t, sheet}) {
  const isOpen = () => 'keyOpen' in root.dataset;
  function open(/** @type {boolean} */ isOut) {
    mark(root, 'data-key-open', isOut);
    mark(button, 'aria-expanded', String(isOut));
  }
  const button = h(
    'button',
    {
      type: 'button',
      class: 'key-opener',
      'aria-expanded': 'false',
      onclick() {
        sheet.fold(false);
        open(true);
        const parts = ['.sign-key', '.legend'].map((name) => sheet.element.querySelector(name));
        parts.find((part) => part?.getClientRects().length)?.scrollIntoView({block: 'start'});
        if (close.getClientRects().length) close.focus({preventScroll: true});
        else open(false); // it stands in the sheet anyhow
      },
    },
    t('key.open'),
  );
  function shut() {
    open(false);
    button.focus({preventScroll: true});
  }
  const close = h(
    'button',
    {type: 'button', class: 'close key-close', 'aria-label': t('key.close'), onclick: shut},
    '×',
  );
  sheet.element.append(close);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen() || !close.getClientRects().length) return;
    event.stopPropagation();
    shut();
  });
  return button;
}
