// The members that lie beyond the map, by name.

import {keep} from '../core/lookup.mjs';
import {createMembersBeyond, createNamedBeyond} from '../core/members_beyond.mjs';
import {exchange, h, say} from '../dom.mjs';

/** @import {Facts, State, Translate, View} from '../types' */

/**
 * The members that a view leaves out.
 * @param {{facts: Facts, t: Translate, onCountry: (id: string) => void}} options
 * @returns {{
 *   element: HTMLElement, show: (state: Pick<State, 'day'>, view: View) => void,
 *   namedOn: (day: number, view: View) => string[],
 * }}
 */
export function createBeyond({facts, t, onCountry}) {
  let drawn = '';
  const outsideOf = createMembersBeyond(facts);
  const namedOn = createNamedBeyond(facts);
  const chipOf = keep((/** @type {string} */ unit) => {
    const name = h('span');
    const button = h(
      'button',
      {type: 'button', class: 'beyond-chip', 'data-beyond': unit, onclick: () => onCountry(unit)},
      h('span', {class: 'swatch', 'data-status': facts.statuses[0], 'aria-hidden': 'true'}),
      name,
    );
    return {button, name};
  });
  const holder = h('span', {class: 'beyond-chips'});
  const element = h(
    'div',
    {class: 'beyond', role: 'group', 'aria-label': t('panel.beyond')},
    h('span', {}, t('panel.beyond')),
    holder,
  );
  return {
    element,
    /** Whom it names on a day of a view. */
    namedOn,
    /** Name the members that this view leaves out; too many to name are counted. */
    show({day}, view) {
      const outside = outsideOf(view)(day);
      const key = [view.name, ...outside.map(({name}) => name)].join();
      if (key === drawn) return;
      drawn = key;
      element.hidden = outside.length === 0;
      const named = () =>
        outside.map(({unit, name}) => {
          const chip = chipOf(unit);
          say(chip.name, name);
          return chip.button;
        });
      const many = () => [document.createTextNode(t('panel.beyond_many', {n: outside.length}))];
      const map = element.closest('[data-atlas]')?.querySelector('.stage') ?? null;
      exchange(holder, namedOn(day, view).length ? named() : many(), map);
    },
  };
}
