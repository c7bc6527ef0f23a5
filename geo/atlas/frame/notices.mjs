// Notices over the map: what went wrong, in a sentence, until it is put away.

import {h} from '../dom.mjs';

/** @import {Translate} from '../types' */

const MOST = 8; // one for each thing that an address can get wrong

/**
 * @param {{t: Translate}} of
 */
export function createNotices({t}) {
  const element = h('div', {class: 'notices', role: 'status'});
  return {
    element,
    /** Add a notice; one of the same words goes, and so do the oldest where there are too many. */
    add(/** @type {string} */ text) {
      const standing = [...element.children];
      const isSpent = (/** @type {Element} */ note, /** @type {number} */ i) =>
        note.firstChild?.textContent === text || i <= standing.length - MOST;
      for (const note of standing.filter(isSpent)) note.remove();
      const note = h(
        'p',
        {class: 'notice'},
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
