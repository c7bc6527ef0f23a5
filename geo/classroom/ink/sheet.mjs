// A sheet over a stage that shows strokes: on the wall, in the notes and on a phone.

import {createDebounce} from '../../atlas/core/debounce.mjs';
import {mark, s} from '../../atlas/dom.mjs';
import {outlineOf} from './outline.mjs';

/** @import {Frame} from '../../atlas/core/camera.mjs' */
/** @import {Atlas} from '../../atlas/types' */
/** @import {InkSheet, Stroke} from '../types' */

const PAUSE_MS = 120; // until strokes are as wide again as before the map was zoomed

/**
 * A sheet; what it shows is drawn for the frame that is in sight.
 * @returns {InkSheet}
 */
export function createSheet() {
  const done = s('g');
  const current = s('path');
  const element = s('svg', {class: 'ink', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, done, current);
  const look = (/** @type {Frame} */ frame) => mark(element, 'viewBox', frame.join(' '));
  return {
    element,
    look,
    show(strokes, frame) {
      look(frame);
      const paths = strokes.map((stroke) => s('path', {'data-pen': stroke.pen, d: outlineOf(stroke, frame)}));
      done.replaceChildren(...paths);
    },
    /** Show the stroke that the hand is drawing; null for none. */
    draft(stroke, frame) {
      mark(current, 'data-pen', stroke?.pen);
      mark(current, 'd', stroke && outlineOf(stroke, frame, false));
    },
  };
}

/**
 * A sheet on the stage of an atlas, which moves and zooms with it. Gives what shows strokes.
 * @param {HTMLElement} root
 * @param {Pick<Atlas, 'inSight'>} atlas
 * @returns {InkSheet & {frame: () => Frame, put: (strokes?: Stroke[]) => void}} `put` without strokes puts those of
 *   before on the stage that is there now
 */
export function createSheetOver(root, {inSight}) {
  const sheet = createSheet();
  /** @type {Stroke[]} */
  let strokes = [];
  const frame = () => inSight().sight.frame;
  const draw = () => sheet.show(strokes, frame());
  const again = createDebounce(draw, PAUSE_MS);
  root.addEventListener('camera', () => {
    sheet.look(frame());
    if (strokes.length) again.schedule();
  });
  return {
    ...sheet,
    frame,
    put(next = strokes) {
      strokes = next;
      const stage = root.querySelector('.stage');
      if (sheet.element.parentNode !== stage) stage?.append(sheet.element);
      draw();
    },
  };
}
