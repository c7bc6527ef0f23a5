// The names for which a map has no room, by their numbers on it or the gold around who joined: a list beside it.

import {h, mark} from './dom.mjs';

/** @import {Listed} from './core/name_numbers.mjs' */
/** @import {Translate} from './types' */

/** @type {WeakMap<HTMLElement, Listed[]>} what was told last: a list that comes later shows it at once */
const lastTold = new WeakMap();

/** Whether the map tells which it is, by its number or the gold of who joined. */
const isTold = (/** @type {Listed} */ {number, joined}) => Boolean(number) || joined;

/**
 * The list, which follows what stages tell of within `root`; it is hidden while there is none.
 * @param {{root: HTMLElement, t: Translate}} of
 */
export function createNameList({root, t}) {
  const list = h('ul', {'aria-label': t('panel.numbers'), role: 'list'});
  const lead = h('span', {class: 'quiet'}, t('key.numbers'));
  const element = h('div', {class: 'name-list', 'data-numbered': '', hidden: true}, lead, list);
  let shown = '';
  function show(/** @type {Listed[]} */ listed) {
    const now = listed.map(({number, text, joined}) => `${number} ${text} ${joined}`).join();
    if (now === shown) return;
    shown = now;
    mark(element, 'hidden', !listed.length);
    const row = (/** @type {Listed} */ {number, text, joined}) => {
      const told = [number && h('b', {}, number), number && ' '];
      const gold = joined && !number && h('span', {class: 'sr-only'}, `${t('key.joined')}: `);
      return h('li', {'data-in-gold': joined && !number, 'data-joined': joined}, told, gold, h('span', {}, text));
    };
    const [told, lost] = [listed.filter(isTold), listed.filter((each) => !isTold(each))];
    const names = lost.map(({text}) => text).join(', ');
    const rest = h('li', {'data-also': ''}, t('key.numbers_also', {names}));
    list.replaceChildren(...told.map(row), ...(names ? [rest] : []));
  }
  root.addEventListener('numbered', (event) => {
    const listed = /** @type {CustomEvent<Listed[]>} */ (event).detail;
    lastTold.set(root, listed);
    show(listed);
  });
  show(lastTold.get(root) ?? []);
  return element;
}
