// The sheet with the citation of the view on the screen: for readers, and for reference managers.

import {captionOf} from '../core/caption.mjs';
import {citation, partOf, pathOf} from '../core/citation.mjs';
import {h, say} from '../dom.mjs';
import {sourceList} from '../source_list.mjs';
import {copy} from './clipboard.mjs';

/** @import {Facts, Sheet, State, Translate} from '../types' */

/** Today where the reader is. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * A reference in a style, with a button that copies it and says so in `message`.
 * @param {string} style
 * @param {{t: Translate, message: HTMLElement, beside: () => Element}} options `beside` is where a field to copy from
 *   may stand
 */
function createReference(style, {t, message, beside}) {
  const text = h('p', {class: 'citation', 'data-citation': style});
  const name = t(`cite.${style}`);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-label': t('cite.copy_style', {style: name}),
      onclick: async () => {
        const isCopied = await copy(text.textContent ?? '', beside());
        button.focus();
        say(message, '');
        say(message, t(isCopied ? 'cite.copied' : 'cite.not_copied', {style: name}));
      },
    },
    t('cite.copy'),
  );
  return {style, text, element: h('section', {}, h('h3', {}, name), text, button)};
}

/**
 * The sheet. An open statement is cited with its own sources first.
 * @param {{facts: Facts, t: Translate}} options
 * @returns {Sheet}
 */
export function createCite({facts, t}) {
  const message = h('p', {class: 'quiet', role: 'status'});
  const reference = (/** @type {string} */ style) => createReference(style, {t, message, beside: () => element});
  const forReaders = ['apa', 'iso690'].map(reference);
  const forManagers = ['bibtex', 'ris'].map(reference);
  const shows = h('p');
  const sources = h('section', {class: 'cite-sources'});
  /** @type {HTMLDialogElement} */
  const element = h(
    'dialog',
    {class: 'help cite', 'aria-label': t('cite.title')},
    h('h2', {}, t('cite.title')),
    shows,
    sources,
    forReaders.map(({element}) => element),
    h('details', {}, h('summary', {}, t('cite.managers')), ...forManagers.map(({element}) => element)),
    message,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  function show(/** @type {State} */ state) {
    const part = partOf(facts, state, t);
    say(shows, t('cite.shows', {title: captionOf(facts, {day: state.day}).title, when: facts.whenOn(state.day)}));
    const statement = state.statement && facts.statements.get(state.statement);
    sources.hidden = !statement;
    sources.replaceChildren(
      ...(statement ? [h('p', {}, t('cite.source_first')), sourceList(facts, statement.sources, t)] : []),
    );
    for (const {style, text} of [...forReaders, ...forManagers])
      say(text, citation(facts, style, part, {path: pathOf(location), accessed: today()}));
    say(message, '');
  }
  return {
    element,
    open(state) {
      show(state);
      element.showModal();
    },
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
