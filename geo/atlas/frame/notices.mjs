// Notices over the map: what went wrong, in a sentence, until it is put away.

import {h} from '../dom.mjs';

/** @import {Translate} from '../types' */
/** @typedef {ReturnType<typeof createNotices>} Notices */

const MOST = 8; // one for each thing that an address can get wrong

/**
 * @param {{t: Translate}} of
 */
export function createNotices({t}) {
  const element = h('div', {class: 'notices', role: 'status'});
  const clear = (/** @type {string} */ about) => {
    for (const note of element.querySelectorAll(`[data-about="${about}"]`)) note.remove();
  };
  return {
    element,
    /** Put away what was said about something. */
    clear,
    /**
     * Add a notice; one of the same words goes, one about the same thing, and the oldest where there are too many.
     * @param {string} text
     * @param {string} [about]
     */
    add(text, about) {
      if (about) clear(about);
      const standing = [...element.children];
      const isSpent = (/** @type {Element} */ note, /** @type {number} */ i) =>
        note.firstChild?.textContent === text || i <= standing.length - MOST;
      for (const note of standing.filter(isSpent)) note.remove();
      const note = h(
        'p',
        {class: 'notice', 'data-about': about},
        h('span', {}, text),
        h(
          'button',
          {type: 'button', class: 'close', 'aria-label': t('notice.dismiss'), onclick: () => note.remove()},
          '×',
        ),
      );
      element.append(note);
    },
  };
}
