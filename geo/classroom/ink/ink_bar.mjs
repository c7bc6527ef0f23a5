// The tools of whoever draws on the wall: small, at the edge of the map.

import {h, mark, passFocus, s} from '../../atlas/dom.mjs';
import {isMarker, PENS} from './strokes.mjs';

/** @import {Translate} from '../../atlas/types' */

const ICONS = {
  pen: 'M4 16C8 6 11 20 14 11S18 6 20 8',
  marker: 'M4 12H20',
  undo: 'M8 5L4 9L8 13M4 9H14A5 5 0 0 1 14 19H9',
  wipe: 'M5 19H20M8 16L4 12L13 4L19 10L12 17Z',
  leave: 'M6 6L18 18M18 6L6 18',
};

/**
 * A button that does not take the focus from the lesson when it is pressed with the hand: its keys go on.
 * @param {string} label
 * @param {string} icon
 * @param {() => void} onclick
 */
const quietButton = (label, icon, onclick) =>
  h(
    'button',
    {
      type: 'button',
      class: 'tool',
      title: label,
      'aria-label': label,
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick,
    },
    s('svg', {viewBox: '0 0 24 24', 'aria-hidden': 'true'}, s('path', {d: icon})),
  );

/**
 * The pen as it lies beside the map, seen while a hand is near: a press takes it.
 * @param {{t: Translate, onOpen: () => void}} options
 */
export const createPenBeside = ({t, onOpen}) =>
  h('div', {class: 'ink-bar ink-open'}, quietButton(t('ink.open'), ICONS.pen, onOpen));

/**
 * The bar; `onPen(name)` is the choice of a pen, `onAct(name)` the rest: 'undo', 'wipe', 'leave'.
 * @param {{t: Translate, onPen: (name: string) => void, onAct: (name: 'undo' | 'wipe' | 'leave') => void}} options
 */
export function createInkBar({t, onPen, onAct}) {
  const button = (/** @type {string} */ name, /** @type {string} */ icon, /** @type {() => void} */ onclick) =>
    quietButton(t(`ink.${name}`), icon, onclick);
  const pens = PENS.map((name) => {
    const element = button(name, isMarker(name) ? ICONS.marker : ICONS.pen, () => onPen(name));
    element.dataset.pen = name;
    return element;
  });
  const undo = button('undo', ICONS.undo, () => onAct('undo'));
  const wipe = button('wipe', ICONS.wipe, () => onAct('wipe'));
  const leave = button('leave', ICONS.leave, () => onAct('leave'));
  return {
    element: h(
      'div',
      {class: 'ink-bar', role: 'toolbar', 'aria-label': t('ink.bar'), hidden: true},
      pens,
      undo,
      wipe,
      leave,
    ),
    /** Show which pen is in the hand, and whether there is anything to take back. */
    show(/** @type {string} */ pen, /** @type {boolean} */ isEmpty) {
      for (const each of pens) mark(each, 'aria-pressed', String(each.dataset.pen === pen));
      for (const each of [undo, wipe]) {
        if (isEmpty) passFocus(each, leave);
        each.disabled = isEmpty;
      }
    },
  };
}
