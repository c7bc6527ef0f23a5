// Where something was read, as a list with links.

import {h} from './dom.mjs';

/** @import {Facts, Source, Translate} from './types' */

/** @param {Source} source @param {Translate} t */
function sourceItem({producer, title, url, date, memory, in: {lang, to} = {lang: '', to: 0}}, t) {
  const name = [
    producer && title ? `${producer}, ` : producer,
    lang && h('span', {lang}, title.slice(0, to)),
    title.slice(to),
    date && `, ${date}`,
  ];
  return h(
    'li',
    {},
    url ? h('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, ...name) : name,
    memory && h('span', {class: 'quiet'}, ` (${t('card.source_memory')})`),
  );
}

/**
 * The list fills itself once the sources are there.
 * @param {Pick<Facts, 'readSources'>} facts
 * @param {string[]} ids
 * @param {Translate} t
 */
export function sourceList(facts, ids, t) {
  const list = h('ul', {class: 'sources'});
  facts.readSources().then(
    (sources) => list.replaceChildren(...ids.filter((id) => sources[id]).map((id) => sourceItem(sources[id], t))),
    () => list.replaceChildren(h('li', {class: 'quiet'}, t('card.no_sources', {ids: ids.join(', ')}))),
  );
  return list;
}
