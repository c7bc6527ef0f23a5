// On a map too low for its menu and tools, which would cover most of it: one button that brings them out.

import {h, mark, s} from '../dom.mjs';

/** @import {Translate} from '../types' */

const ICON = 'M4 8h16M4 16h16M9 5v6M15 13v6';

/**
 * @param {{t: Translate, area: HTMLElement, isMenuOpen: () => boolean}} of `area` holds map, menu and tools
 * @returns {HTMLElement} the button, to stand before them
 */
export function createToolFold({t, area, isMenuOpen}) {
  const isOpen = () => area.hasAttribute('data-tools');
  function open(/** @type {boolean} */ isOut) {
    mark(button, 'aria-expanded', String(isOut));
    mark(area, 'data-tools', isOut);
  }
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tool tool-fold',
      'aria-expanded': 'false',
      'aria-label': t('stage.tools'),
      title: t('stage.tools'),
      onclick: () => open(!isOpen()),
    },
    s('svg', {viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true'}, s('path', {d: ICON})),
  );
  // On a phone it stands off the map.
  for (const part of [area, button])
    part.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !isOpen() || isMenuOpen() || !button.getClientRects().length) return;
      event.stopPropagation();
      open(false);
      button.focus();
    });
  return button;
}
