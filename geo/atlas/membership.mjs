// What the atlas of a membership other than NATO has of its own: its colours, the stretches on its cards, its sources.

import {h} from './dom.mjs';
import {section} from './panel/section.mjs';

/** @import {EarData, MembershipRow, RawFacts} from './payload' */
/** @import {LoadEar, LoadSound, Translate, Unit} from './types' */

/**
 * The times in which a country had a status, with what must be told of each; null for one that never had any.
 * @param {Unit} unit
 * @param {Translate} t
 */
export function stretches({stretches: told = []}, t) {
  if (!told.length) return null;
  const lines = told.map(({status, whose, text, notes, unsure}) =>
    h(
      'li',
      {class: 'stretch'},
      h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
      h(
        'span',
        {},
        whose && h('span', {class: 'quiet'}, `${whose}. `),
        text,
        unsure && h('span', {class: 'unsure'}, ` (${t('card.unsure')})`),
        notes.map((note) => h('span', {class: 'quiet stretch-note'}, note)),
      ),
    ),
  );
  return section(t('card.stretches'), h('ul', {class: 'stretches'}, lines));
}

/** The state of a person's own table stays in the bar: no other page knows what it speaks of. */
const keepHere = (/** @type {string} */ search) => history.replaceState(history.state, '', search + location.hash);

/**
 * What `createAtlas` is to do otherwise than for NATO; the colours of the facts are put before `root`. `loadEar()` and
 * `loadSound()` fetch what NATO is read out and heard with.
 * @param {{root: HTMLElement, facts: RawFacts & {membership: MembershipRow}, loadEar: LoadEar, loadSound: LoadSound}}
 *   of
 */
export function optionsOf({root, facts, loadEar, loadSound}) {
  const {id, tab, css, sources, spoken} = facts.membership;
  root.before(h('style', {}, css));
  if (id) document.title = tab; // whoever comes back from another page has no address to tell it by
  /** @type {<Module>(heard: [Module, EarData]) => [Module, EarData]} */
  const inItsWords = ([module, data]) => [module, {...data, statuses: spoken}];
  return {
    own: {stretches},
    greets: false,
    loadSources: async () => sources,
    loadEar: () => loadEar().then(inItsWords),
    loadSound: () => loadSound().then(inItsWords),
    ...(!id && {search: location.search, keep: keepHere}),
  };
}
