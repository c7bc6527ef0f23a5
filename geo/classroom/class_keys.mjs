// The keys of the class page: which act they ask for, and their rows on the sheet of keys.

import {isSwitchedOff} from '../atlas/choices.mjs';
import {placeOf} from '../atlas/core/keys.mjs';

/** @import {Translate} from '../atlas/types' */

const ROWS = [
  ['← →', 'arrows'],
  ['Shift + ← →', 'shift_arrows'],
  ['Space, Enter', 'next'],
  ['Page Up, Page Down', 'pages'],
  ['Home, End', 'ends'],
  ['S', 'words'],
  ['Q', 'quiz'],
  ['P', 'present'],
];

/**
 * Rows of [key, meaning], with more of [key, name]; they take the place of the atlas's own for the same keys.
 * @param {Translate} t
 * @param {[key: string, name: string][]} more
 * @returns {[key: string, meaning: string][]}
 */
export const keySheetRows = (t, more) => [...ROWS, ...more].map(([key, name]) => [key, t(`class.key_${name}`)]);

/**
 * Take the keys of lesson and quiz before the atlas gets them. `actOf(event, place)` names the act that a key asks for;
 * `onEscape()` tells whether it took the key.
 * @param {HTMLElement} root
 * @param {{actOf: (event: KeyboardEvent, place: string) => string | null, onAct: (name: string) => void,
 *   onEscape: () => boolean}} options
 */
export function listenToClassKeys(root, {actOf, onAct, onEscape}) {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || isSwitchedOff(event) || root.querySelector('dialog[open]')) return;
      const isTaken = event.key === 'Escape' && onEscape();
      const name = isTaken ? null : actOf(event, placeOf(event.composedPath()));
      if (!isTaken && !name) return;
      event.preventDefault();
      event.stopPropagation();
      if (name) onAct(name);
    },
    {capture: true},
  );
}
