// The choice of a membership that is laid over the map, in the menu. Its ground is fetched when it is chosen; the
// address keeps it as `over`, which is not of the state and stays there by itself.

import {OF_ADDRESS} from '../core/address.mjs';
import {h} from '../dom.mjs';
import {besideLayers, layOver} from './over.mjs';

/** @import {Core, LoadChoices} from '../types' */

const NATO = 'nato'; // in the atlas it has no id
const NAME = 'over';
const LOOK = {'min-height': '30px', color: 'var(--text)', background: 'var(--raised)', border: '1px solid var(--rule)'};

/** Put what is laid over into the address in the bar. */
function keep(/** @type {string | null} */ id) {
  const params = new URLSearchParams(location.search);
  if (id) params.set(NAME, id);
  else params.delete(NAME);
  try {
    const search = params.toString().replaceAll('%2C', ',');
    history.replaceState(history.state, '', `?${search}${location.hash}`);
  } catch {
    // a frame of another site may not
  }
}

/**
 * The group; what the address asks for is laid over at once, what it asks for and is not there is told. What lies
 * beyond the atlas of NATO is offered where the widest of views is.
 * @param {Pick<Core, 'facts' | 'store'> & {views: string[], choices: Awaited<ReturnType<LoadChoices>>,
 *   notice: (text: string, about?: string) => void}} of
 * @returns {HTMLElement}
 */
export function createLayOver({facts, store, views, choices: {all, over: said, load}, notice}) {
  const here = facts.membership ? facts.membership.id : NATO;
  const away = [here, ...(views.includes(said.widest) ? [] : said.beyond)];
  const others = all.map(({id, name}) => ({id: id || NATO, name})).filter(({id}) => !away.includes(id));
  const select = h(
    'select',
    {name: NAME, style: LOOK, onchange: () => choose(select.value || null)},
    h('option', {value: ''}, said.none),
    others.map(({id, name}) => h('option', {value: id}, name)),
  );
  const show = () => (select.value = store.get().over ?? '');

  let turn = 0; // of choosing: the last choice holds, whatever comes first
  async function choose(/** @type {string | null} */ id) {
    const mine = (turn += 1);
    const isWanted = () => mine === turn;
    try {
      await layOver(id, {facts, store, load: (name) => load(`over-${name}.json`), isWanted});
      if (isWanted()) keep(id);
    } catch {
      notice(said.failed.replace('{name}', others.find((one) => one.id === id)?.name ?? ''));
    } finally {
      if (isWanted()) show();
    }
  }
  store.listen(({over, layers}) => {
    if (over && layers.split(',').includes(over)) choose(null); // a layer that is put on shows the same
  });
  const asked = new URLSearchParams(location.search).get(NAME);
  const offered = besideLayers(
    others.map(({id}) => id),
    store,
  );
  if (asked && offered.includes(asked)) choose(asked);
  else if (asked) {
    notice(said.unknown.replace('{value}', asked.slice(0, 80)), OF_ADDRESS);
    keep(null);
  }
  return h(
    'fieldset',
    {style: {'grid-column': '1 / -1'}},
    h('label', {class: 'menu-row', style: {'grid-template-columns': 'auto 1fr'}}, h('span', {}, said.title), select),
  );
}
