// A calm hint for who comes for the first time: what to press, and three things to try. Never again after.

import {keptAddress} from '../address_bar.mjs';
import {h, passFocus} from '../dom.mjs';

/** @import {State, Store, Translate} from '../types' */

const KEY = 'eastward.visited';
const TRIES = ['slide', 'country', 'legend'];
/** Who follows an address that names one of these has been shown where to look. */
const NAMED = ['year', 'day', 'country', 'statement', 'draft', 'words'];

/** Whether this is the first visit, as far as the browser may remember; the next one is not. */
function isFirst() {
  try {
    const isNew = localStorage.getItem(KEY) === null;
    localStorage.setItem(KEY, 'yes');
    return isNew;
  } catch {
    return false; // what cannot be remembered would be told again and again
  }
}

/**
 * The hint, or null after the first visit and where the address says what to look at; it goes when it is put away, when
 * the years are played and when a hand moves them.
 * @param {{t: Translate, store: Store}} of
 * @returns {HTMLElement | null}
 */
export function createFirstVisit({t, store}) {
  const asked = new URLSearchParams(keptAddress());
  if (NAMED.some((name) => asked.has(name)) || !isFirst()) return null;
  const put = {type: 'button', class: 'close', 'aria-label': t('notice.dismiss'), onclick: dismiss};
  function dismiss() {
    passFocus(element, element.parentElement?.querySelector('.stage'));
    element.remove();
  }
  const element = h(
    'aside',
    {class: 'first-visit', 'data-first-visit': '', 'aria-label': t('first_visit.label')},
    h('p', {}, h('strong', {}, t('first_visit.play'))),
    h(
      'ul',
      {},
      TRIES.map((name) => h('li', {}, t(`first_visit.${name}`))),
    ),
    h('button', put, '×'),
  );
  store.listen((/** @type {State} */ {day, playing}, /** @type {State} */ before) => {
    if (playing || day !== before.day) element.remove();
  });
  return element;
}
