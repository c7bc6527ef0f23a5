// Countries by name, for those whom the map cannot reach: a list of all, and the members that lie beyond the map.

import {h, mark} from './dom.mjs';

export function createFinder({facts, view, t, onCountry}) {
  const byName = (a, b) => a.name.localeCompare(b.name, 'en');
  const countries = [...facts.units.values()].filter(({kind}) => kind === 'country').sort(byName);
  const select = h('select', {class: 'finder', 'aria-label': t('panel.find')},
    h('option', {value: ''}, t('panel.find')), countries.map(({id, name}) => h('option', {value: id}, name)));
  select.addEventListener('change', () => {
    if (select.value) onCountry(select.value);
    select.value = '';
  });
  const outside = countries.filter(({id}) => !view.anchors[id]);
  const chips = outside.map((unit) => ({unit, button: h('button', {type: 'button', class: 'beyond-chip', 'data-beyond': unit.id, onclick: () => onCountry(unit.id)},
    h('span', {class: 'swatch', 'aria-hidden': 'true'}), unit.name)}));
  const beyond = h('div', {class: 'beyond', role: 'group', 'aria-label': t('panel.beyond')}, h('span', {}, t('panel.beyond')), chips.map(({button}) => button));
  return {
    element: select,
    beyond,
    show({year}) {
      for (const {unit, button} of chips) {
        const status = facts.statuses[unit.statusIn(year)];
        mark(button, 'hidden', status !== 'member');
        mark(button.firstChild, 'data-status', status);
      }
    },
  };
}
