// The members that lie beyond the map, by name.

import {keep} from '../core/lookup.mjs';
import {exchange, h} from '../dom.mjs';

/** @import {Facts, State, Translate, Unit, View} from '../types' */

const FEW = 4; // members named one by one

/**
 * The members that a view leaves out.
 * @param {{facts: Facts, t: Translate, onCountry: (id: string) => void}} options
 * @returns {{element: HTMLElement, show: (state: Pick<State, 'day'>, view: View) => void}}
 */
export function createBeyond({facts, t, onCountry}) {
  let drawn = '';
  const byName = (/** @type {Unit} */ a, /** @type {Unit} */ b) => a.name.localeCompare(b.name, 'en');
  const countries = [...facts.units.values()].filter(({kind}) => kind === 'country').sort(byName);
  const chips = countries.map((unit) => ({
    unit,
    button: h(
      'button',
      {type: 'button', class: 'beyond-chip', 'data-beyond': unit.id, onclick: () => onCountry(unit.id)},
      h('span', {class: 'swatch', 'data-status': facts.statuses[0], 'aria-hidden': 'true'}),
      unit.name,
    ),
  }));
  const holder = h('span', {class: 'beyond-chips'});
  const element = h(
    'div',
    {class: 'beyond', role: 'group', 'aria-label': t('panel.beyond')},
    h('span', {}, t('panel.beyond')),
    holder,
  );
  /** The members of a day that a view leaves out, worked out once, with a key that tells two lists apart. */
  const outsideOf = keep((/** @type {View} */ view) =>
    keep((/** @type {number} */ day) => {
      const outside = chips.filter(({unit}) => !view.anchors[unit.id] && facts.isMember(unit.on(day).status));
      return {outside, key: `${view.name} ${outside.map(({unit}) => unit.id)}`};
    }),
  );
  return {
    element,
    /** Name the members that this view leaves out; too many to name are counted. */
    show({day}, view) {
      const {outside, key} = outsideOf(view)(day);
      if (key === drawn) return;
      drawn = key;
      element.hidden = outside.length === 0;
      const many = () => [document.createTextNode(t('panel.beyond_many', {n: outside.length}))];
      const map = element.closest('[data-atlas]')?.querySelector('.stage') ?? null;
      exchange(holder, outside.length <= FEW ? outside.map(({button}) => button) : many(), map);
    },
  };
}
