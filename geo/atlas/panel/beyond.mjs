// The members that lie beyond the map, by name, and how many others.

import {keep} from '../core/lookup.mjs';
import {beyondInWords, othersInWords} from '../core/members_beyond.mjs';
import {exchange, h, say} from '../dom.mjs';

/** @import {MembersBeyond} from '../core/members_beyond.mjs' */
/** @import {Facts, Translate} from '../types' */

/**
 * The members that a map leaves out.
 * @param {{facts: Facts, t: Translate, onCountry: (id: string) => void}} options
 * @returns {{element: HTMLElement[], show: (beyond: MembersBeyond) => void}}
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
  const members = h(
    'div',
    {class: 'beyond', role: 'group', 'aria-label': t('panel.beyond')},
    h('span', {}, t('panel.beyond')),
    holder,
  );
  const counts = h('span');
  const others = h('div', {class: 'beyond'}, h('span', {}, t('panel.beyond_others')), counts);
  return {
    element: [members, others],
    /** Name the members that a map leaves out; too many to name are counted. */
    show(beyond) {
      others.hidden = beyond.others.length === 0;
      say(counts, othersInWords(beyond, t));
      const {members: all, named} = beyond;
      const key = all.map(({name}) => name).join();
      if (key === drawn) return;
      drawn = key;
      members.hidden = all.length === 0;
      const chips = () =>
        all.map(({unit, name}) => {
          const chip = chipOf(unit);
          say(chip.name, name);
          return chip.button;
        });
      const many = () => [document.createTextNode(beyondInWords(beyond, t))];
      const map = members.closest('[data-atlas]')?.querySelector('.stage') ?? null;
      exchange(holder, named.length ? chips() : many(), map);
    },
  };
}
