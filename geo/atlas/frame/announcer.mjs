// A line that is read out and not seen.

import {h, say} from '../dom.mjs';

export function createAnnouncer() {
  const element = h('p', {class: 'sr-only', role: 'status', 'aria-live': 'polite'});
  return {element, announce: (/** @type {string} */ text) => say(element, text)};
}
