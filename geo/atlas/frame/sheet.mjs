// The panel beside the map, on a phone a sheet from below: the overview of the year, or the card that is open.

import {focusBeside, h, mark} from '../dom.mjs';

/** @import {Card, State, Translate} from '../types' */
/** @typedef {'country' | 'statement'} Kind */

const SWIPE_PX = 12; // a finger that moves less has tapped

/**
 * A finger that draws the handle down folds the sheet, one that draws it up opens it; a tap is a click.
 * @param {HTMLElement} handle
 * @param {(folded: boolean) => void} fold
 */
function listenToSwipes(handle, fold) {
  let from = 0;
  let swiped = false;
  handle.addEventListener('pointerdown', ({clientY, pointerId}) => {
    [from, swiped] = [clientY, false];
    handle.setPointerCapture(pointerId);
  });
  handle.addEventListener('pointermove', ({clientY, buttons}) => {
    if (!buttons || swiped || Math.abs(clientY - from) < SWIPE_PX) return;
    swiped = true;
    fold(clientY > from);
  });
  handle.addEventListener('click', (event) => swiped && event.stopImmediatePropagation(), {capture: true});
}

/**
 * @param {{root: HTMLElement, t: Translate, search: HTMLElement, overview: HTMLElement,
 *   cards: Record<Kind, (id: string) => Card>}} of `cards` make the card of an id
 */
export function createSheet({root, t, search, overview, cards}) {
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
  listenToSwipes(handle, (folded) => fold(folded));
  function fold(/** @type {boolean} */ folded) {
    root.toggleAttribute('data-folded', folded);
    mark(handle, 'aria-expanded', String(!folded));
  }

  /** @type {Card | null} */
  let card = null;
  /** @type {HTMLElement | null} what had the focus when the first card opened */
  let opener = null;
  const stage = () => /** @type {HTMLElement | null} */ (root.querySelector('.stage'));
  /** What opened the card, as long as it is there; else what stands for the statement on the map, or the map. */
  function cameFrom(/** @type {string | null} */ id) {
    if (opener?.isConnected && opener.getClientRects().length) return opener;
    return /** @type {HTMLElement | null} */ (root.querySelector(`.badge-target[data-holds~="${id}"]`)) ?? stage();
  }
  /**
   * @param {Kind | null} kind
   * @param {State} state
   * @param {boolean} isFirst
   */
  function open(kind, state, isFirst) {
    const id = kind && state[kind];
    const told = card?.element.dataset.statement ?? null;
    const held = focusBeside(sheet);
    const isInCard = card !== null && card.element.contains(held);
    if (!isInCard) opener = held instanceof HTMLElement && root.contains(held) ? held : null;
    card = kind && id ? cards[kind](id) : null;
    sheet.replaceChildren(card ? card.element : overview);
    mark(root, 'data-open', kind);
    if (!isFirst) sheet.scrollTop = 0;
    if (card) fold(false);
    if (card && !isFirst) card.focus();
    else if (isInCard) cameFrom(told)?.focus({preventScroll: true});
  }
  return {
    element: h('aside', {class: 'panel'}, handle, search, sheet),
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
