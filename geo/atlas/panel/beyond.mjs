// The members that lie beyond the map, by name.

import {keep} from '../core/lookup.mjs';
import {beyondInWords} from '../core/members_beyond.mjs';
import {exchange, h, say} from '../dom.mjs';

/** @import {MembersBeyond} from '../core/members_beyond.mjs' */
/** @import {Facts, Translate} from '../types' */

/**
 * The members that a map leaves out.
 * @param {{facts: Facts, t: Translate, onCountry: (id: string) => void}} options
 * @returns {{element: HTMLElement, show: (beyond: MembersBeyond) => void}}
 */
export function createBeyond({facts, t, onCountry}) {
  /** @type {string | null} */
  let drawn = null;
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
    /** Name the members that a map leaves out; too many to name are counted. */
    show(beyond) {
      const {members, named} = beyond;
      const key = members.map(({name}) => name).join();
      if (key === drawn) return;
      drawn = key;
      element.hidden = members.length === 0;
      const chips = () =>
        members.map(({unit, name}) => {
          const chip = chipOf(unit);
          say(chip.name, name);
          return chip.button;
        });
      const many = () => [document.createTextNode(beyondInWords(beyond, t))];
      const map = element.closest('[data-atlas]')?.querySelector('.stage') ?? null;
      exchange(holder, named.length ? chips() : many(), map);
    },
  };
}
