// Forces as lines of a list: what stood where, whose, from when to when; the rest once it has been fetched.

import {h} from '../dom.mjs';
import {sourceList} from '../source_list.mjs';

/** @import {Describe, Facts, Translate} from '../types' */

/**
 * A force with all that is told of it. `onOpen` makes its place a button.
 * @param {{facts: Facts, t: Translate, describe: Describe, at: number, onOpen?: () => void}} of
 */
export function forceRow({facts, t, describe, at, onOpen}) {
  const force = facts.forces[at];
  const detail = facts.forceDetail(at);
  const {what, whose, when, note} = describe.forceInFull(at);
  return h(
    'li',
    {class: 'force-row', 'data-force-row': force.place},
    facts.forceIcon(force),
    h(
      'div',
      {},
      onOpen
        ? h('button', {type: 'button', class: 'link', onclick: onOpen}, force.place)
        : h('span', {class: 'force-place'}, force.place),
      ` ${what}`,
      h('div', {class: 'quiet'}, `${whose} · ${when}`),
      note && h('div', {class: 'quiet'}, note),
      detail &&
        h(
          'details',
          {class: 'force-sources'},
          h('summary', {}, t('card.sources')),
          sourceList(facts, detail.sources, t),
        ),
    ),
  );
}
