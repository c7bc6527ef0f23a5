// In a frame or a window too small for the key beneath the map: a button that opens it over the map.

import {h, mark} from '../../atlas/dom.mjs';

/**
 * Neither the lesson nor the atlas finds the key open over it that the other left so.
 * @param {HTMLElement} root
 */
export function shutKey(root) {
  mark(root, 'data-key-open', false);
  root.querySelector('.key-button')?.setAttribute('aria-expanded', 'false');
}

/**
 * @param {{root: HTMLElement, key: HTMLElement, label: string}} of
 * @returns {HTMLElement}
 */
export function createKeyButton({root, key, label}) {
  key.id = 'key';
  const button = h(
    'button',
    {
      type: 'button',
      class: 'key-button',
      'aria-expanded': 'false',
      'aria-controls': key.id,
      onclick: () => open(!('keyOpen' in root.dataset)),
    },
    label,
  );
  function open(/** @type {boolean} */ isOpen) {
    mark(root, 'data-key-open', isOpen);
    mark(button, 'aria-expanded', String(isOpen));
  }
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !('keyOpen' in root.dataset) || !button.getClientRects().length) return;
    event.stopPropagation();
    open(false);
    button.focus();
  });
  return button;
}
