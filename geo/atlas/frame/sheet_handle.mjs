// The bar over the sheet of a phone: it follows the finger to three heights, and goes there by a tap or the keys.

import {heightAfter, heightBeside, HEIGHTS} from '../core/sheet_heights.mjs';
import {h, mark, s} from '../dom.mjs';

/** @import {Translate} from '../types' */

const TAP_PX = 12; // a finger that moves less has tapped
const GLASS = 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20';
const [FOLDED, HALF, WHOLE] = [0, 1, 2];

/**
 * @param {{root: HTMLElement, panel: HTMLElement, t: Translate, onFind: () => void}} of `onFind` opens the search
 */
export function createSheetHandle({root, panel, t, onFind}) {
  let at = HALF;
  let isDrawn = false;
  const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {Node} */ sign) =>
    h('button', {type: 'button', class: name, 'aria-label': t(label)}, sign);
  const glass = s('svg', {viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true'}, s('path', {d: GLASS}));
  const find = button('find', 'panel.find', glass);
  const handle = button('handle', 'panel.sheet', h('span'));

  /** At once: what glides would have the map drawn over and over. */
  function stand(/** @type {number} */ height) {
    at = height;
    mark(root, 'data-sheet', HEIGHTS[at]);
    mark(handle, 'aria-expanded', String(at > FOLDED));
    root.style.removeProperty('--sheet');
  }
  find.onclick = onFind;
  handle.onpointerdown = ({clientY: from, pointerId}) => {
    const start = panel.offsetHeight;
    let moved = 0;
    isDrawn = false;
    handle.setPointerCapture(pointerId);
    handle.onpointermove = ({clientY}) => {
      moved = from - clientY;
      isDrawn ||= Math.abs(moved) > TAP_PX;
      if (!isDrawn) return;
      mark(root, 'data-drawing', '');
      root.style.setProperty('--sheet', `${Math.max(0, start + moved)}px`);
    };
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
      const share = panel.offsetHeight / root.clientHeight; // as drawn: a map that is in sight again takes room from it
      mark(root, 'data-drawing', null);
      if (isDrawn) stand(heightAfter(at, moved, share));
    };
  };
  handle.onclick = () => isDrawn || stand((at + 1) % HEIGHTS.length);
  handle.onkeydown = (event) => {
    isDrawn = false;
    const steps = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (!steps) return;
    event.preventDefault();
    stand(heightBeside(at, steps));
  };
  mark(handle, 'aria-expanded', 'true');
  return {
    elements: [handle, find],
    /** Fold the sheet, or raise one that is folded. */
    fold: (/** @type {boolean} */ folded) => folded !== (at === FOLDED) && stand(folded ? FOLDED : HALF),
    /** Lower a sheet that covers the map: something is to be seen there. */
    uncover: () => at === WHOLE && stand(HALF),
  };
}
