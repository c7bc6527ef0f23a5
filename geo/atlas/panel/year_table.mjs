// The year as a table, for those who hear the page.

import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * Every country with its state, its status and since when.
 * @param {{facts: Facts, t: Translate}} options
 * @returns {Part<Pick<State, 'year'>>}
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
    show({year}) {
      caption.textContent = `${t('table.caption', {year})}. ${facts.years.get(year).spoken}`;
      body.replaceChildren(
        ...countries.map((unit) => {
          const status = facts.statuses[unit.statusIn(year)];
          return h(
            'tr',
            {},
            h('th', {scope: 'row'}, unit.name),
            h('td', {}, facts.stateName(unit.stateIn(year))),
            h('td', {}, t(`status.${status}.label`)),
            h('td', {}, status === 'none' ? '' : longDate(unit.sinceIn(year))),
          );
        }),
      );
    },
  };
}
