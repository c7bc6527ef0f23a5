// The legend: one row a status, with its count of states; a click singles it out.

import {h, mark, say} from './dom.mjs';

export function createLegend({facts, t, onSolo}) {
  const rows = facts.statuses.map((status) => {
    const count = h('span', {class: 'legend-count'});
    const button = h('button', {type: 'button', class: 'legend-row', 'data-status': status, 'aria-pressed': 'false',
      title: t(`status.${status}.explain`), onclick: () => onSolo(status)},
    h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}), h('span', {class: 'legend-label'}, t(`status.${status}.label`)), count);
    return {status, button, count};
  });
  const element = h('div', {class: 'legend', 'data-legend': '', role: 'group', 'aria-label': 'Legend'}, rows.map(({button}) => button));
  return {
    element,
    show({year, solo}) {
      const {counts} = facts.years.get(year);
      for (const {status, button, count} of rows) {
        const n = counts[status];
        mark(button, 'data-count', n);
        mark(button, 'aria-pressed', String(solo === status));
        mark(button, 'data-empty', n === 0);
        say(count, n ? String(n) : '–');
      }
    },
  };
}
