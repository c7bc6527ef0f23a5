// Where something was read, as a list with links.

import {h} from './dom.mjs';

/** @import {Facts, Translate} from './types' */

/**
 * @param {Pick<Facts, 'sources'>} facts
 * @param {string[]} ids
 * @param {Translate} t
 */
export function sourceList(facts, ids, t) {
  return h(
    'ul',
    {class: 'sources'},
    ids.map((id) => {
      const {producer, title, url, date, memory} = facts.sources[id];
      const text = [producer, title, date].filter(Boolean).join(', ');
      return h(
        'li',
        {},
        url ? h('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, text) : text,
        memory && h('span', {class: 'quiet'}, ` (${t('card.source_memory')})`),
      );
    }),
  );
}
