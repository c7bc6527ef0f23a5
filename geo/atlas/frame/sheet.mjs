// The panel beside the map, on a phone a sheet from below: the overview of the year, or the card that is open.

import {h, mark} from '../dom.mjs';

/** @import {Card, State, Translate} from '../types' */
/** @typedef {'country' | 'statement'} Kind */

/**
 * @param {{root: HTMLElement, t: Translate, overview: HTMLElement, cards: Record<Kind, (id: string) => Card>}} of
 *   `cards` make the card of an id
 */
export function createSheet({root, t, overview, cards}) {
  const sheet = h('div', {class: 'sheet'}, overview);
  const handle = h(
    'button',
    {
      type: 'button',
      class: 'handle',
      'aria-expanded': 'true',
      'aria-label': t('panel.sheet'),
      onclick: () => fold(!root.hasAttribute('data-folded')),
    },
    h('span', {}),
  );
  function fold(/** @type {boolean} */ folded) {
    root.toggleAttribute('data-folded', folded);
    mark(handle, 'aria-expanded', String(!folded));
  }

  /** @type {Card | null} */
  let card = null;
  /**
   * @param {Kind | null} kind
   * @param {State} state
   * @param {boolean} isFirst
   */
  function open(kind, state, isFirst) {
    const id = kind && state[kind];
    card = kind && id ? cards[kind](id) : null;
    sheet.replaceChildren(card ? card.element : overview);
    mark(root, 'data-open', kind);
    if (!isFirst) sheet.scrollTop = 0;
    if (card) fold(false);
    if (card && !isFirst) card.focus();
  }
  return {
    element: h('aside', {class: 'panel'}, handle, sheet),
    fold,
    /** Show the card that the state asks for; only one that is new, and not the first picture's, takes the focus. */
    show(/** @type {State} */ state, /** @type {boolean} */ isFirst) {
      const kind = state.statement ? 'statement' : state.country ? 'country' : null;
      const key = kind && `${kind} ${state[kind]}`;
      if (key !== (card?.key ?? null)) open(kind, state, isFirst);
      card?.show(state);
    },
  };
}
