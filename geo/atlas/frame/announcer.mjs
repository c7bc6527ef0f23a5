// The one line that is read out and not seen. What matters less does not take the place of what matters more, until the
// reader acts again.

import {RANKS} from '../core/said.mjs';
import {h} from '../dom.mjs';

/** @typedef {(text: string | string[], kind?: string) => void} Announce */

/**
 * `announce(text, kind)` says a sentence, or several; `kind` is one of `RANKS`.
 * @returns {{element: HTMLElement, announce: Announce, stop: () => void}}
 */
export function createAnnouncer() {
  const element = h('p', {class: 'sr-only', role: 'status', 'aria-live': 'polite'});
  let standing = RANKS.length;
  const begin = () => (standing = RANKS.length);
  const acts = ['keydown', 'pointerdown'];
  for (const kind of acts) addEventListener(kind, begin, {capture: true});
  return {
    element,
    announce(text, kind = 'act') {
      const rank = RANKS.indexOf(kind);
      if (rank > standing) return;
      standing = rank;
      element.replaceChildren(...[text].flat().flatMap((said) => [h('span', {}, said), ' ']));
    },
    stop() {
      for (const kind of acts) removeEventListener(kind, begin, {capture: true});
    },
  };
}
