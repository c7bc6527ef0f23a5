// Countries by name, for those whom the map cannot reach: a list of all, and the members that lie beyond the map.

import {keep} from '../core/lookup.mjs';
import {exchange, h} from '../dom.mjs';

/** @import {Facts, State, Translate, Unit, View} from '../types' */

const FEW = 4; // members named one by one

/**
 * The list of all countries, and `beyond`, the members that a view leaves out.
 * @param {{facts: Facts, t: Translate, onCountry: (id: string) => void}} options
 * @returns {{element: HTMLElement, beyond: HTMLElement, show: (state: Pick<State, 'day'>, view: View) => void}}
 */
export function createFinder({facts, t, onCountry}) {
  let drawn = '';
  const byName = (/** @type {Unit} */ a, /** @type {Unit} */ b) => a.name.localeCompare(b.name, 'en');
  const countries = [...facts.units.values()].filter(({kind}) => kind === 'country').sort(byName);
  const select = h(
    'select',
    {class: 'finder', 'aria-label': t('panel.find')},
    h('option', {value: ''}, t('panel.find')),
    countries.map(({id, name}) => h('option', {value: id}, name)),
  );
  // Arrow keys change a closed list at every press: such a choice waits for Enter, one made in the open list does not.
  let walking = false;
  const choose = () => {
    walking = false;
    if (select.value) onCountry(select.value);
    select.value = '';
  };
  select.addEventListener('pointerdown', () => (walking = false));
  select.addEventListener('change', () => walking || choose());
  select.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      choose();
    } else if (event.key !== 'Tab') walking = true;
  });
  select.addEventListener('blur', () => {
    walking = false;
    select.value = '';
  });
  const chips = countries.map((unit) => ({
    unit,
    button: h(
      'button',
      {type: 'button', class: 'beyond-chip', 'data-beyond': unit.id, onclick: () => onCountry(unit.id)},
      h('span', {class: 'swatch', 'data-status': 'member', 'aria-hidden': 'true'}),
      unit.name,
    ),
  }));
  const holder = h('span', {class: 'beyond-chips'});
  const beyond = h(
    'div',
    {class: 'beyond', role: 'group', 'aria-label': t('panel.beyond')},
    h('span', {}, t('panel.beyond')),
    holder,
  );
  /** The members of a day that a view leaves out, worked out once. */
  const outsideOf = keep((/** @type {View} */ view) =>
    keep((/** @type {number} */ day) =>
      chips.filter(({unit}) => !view.anchors[unit.id] && unit.on(day).status === 'member'),
    ),
  );
  return {
    element: select,
    beyond,
    /** Name the members that this view leaves out; too many to name are counted. */
    show({day}, view) {
      const outside = outsideOf(view)(day);
      const key = `${view.name} ${outside.map(({unit}) => unit.id)}`;
      if (key === drawn) return;
      drawn = key;
      beyond.hidden = outside.length === 0;
      const many = () => [document.createTextNode(t('panel.beyond_many', {n: outside.length}))];
      exchange(holder, outside.length <= FEW ? outside.map(({button}) => button) : many(), select);
    },
  };
}
