// The keys of the class page: which act they ask for, and their rows on the sheet of keys.

import {isSwitchedOff} from '../atlas/choices.mjs';
import {placeOf} from '../atlas/core/keys.mjs';

/** @import {KeyRow, Translate} from '../atlas/types' */

const WALKING = ['Tab', 'ArrowUp', 'ArrowDown']; // keys that show that the map is walked by keys
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
 * Rows of [key, meaning], with more of [key, key of its words]; they take the place of the atlas's own for the same
 * keys.
 * @param {Translate} t
 * @param {{views: string[], more: [key: string, name: string][]}} page `views` in the order of their keys
 * @returns {KeyRow[]}
 */
export function keySheetRows(t, {views, more}) {
  const viewNames = views.map((name) => t(`view.${name}`)).join(', ');
  const rows = (/** @type {string[][]} */ named) =>
    named.map(([key, name]) => /** @type {KeyRow} */ ([key, t(`class.key_${name}`, {views: viewNames})]));
  return [
    ...rows(ROWS),
    ...more.map(([key, name]) => /** @type {KeyRow} */ ([key, t(name)])),
    ...rows([
      [`1 – ${views.length}`, 'digits'],
      ['Esc', 'escape'],
    ]),
  ];
}

/**
 * Whether the map has the focus from a click, and not from keys that walk on it: then it keeps no arrows for itself,
 * and whoever has pointed at a country goes on to the next stop.
 * @returns {(event: KeyboardEvent) => boolean}
 */
function createPointed() {
  let isPointed = false;
  window.addEventListener('pointerdown', () => (isPointed = true), {capture: true});
  return ({key}) => {
    if (WALKING.includes(key)) isPointed = false;
    return isPointed;
  };
}

/**
 * Take the keys of lesson and quiz before the atlas gets them. `actOf(event, place, isPointed)` names the act that a
 * key asks for; `onEscape()` tells whether it took the key.
 * @param {HTMLElement} root
 * @param {{actOf: (event: KeyboardEvent, place: string, isPointed: boolean) => string | null,
 *   onAct: (name: string) => void, onEscape: () => boolean}} options
 */
export function listenToClassKeys(root, {actOf, onAct, onEscape}) {
  const pointed = createPointed();
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || isSwitchedOff(event) || root.querySelector('dialog[open]')) return;
      const isPointed = pointed(event);
      const isTaken = event.key === 'Escape' && onEscape();
      const name = isTaken ? null : actOf(event, placeOf(event.composedPath()), isPointed);
      if (!isTaken && !name) return;
      event.preventDefault();
      event.stopPropagation();
      if (name) onAct(name);
    },
    {capture: true},
  );
}
