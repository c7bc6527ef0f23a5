// Folded stacks of statements: what a badge looks like, and the buttons that open it for hand and keys.

import {exchange, h, mark, s} from '../dom.mjs';
import {keep} from '../core/lookup.mjs';
import {createChooser} from './chooser.mjs';
import {TARGET_PX} from './target.mjs';

/** @import {Size} from '../core/camera.mjs' */
/** @import {Stack} from '../core/mark_layout.mjs' */
/** @import {Facts} from '../types' */
/**
 * @typedef {{ids: string[], x: number, y: number, half: number, label: string, node: SVGElement, slot: SVGElement}}
 *   Badge
 */

const PIP = {at: 11, w: 19, h: 13, round: 3.5}; // the number of a badge that shows the open statement

/** The number of a badge beside the sign of the open statement. */
const pip = (/** @type {string} */ words) => [
  s('rect', {
    ...{class: 'badge-pip', x: PIP.at - PIP.w / 2, y: -PIP.at - PIP.h / 2},
    ...{width: PIP.w, height: PIP.h, rx: PIP.round},
  }),
  s('text', {class: 'badge-count', x: PIP.at, y: -PIP.at, 'data-pip': true}, words),
];

/**
 * The badge of a folded stack: how many it holds, or that beside the sign of the open statement, which stands in `slot`
 * with the others.
 * @param {Stack} stack
 * @param {{facts: Facts, unit: number, transform: string, isOpen: boolean, label: string}} of what it says
 * @returns {Badge}
 */
export function createBadge({x, y, marks}, {facts, unit, transform, isOpen, label}) {
  const slot = s('g');
  const node = s(
    'g',
    {class: 'badge', 'data-badge': marks.length, transform},
    !isOpen && facts.badgeSign(marks.length),
    slot,
    isOpen && pip(`${facts.times}${marks.length}`),
  );
  return {ids: marks.map(({id}) => id), x, y, half: TARGET_PX * Math.max(1, unit), label, node, slot};
}

/**
 * The buttons of the badges, above the map, where the keys reach them, and the list that one of them opens.
 * @param {{facts: Facts, tellOf: (id: string) => string[], onChoose: (id: string) => void}} of what the list needs
 */
export function createBadgeButtons(of) {
  const chooser = createChooser(of);
  const buttons = h('div');
  const buttonOf = keep((/** @type {string} */ ids) =>
    h('button', {
      type: 'button',
      class: 'badge-target',
      'data-holds': ids,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
    }),
  );
  let standing = '';
  return {
    element: h('div', {class: 'badges'}, buttons, chooser.element),
    close: chooser.close,
    show(/** @type {Badge[]} */ badges, /** @type {Size} */ size) {
      const key = badges.map(({ids}) => ids.join(' ')).join('|');
      if (key || standing) chooser.close();
      // A button that stays keeps the focus.
      exchange(
        buttons,
        badges.map(({ids}) => buttonOf(ids.join(' '))),
        buttons.closest('.stage'),
      );
      standing = key;
      for (const badge of badges) {
        const {ids, x, y, half, label} = badge;
        const button = buttonOf(ids.join(' '));
        mark(button, 'aria-label', label);
        mark(button, 'title', label);
        button.onclick = () => chooser.open(badge, button, size);
        const side = `${2 * half}px`;
        Object.assign(button.style, {width: side, height: side, transform: `translate(${x - half}px, ${y - half}px)`});
      }
    },
  };
}
