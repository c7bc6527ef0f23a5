// The names for which a map has no room, by their numbers on it or the gold around who joined: a list beside it.

import {isOnMap, lostOf} from './core/name_numbers.mjs';
import {h, mark} from './dom.mjs';

/** @import {Listed} from './core/name_numbers.mjs' */
/** @import {Translate} from './types' */

/** @type {WeakMap<HTMLElement, Listed[]>} what was told last: a list that comes later shows it at once */
const lastTold = new WeakMap();

/**
 * The list, which follows what stages tell of within `root`; it is hidden while there is none.
 * @param {{root: HTMLElement, t: Translate, told?: boolean, lost?: boolean}} of whether it has whom the map tells, and
 *   the others, by their colours
 */
export function createNameList({root, t, told = true, lost = true}) {
  const list = h('ul', {'aria-label': t('panel.numbers'), role: 'list'});
  const lead = h('span', {class: 'quiet'}, t('key.numbers'));
  const element = h('div', {class: 'name-list', 'data-numbered': '', hidden: true}, lead, list);
  let shown = '';
  function show(/** @type {Listed[]} */ listed) {
    const now = listed.map((each) => Object.values(each).join(' ')).join();
    if (now === shown) return;
    shown = now;
    const row = (/** @type {Listed} */ {number, text, joined}) => {
      const before = [number && h('b', {}, number), number && ' '];
      const gold = joined && !number && h('span', {class: 'sr-only'}, `${t('key.joined')}: `);
      return h('li', {'data-in-gold': joined && !number, 'data-joined': joined}, before, gold, h('span', {}, text));
    };
    const rows = told ? listed.filter(isOnMap).map(row) : [];
    mark(lead, 'hidden', !rows.length);
    const swatch = (/** @type {string} */ status) => [
      h('span', {class: 'swatch', 'data-status': status}),
      h('span', {class: 'sr-only'}, [t(`status.${status}.short`), ': ']),
    ];
    const rest = lostOf(lost ? listed : []).map(({status, names}) =>
      h('li', {'data-also': ''}, status && swatch(status), t('key.numbers_also', {names})),
    );
    list.replaceChildren(...rows, ...rest);
    mark(element, 'hidden', !list.firstChild);
  }
  root.addEventListener('numbered', (event) => {
    const listed = /** @type {CustomEvent<Listed[]>} */ (event).detail;
    lastTold.set(root, listed);
    show(listed);
  });
  show(lastTold.get(root) ?? []);
  return element;
}
