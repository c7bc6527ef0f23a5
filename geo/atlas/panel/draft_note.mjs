// The articles of the two drafts of December 2021: whom one would touch, on the map and in words.

import {entry} from '../core/lookup.mjs';
import {h, mark, say} from '../dom.mjs';
import {signIcon} from '../sign_icon.mjs';
import {sourceList} from '../source_list.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * What the article on the map asks, and whom it touches on the day; empty while none is on.
 * @param {{facts: Facts, t: Translate, onStatement: (id: string) => void}} options
 * @returns {Part<Pick<State, 'day' | 'draft'>>}
 */
export function createDraftNote({facts, t, onStatement}) {
  const element = h('section', {class: 'draft-note', 'data-draft-note': '', hidden: true});
  /** @type {Partial<Pick<State, 'day' | 'draft'>>} */
  let shown = {};
  const touches = h('p', {class: 'draft-touches'});
  const names = (/** @type {string[]} */ ids, /** @type {number} */ day) =>
    [...new Set(ids.map((id) => facts.nameOn(id, day)))].sort((a, b) => a.localeCompare(b, 'en')).join(', ');
  function build(/** @type {string} */ id) {
    const {document, article, demand, note, confidence, sources, statement} = entry(facts.drafts, id);
    element.replaceChildren();
    for (const part of [
      h('h2', {}, signIcon(facts, 'draft'), h('span', {}, t('draft.heading', {document, article}))),
      h('p', {}, h('strong', {}, `${t('draft.demand')}: `), demand),
      touches,
      h('p', {class: 'quiet'}, t(id.startsWith('us') ? 'draft.answer_us' : 'draft.answer_nato')),
      facts.statements.has(statement) &&
        h('button', {type: 'button', class: 'link', onclick: () => onStatement(statement)}, t('draft.statement')),
      h(
        'details',
        {},
        h('summary', {}, t('draft.more')),
        note && h('p', {}, note),
        confidence !== 'verified' &&
          h('p', {class: 'unsure'}, t('draft.confidence', {confidence: t(`confidence_of_fact.${confidence}`)})),
        h('p', {}, t('draft.comparison')),
        sourceList(facts, sources, t),
      ),
    ])
      if (part) element.append(part);
  }
  return {
    element,
    show({day, draft}) {
      if (shown.day === day && shown.draft === draft) return;
      if (shown.draft !== draft) {
        mark(element, 'hidden', !draft);
        if (draft) build(draft);
        else element.replaceChildren();
      }
      shown = {day, draft};
      if (!draft) return;
      const units = entry(facts.drafts, draft).touchedOn(day);
      say(
        touches,
        units.length
          ? t('draft.touches', {when: facts.beginOn(day), n: units.length, names: names(units, day)})
          : t('draft.touches_none', {when: facts.beginOn(day)}),
      );
    },
  };
}
