// The day as a table, for those who hear the page.

import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * Every country with its state, its status and since when.
 * @param {{facts: Facts, t: Translate}} options
 * @returns {Part<Pick<State, 'day'>>}
 */
export function createTable({facts, t}) {
  const caption = h('caption');
  const body = h('tbody');
  const element = h(
    'div',
    {class: 'sr-only'},
    h(
      'table',
      {'data-year-table': ''},
      caption,
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['country', 'state', 'status', 'since'].map((key) => h('th', {scope: 'col'}, t(`table.${key}`))),
        ),
      ),
      body,
    ),
  );
  const countries = [...facts.units.values()]
    .filter(({kind}) => kind === 'country')
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return {
    element,
    show({day}) {
      caption.textContent = `${t('table.caption', {when: longDate(facts.isoOf(day))})}. ${facts.spokenOn(day)}`;
      body.replaceChildren(
        ...countries.map((unit) => {
          const {status, state, since, name} = unit.on(day);
          return h(
            'tr',
            {},
            h('th', {scope: 'row'}, name),
            h('td', {}, facts.stateNameOn(state, day)),
            h('td', {}, facts.calledOn(status, day).bare),
            h('td', {}, status === 'none' ? '' : longDate(since)),
          );
        }),
      );
    },
  };
}
