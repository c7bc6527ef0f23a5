// The keys, on one sheet.

import {h} from './dom.mjs';

export function createHelp({t}) {
  const rows = [['← →', 'left_right'], ['Shift + ← →', 'shift_left_right'], ['Space, Enter', 'space'], ['Page Up, Page Down', 'page'],
    ['Home, End', 'home_end'], ['1 – 7', 'views'], ['F', 'full'], ['Esc', 'escape'], ['?', 'question']];
  const element = h('dialog', {class: 'help', 'aria-label': t('help.title')},
    h('h2', {}, t('help.title')),
    h('dl', {}, rows.flatMap(([key, word]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(`help.${word}`))])),
    h('p', {}, t('help.stage')),
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))));
  return {element, toggle: () => (element.open ? element.close() : element.showModal()), close: () => element.close(), isOpen: () => element.open};
}
