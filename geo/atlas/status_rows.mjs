// The statuses of a day in short words, each with its colour and its count; one that nobody has takes no room.

import {h, mark, say} from './dom.mjs';

/** @import {Facts, Part, State, Translate} from './types' */

const isHidden = (/** @type {{n: number, isBeyond: boolean}} */ {n, isBeyond}) => n <= 0 || isBeyond;

/**
 * @param {{facts: Facts, t: Translate}} of
 * @returns {Part<Pick<State, 'day'>> & {leaveOut: (beyond: string[]) => void}}
 */
export function createStatusRows({facts, t}) {
  const rows = facts.statuses.map((status) => {
    const count = h('b');
    return {
      status,
      count,
      n: -1, // not yet told
      isBeyond: false,
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
    /** Leave out these statuses, of which nothing is on the map. */
    leaveOut(beyond) {
      for (const row of rows) {
        row.isBeyond = beyond.includes(row.status);
        mark(row.element, 'hidden', isHidden(row));
      }
    },
    show({day}) {
      const counts = facts.countsOn(day);
      for (const row of rows) {
        const n = counts[row.status];
        if (n === row.n) continue;
        row.n = n;
        row.isBeyond = false; // until it is looked for on the map of that day
        mark(row.element, 'hidden', isHidden(row));
        say(row.count, String(n));
      }
    },
  };
}
