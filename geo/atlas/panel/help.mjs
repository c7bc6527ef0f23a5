// The keys, on one sheet, and what a reader chooses for good.

import {choose, chosen} from '../choices.mjs';
import {h} from '../dom.mjs';

/** @import {KeyRow, Translate} from '../types' */

/** @type {KeyRow[]} */
const LETTERS = [
  ['on', 'letters_on'],
  ['off', 'letters_off'],
];
/** @type {KeyRow[]} */
const SOUND = [
  ['off', 'sound_off'],
  ['on', 'sound_on'],
];
/** @type {KeyRow[]} */
const SPEECH = [
  ['normal', 'speech_normal'],
  ['terse', 'speech_terse'],
  ['full', 'speech_full'],
];

/**
 * A choice of the sheet: radios, of which the first is chosen as long as no other was.
 * @param {Translate} t
 * @param {string} name
 * @param {KeyRow[]} values each with its word
 */
function choiceOf(t, name, values) {
  const [now] = values.find(([value]) => value === chosen(name)) ?? values[0];
  return h(
    'fieldset',
    {class: 'help-choice'},
    h('legend', {}, t(`help.${name}`)),
    values.map(([value, key]) => {
      const onchange = () => choose(name, value);
      const input = h('input', {type: 'radio', name: `choice-${name}`, value, checked: value === now, onchange});
      return h('label', {}, input, h('span', {}, t(`help.${key}`)));
    }),
  );
}

const list = (/** @type {KeyRow[]} */ rows) =>
  h(
    'dl',
    {},
    rows.flatMap(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, words)]),
  );

/**
 * The sheet; `views` are named in the order of their keys, `keys` are rows of [key, meaning] that stand before the
 * atlas's own and take the place of those for the same keys; `finds` tells whether there is a search.
 * @param {{t: Translate, views: string[], keys?: KeyRow[], finds?: boolean}} options
 * @returns {{element: HTMLDialogElement, toggle: () => void, close: () => void, isOpen: () => boolean}}
 */
export function createHelp({t, views, keys = [], finds = true}) {
  const viewNames = views.map((name) => t(`view.${name}`)).join(', ');
  /** @type {KeyRow[]} */
  const rows = [
    ['← →', 'left_right'],
    ['Shift + ← →', 'shift_left_right'],
    ['Space, Enter', 'space'],
    ['Page Up, Page Down', 'page'],
    ['Home, End', 'home_end'],
    ['Shift + Space', 'in_words'],
    [`1 – ${views.length}`, 'views'],
    ['F', 'full'],
    ...(finds ? [['/', 'slash']] : []),
    ['Esc', 'escape'],
    ['?', 'question'],
  ].map(([key, name]) => [key, t(`help.${name}`, {views: viewNames})]);
  /** @type {KeyRow[]} */
  const mapRows = [
    ['← → ↑ ↓', 'walk'],
    ['Enter', 'card'],
    ['Shift + Enter', 'neighbours'],
    ['Shift + ↑ ↓', 'alike'],
    ['A – Z', 'typed'],
  ].map(([key, name]) => [key, t(`help.${name}`)]);
  const element = h(
    'dialog',
    {class: 'help', 'aria-label': t('help.title')},
    h('h2', {tabindex: -1, autofocus: true}, t('help.title')), // else the focus, and with it the foot, comes first
    h(
      'div',
      {class: 'help-columns'},
      list([...keys, ...rows.filter(([key]) => !keys.some(([own]) => own === key))]),
      h(
        'div',
        {},
        h('h3', {}, t('help.stage')),
        list(mapRows),
        choiceOf(t, 'letters', LETTERS),
        choiceOf(t, 'speech', SPEECH),
        choiceOf(t, 'sound', SOUND),
      ),
    ),
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    toggle: () => (element.open ? element.close() : element.showModal()),
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
