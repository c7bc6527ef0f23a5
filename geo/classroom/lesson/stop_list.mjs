// The stops by title, on demand; the button that opens the list counts them.

import {h, mark, passFocus, say} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Place, Stop} from '../types' */

/**
 * `button` opens and closes `list`; `onStop(at)` goes to a stop.
 * @param {{stops: Stop[], t: Translate, onStop: (at: number) => void}} options
 * @returns {{list: HTMLElement, button: HTMLElement, isOpen: () => boolean, close: () => void,
 *   show: (place: Place) => void}}
 */
export function createStopList({stops, t, onStop}) {
  const button = h('button', {
    type: 'button',
    class: 'lesson-button stop-count',
    'aria-expanded': 'false',
    onclick: () => toggle(),
  });
  const choose = (/** @type {number} */ at) => {
    toggle(false);
    onStop(at);
  };
  const items = stops.map(({title}, at) =>
    h('button', {type: 'button', class: 'stop-item', onclick: () => choose(at)}, title),
  );
  const list = h(
    'ol',
    {class: 'stop-list', hidden: true},
    items.map((item) => h('li', {}, item)),
  );
  function toggle(open = Boolean(list.hidden)) {
    if (!open) passFocus(list, button);
    mark(list, 'hidden', !open);
    mark(button, 'aria-expanded', String(open));
    if (open) (items.find((item) => item.hasAttribute('aria-current')) ?? items[0]).focus();
  }
  return {
    list,
    button,
    isOpen: () => !list.hidden,
    close: () => toggle(false),
    show({at, cover}) {
      say(button, cover ? t('class.list') : t('class.count', {at: at + 1, all: stops.length}));
      mark(button, 'title', t('class.list'));
      for (const [i, item] of items.entries()) mark(item, 'aria-current', i === at && !cover ? 'step' : null);
    },
  };
}
