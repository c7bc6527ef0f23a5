// The key of the signs on a map as a list: beside the map of the atlas, or beneath that of the wall.

import {keep} from './core/lookup.mjs';
import {exchange, h} from './dom.mjs';
import {isPlain, labelOf, signIcon} from './sign_icon.mjs';

/** @import {KeyRow} from './core/key.mjs' */
/** @import {Facts, Translate} from './types' */

/**
 * A list of signs with their meaning; `show(rows)` gives it the rows of `keyRows`, of which those of fills stand
 * elsewhere. It is hidden while it has none.
 * @param {{facts: Facts, t: Translate}} of
 * @returns {{element: HTMLElement, show: (rows: KeyRow[]) => void}}
 */
export function createSignKey({facts, t}) {
  const element = h('ul', {class: 'sign-key', 'data-key': '', 'aria-label': t('key.title'), hidden: true});
  const itemOf = keep((/** @type {string} */ told) => {
    const row = /** @type {KeyRow} */ (JSON.parse(told));
    const isShort = row.sign in facts.glyphs || row.sign === 'contested';
    return h(
      'li',
      {'data-sign': row.sign, 'data-short': isShort, 'data-nothing': Boolean(row.about), 'data-plain': isPlain(row)},
      isPlain(row) ? null : signIcon(facts, row.sign),
      row.sign.startsWith('west_berlin')
        ? h('details', {}, h('summary', {}, labelOf(t, row)), h('p', {class: 'quiet'}, facts.west_berlin[0].note))
        : h('span', {}, labelOf(t, row)),
    );
  });
  let drawn = '';
  return {
    element,
    show(rows) {
      const signs = rows.filter(({count}) => !count).map((row) => JSON.stringify(row));
      if (signs.join() === drawn) return;
      drawn = signs.join();
      element.hidden = !signs.length;
      const map = element.closest('[data-atlas]')?.querySelector('.stage') ?? null;
      exchange(element, signs.map(itemOf), map);
    },
  };
}
