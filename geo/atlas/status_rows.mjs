// The statuses of a day in short words, each with its colour and its count; one that nobody has takes no room.

import {h, mark, say} from './dom.mjs';

/** @import {Facts, Part, State, Translate} from './types' */

/**
 * @param {{facts: Facts, t: Translate}} of
 * @returns {Part<Pick<State, 'day'>>}
 */
export function createStatusRows({facts, t}) {
  const rows = facts.statuses.map((status) => {
    const count = h('b');
    return {
      status,
      count,
      n: -1,
      element: h(
        'li',
        {class: 'key-row', 'data-status': status},
        h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
        h('span', {}, t(`status.${status}.short`)),
        count,
      ),
    };
  });
  return {
    element: h(
      'ul',
      {class: 'key-rows'},
      rows.map(({element}) => element),
    ),
    show({day}) {
      const counts = facts.countsOn(day);
      for (const row of rows) {
        const n = counts[row.status];
        if (n === row.n) continue;
        row.n = n;
        mark(row.element, 'hidden', n === 0);
        say(row.count, String(n));
      }
    },
  };
}
