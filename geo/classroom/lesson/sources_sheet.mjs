// Where a stop, or all of the lesson, was read: whole, on demand.

import {h, say} from '../../atlas/dom.mjs';
import {sourceList} from '../../atlas/source_list.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */

/**
 * @param {{facts: Facts, t: Translate}} options
 * @returns {{element: HTMLDialogElement, open: (title: string, ids: string[]) => void}}
 */
export function createSourcesSheet({facts, t}) {
  const title = h('h2', {tabindex: -1, autofocus: true});
  const body = h('div');
  const element = h(
    'dialog',
    {
      class: 'help sources-sheet',
      'aria-label': t('cover.sources'),
      onkeydown: (/** @type {Event} */ event) => event.stopPropagation(), // the keys of the map are not its
    },
    title,
    body,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    open(words, ids) {
      say(title, words);
      body.replaceChildren(sourceList(facts, ids, t));
      element.showModal();
      element.scrollTop = 0;
    },
  };
}
