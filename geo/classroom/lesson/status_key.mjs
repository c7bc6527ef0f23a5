// Beneath the map on the wall, what the colours mean.

import {h, mark, say} from '../../atlas/dom.mjs';

/** @import {Facts, Part, State, Translate} from '../../atlas/types' */

/**
 * The statuses of a day in large letters; a status nobody has takes no room.
 * @param {{facts: Facts, t: Translate}} options
 * @returns {Part<Pick<State, 'day'>>}
 */
export function createStatusKey({facts, t}) {
  const rows = facts.statuses.map((status) => {
    const count = h('b');
    return {
      status,
      count,
      element: h(
        'li',
        {class: 'key-row', 'data-status': status},
        h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
        h('span', {}, t(`status.${status}.short`)),
        count,
      ),
    };
  });
  const note = h('li', {class: 'key-note', 'data-not-recognised': ''});
  return {
    element: h(
      'ul',
      {class: 'key', 'aria-label': t('panel.legend')},
      rows.map(({element}) => element),
      note,
    ),
    show({day}) {
      const told = facts.notRecognisedOn(day).join(' ');
      say(note, told);
      mark(note, 'hidden', !told);
      const counts = facts.countsOn(day);
      for (const {status, count, element} of rows) {
        mark(element, 'hidden', counts[status] === 0);
        say(count, String(counts[status]));
      }
    },
  };
}
