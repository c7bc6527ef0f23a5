// The keys of the class page: which act they ask for, and their rows on the sheet of keys.

import {placeOf} from '../atlas/core/keys.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';

/** @import {Translate} from '../atlas/types' */

const ROWS = [
  ['Space, Page Down', 'next'],
  ['Page Up', 'previous'],
  ['Home, End', 'ends'],
  ['N', 'notes'],
  ['B', 'blank'],
  ['L', 'spot'],
  ['S', 'words'],
  ['Q', 'quiz'],
  ['P', 'present'],
];

/**
 * Rows of [key, meaning].
 * @param {Translate} t
 * @returns {[key: string, meaning: string][]}
 */
export const keySheetRows = (t) => ROWS.map(([key, name]) => [key, t(`class.key_${name}`)]);

/**
 * Take the lesson's keys before the atlas gets them. `onEscape()` tells whether it took the key.
 * @param {HTMLElement} root
 * @param {{isPresenting: () => boolean, onAct: (name: string) => void, onEscape: () => boolean}} options
 */
export function listenToClassKeys(root, {isPresenting, onAct, onEscape}) {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || root.querySelector('dialog[open]')) return;
      if (event.key === 'Escape' && onEscape()) return event.preventDefault();
      const name = lessonActOf(event, placeOf(event.composedPath()), isPresenting());
      if (!name) return;
      event.preventDefault();
      event.stopPropagation();
      onAct(name);
    },
    {capture: true},
  );
}
