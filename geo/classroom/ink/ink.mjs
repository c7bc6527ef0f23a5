// The strokes on the wall: what was drawn, and who wants to know. Pure.

import {MOST_STROKES} from './strokes.mjs';

/** @import {Ink, InkListener, Stroke} from '../types' */

/**
 * Starts empty. `listen(fn)` has `fn(strokes, change)` called after each: `draw` is one stroke more, at the end, `undo`
 * its last one less, `wipe` none any more.
 * @returns {Ink}
 */
export function createInk() {
  /** @type {Stroke[]} */
  let strokes = [];
  /** @type {InkListener[]} */
  const listeners = [];
  function change(/** @type {Stroke[]} */ next, /** @type {'draw' | 'undo' | 'wipe'} */ how) {
    strokes = next;
    for (const listener of listeners) listener(strokes, how);
  }
  return {
    strokes: () => strokes,
    listen: (listener) => listeners.push(listener),
    isFull: () => strokes.length >= MOST_STROKES,
    draw(stroke) {
      if (strokes.length < MOST_STROKES) change([...strokes, stroke], 'draw');
    },
    undo() {
      if (strokes.length) change(strokes.slice(0, -1), strokes.length > 1 ? 'undo' : 'wipe');
    },
    wipe() {
      if (strokes.length) change([], 'wipe');
    },
  };
}
