// In a small window, where the key is out of sight: a button that brings out what the signs on the map mean, beside the
// map.

import {h, mark} from '../dom.mjs';

/** @import {Translate} from '../types' */

/**
 * Put the focus on what takes none from the keys, for as long as it stays there.
 * @param {HTMLElement | undefined} part
 */
function lendFocus(part) {
  if (!part) return;
  part.tabIndex = -1;
  part.addEventListener('blur', () => part.removeAttribute('tabindex'), {once: true});
  part.focus({preventScroll: true});
}

/**
 * @param {{root: HTMLElement, t: Translate, panel: HTMLElement, unfold: () => void}} of `panel` holds the key, `unfold`
 *   raises it where it is folded
 * @returns {HTMLElement} the button; the one that closes the key again stands in the panel
 */
export function createKeyOpener({root, t, panel, unfold}) {
  const open = (/** @type {boolean} */ isOut) => mark(root, 'data-key-open', isOut);
  const isShown = (/** @type {Element | null} */ element) => Boolean(element?.getClientRects().length);
  /** Whether the panel took the place of the title, with the button; elsewhere it stands there anyhow. */
  const isOpen = () => 'keyOpen' in root.dataset && isShown(close);
  panel.id = 'atlas-panel';
  const button = h(
    'button',
    {
      type: 'button',
      class: 'key-opener',
      'aria-controls': panel.id,
      onclick() {
        unfold();
        open(true);
        const whole = ':is(.sheet, .title-block) > .map-key';
        const parts = [whole, '.panel .sign-key', '.panel .legend'].map((name) => root.querySelector(name));
        const part = /** @type {HTMLElement | undefined} */ (parts.find(isShown));
        part?.scrollIntoView({block: 'start'});
        if (isOpen()) return close.focus({preventScroll: true});
        open(false);
        lendFocus(part);
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
  panel.prepend(close);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.stopPropagation();
    shut();
  });
  return button;
}
