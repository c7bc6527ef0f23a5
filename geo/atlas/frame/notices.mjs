// Notices above the map, which they push down: what went wrong, in a sentence, until it is put away.

import {OF_ADDRESS} from '../core/address.mjs';
import {h, passFocus} from '../dom.mjs';

/** @import {Announce} from './announcer.mjs' */
/** @import {Translate} from '../types' */
/** @typedef {ReturnType<typeof createNotices>} Notices */

const MOST = 8; // one for each thing that an address can get wrong

/**
 * @param {{t: Translate, announce: Announce}} of
 */
export function createNotices({t, announce}) {
  const element = h('div', {class: 'notices'});
  const makeRoom = () => element.parentElement?.style.setProperty('--notices', `${element.offsetHeight}px`);
  new ResizeObserver(makeRoom).observe(element);
  /** @type {string[]} what is new and not said yet: several of one moment are said together */
  let fresh = [];
  function tell(/** @type {string} */ text) {
    if (!fresh.length) {
      queueMicrotask(() => {
        announce(fresh, 'answer');
        fresh = [];
      });
    }
    fresh.push(text);
  }
  function dismiss(/** @type {HTMLElement} */ note) {
    const beside = note.nextElementSibling ?? note.previousElementSibling;
    passFocus(note, beside?.querySelector('button') ?? element.parentElement?.querySelector('.stage'));
    note.remove();
  }
  const clear = (/** @type {string} */ about) => {
    for (const note of element.querySelectorAll(`[data-about="${about}"]`)) note.remove();
  };
  return {
    element,
    /** Put away what was said about something. */
    clear,
    /**
     * Add a notice; one of the same words goes, one about the same thing unless that is the address, of which there is
     * much to say, and the oldest where there are too many.
     * @param {string} text
     * @param {string} [about]
     */
    add(text, about) {
      if (about && about !== OF_ADDRESS) clear(about);
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
          {type: 'button', class: 'close', 'aria-label': t('notice.dismiss'), onclick: () => dismiss(note)},
          '×',
        ),
      );
      element.append(note);
      tell(text);
    },
  };
}
