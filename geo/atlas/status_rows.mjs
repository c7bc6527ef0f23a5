// The statuses of a day in short words, each with its colour and its count; one that nobody has takes no room. Then,
// where the key of signs is out of sight, whom the headline is about and who is not on the map.

import {calledIn} from './core/out_of_sight.mjs';
import {h, mark, say} from './dom.mjs';

/** @import {OutOfSight} from './core/out_of_sight.mjs' */
/** @import {Facts, Part, State, Translate} from './types' */

const PLACES = /** @type {const} */ (['edge', 'away']);

const isHidden = (/** @type {{n: number, isBeyond: boolean}} */ {n, isBeyond}) => n <= 0 || isBeyond;

/**
 * @param {{facts: Facts, t: Translate}} of
 * @returns {Part<Pick<State, 'day'>> & {tellOut: (out: OutOfSight) => void}}
 */
export function createStatusRows({facts, t}) {
  const rows = facts.statuses.map((status) => {
    const short = t(`status.${status}.short`);
    const [name, count] = [h('span', {}, short), h('b')];
    return {
      status,
      short,
      name,
      count,
      n: -1, // not yet told
      isBeyond: false,
      element: h(
        'li',
        {class: 'key-row', 'data-status': status},
        h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
        name,
        count,
      ),
    };
  });
  const places = PLACES.map((place) => ({place, element: h('li', {class: 'key-place', hidden: true})}));
  return {
    element: h(
      'ul',
      {class: 'key-rows'},
      [...rows, ...places].map(({element}) => element),
    ),
    /** Leave out the statuses of which nothing is on the map, and tell who else is not. */
    tellOut(out) {
      for (const row of rows) {
        row.isBeyond = out.statuses.includes(row.status);
        say(row.name, calledIn({...out, statuses: []}, row.status, row.short, t));
        mark(row.element, 'hidden', isHidden(row));
      }
      for (const {place, element} of places) {
        mark(element, 'hidden', !out[place].length);
        say(element, out[place].length ? t(`key.${place}`, {names: out[place].join(', ')}) : '');
      }
    },
    show({day}) {
      const counts = facts.countsOn(day);
      for (const row of rows) {
        const n = counts[row.status];
        if (n === row.n) continue;
        row.n = n;
        mark(row.element, 'hidden', isHidden(row));
        say(row.count, String(n));
      }
    },
  };
}
