// The panel beside the map, on a phone a sheet from below: the overview of the year, or the card that is open.

import {focusBeside, h, mark} from '../dom.mjs';
import {showGoingOn} from '../goes_on.mjs';
import {keyInOrder} from './in_order.mjs';
import {createSheetHandle} from './sheet_handle.mjs';

const LEAST_PX = 60; // of a card that is in sight; in a small window it opens farther down

/** @import {Card, State, Translate, View} from '../types' */
/** @typedef {'country' | 'statement'} Kind */

/**
 * @param {{root: HTMLElement, t: Translate, search: HTMLElement | null, onFind: () => void, above: HTMLElement,
 *   overview: {element: HTMLElement, key: {element: HTMLElement, home: HTMLElement}}, shortKey: HTMLElement | null,
 *   cards: Record<Kind, (id: string) => Card>}} of `onFind` opens the search; `above` is what stays over the overview
 *   and the cards, which `cards` make of an id; the key of the overview takes the place of the short one in a column
 *   beside the map, if that may be, else follows a card
 */
export function createSheet({root, t, search, onFind, above, overview, shortKey, cards}) {
  const sheet = h('div', {class: 'sheet'}, above, overview.element);
  const element = h('aside', {class: 'panel'}, search, sheet);
  const handle = createSheetHandle({root, panel: element, t, onFind});
  element.prepend(...handle.elements);

  /** @type {Card | null} */
  let card = null;
  /** @type {State['solo']} */
  let solo = null;
  /** @type {HTMLElement | null} what had the focus when the first card opened */
  let opener = null;
  const {element: key, home} = overview.key;
  const keyPlace = keyInOrder({key, home, short: shortKey, after: sheet, isOpen: () => card !== null});
  const stage = () => /** @type {HTMLElement | null} */ (root.querySelector('.stage'));
  /** What opened the card, as long as it is there; else what stands for the statement on the map, or the map. */
  function cameFrom(/** @type {string | null} */ id) {
    if (opener?.isConnected && opener.getClientRects().length) return opener;
    return /** @type {HTMLElement | null} */ (root.querySelector(`.badge-target[data-holds~="${id}"]`)) ?? stage();
  }
  /** Whether the numbers stand over the foot of a card. */
  const isOver = () => card !== null && !above.hidden && getComputedStyle(above).position === 'sticky';
  const look = showGoingOn({
    scroller: sheet,
    parts: () => [...sheet.children].filter((part) => part !== above || !isOver()),
    cover: sheet,
    edge: () => (isOver() ? above.getBoundingClientRect().top : sheet.getBoundingClientRect().bottom),
  });
  let isFirst = true; // the first picture's card takes no focus
  /**
   * @param {Kind | null} kind
   * @param {State} state
   */
  function open(kind, state) {
    const id = kind && state[kind];
    const told = card?.element.dataset.statement ?? null;
    const held = focusBeside(sheet);
    const isInCard = card !== null && card.element.contains(held);
    if (!isInCard) opener = held instanceof HTMLElement && root.contains(held) ? held : null;
    card = kind && id ? cards[kind](id) : null;
    sheet.replaceChildren(above, card ? card.element : overview.element);
    keyPlace.settle();
    mark(root, 'data-open', kind);
    look();
    if (!isFirst) sheet.scrollTop = 0;
    if (card) handle.fold(false);
    if (card && !isFirst) {
      card.focus();
      if (sheet.getBoundingClientRect().top > innerHeight - LEAST_PX) element.scrollIntoView();
    } else if (isInCard) cameFrom(told)?.focus({preventScroll: root.scrollTop === 0});
  }
  return {
    element,
    fold: handle.fold,
    stop: keyPlace.stop,
    /** Show the card that the state asks for; only one that is new, and not the first picture's, takes the focus. */
    show(/** @type {State} */ state, /** @type {View} */ view) {
      const kind = state.statement ? 'statement' : state.country ? 'country' : null;
      const key = kind && `${kind} ${state[kind]}`;
      if (key !== (card?.key ?? null)) open(kind, state);
      isFirst = false;
      card?.show(state, view);
      if (state.solo !== solo) handle.uncover();
      solo = state.solo;
    },
  };
}
