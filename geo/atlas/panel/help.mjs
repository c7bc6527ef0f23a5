// The keys, on one sheet.

import {h} from '../dom.mjs';

/** @import {KeyRow, Translate} from '../types' */

/**
 * The sheet; `views` are named in the order of their keys, `keys` are rows of [key, meaning] that stand before the
 * atlas's own and take the place of those for the same keys.
 * @param {{t: Translate, views: string[], keys?: KeyRow[]}} options
 * @returns {{element: HTMLDialogElement, toggle: () => void, close: () => void, isOpen: () => boolean}}
 */
export function createHelp({t, views, keys = []}) {
  const viewNames = views.map((name) => t(`view.${name}`)).join(', ');
  /** @type {KeyRow[]} */
  const rows = [
    ['← →', 'left_right'],
    ['Shift + ← →', 'shift_left_right'],
    ['Space, Enter', 'space'],
    ['Page Up, Page Down', 'page'],
    ['Home, End', 'home_end'],
    [`1 – ${views.length}`, 'views'],
    ['F', 'full'],
    ['/', 'slash'],
    ['Esc', 'escape'],
    ['?', 'question'],
  ].map(([key, name]) => [key, t(`help.${name}`, {views: viewNames})]);
  const element = h(
    'dialog',
    {class: 'help', 'aria-label': t('help.title')},
    h('h2', {tabindex: -1, autofocus: true}, t('help.title')), // else the focus, and with it the foot, comes first
    h(
      'dl',
      {},
      [...keys, ...rows.filter(([key]) => !keys.some(([own]) => own === key))].flatMap(([key, words]) => [
        h('dt', {}, h('kbd', {}, key)),
        h('dd', {}, words),
      ]),
    ),
    h('p', {}, t('help.stage')),
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    toggle: () => (element.open ? element.close() : element.showModal()),
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
