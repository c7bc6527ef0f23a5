// The card of a country: a sentence that answers, then its path, steps, statements and sources, and folded notes.

import {createAnswers} from '../core/answer.mjs';
import {entry} from '../core/lookup.mjs';
import {h, mark, say} from '../dom.mjs';
import {sourceList} from '../source_list.mjs';
import {createCountryForces} from './country_forces.mjs';
import {accessionSteps, articlesUsed, pathNotes, statementsNaming, votesOn} from './country_sections.mjs';
import {createOffMap} from './off_map.mjs';
import {createStrip} from './path_strip.mjs';
import {reportLink} from './report_link.mjs';
import {section} from './section.mjs';

/** @import {Card, Describe, Facts, SearchSides, Translate} from '../types' */

/**
 * The card of the country `id`.
 * @param {{facts: Facts, id: string, t: Translate, describe: Describe,
 *   onClose: () => void, onStatement: (id: string) => void} & Pick<SearchSides, 'views' | 'openView'>} options
 * @returns {Card}
 */
export function createCountryCard({facts, id, t, describe, onClose, onStatement, ...sides}) {
  const unit = entry(facts.units, id);
  const name = h('h2', {tabindex: -1});
  const state = h('p', {class: 'card-state'});
  const swatch = h('span', {class: 'swatch'});
  const status = h('strong');
  const more = h('span');
  const answer = createAnswers({facts, t});
  const formats = h('p', {class: 'quiet card-formats'});
  const when = h('span', {class: 'card-year'});
  const strip = unit.bars.length ? createStrip({facts, bars: unit.bars, t}) : null;
  const offMap = createOffMap({facts, id, t, ...sides});
  const forces = createCountryForces({facts, id, t, describe});
  const element = h(
    'article',
    {class: 'card', 'data-card': '', 'data-unit': id, 'aria-label': unit.name},
    h(
      'header',
      {},
      h('div', {}, name, state),
      h('button', {type: 'button', class: 'close', 'aria-label': t('card.close'), onclick: onClose}, '×'),
    ),
    h('p', {class: 'card-status'}, swatch, h('span', {}, when, ' ', status, more)),
    offMap.element,
    formats,
    unit.note && h('p', {class: 'card-note'}, unit.note),
    strip && section(t('card.path', {first: facts.first, last: facts.last}), strip.element),
    facts.stretches?.(unit, t),
    accessionSteps(unit, t),
    votesOn(facts, unit, t),
    articlesUsed(facts, unit, t),
    forces?.element,
    statementsNaming(facts, unit, t, onStatement),
    pathNotes(unit, t),
    unit.sources.length > 0 && section(t('card.sources'), sourceList(facts, unit.sources, t)),
    reportLink(facts, facts.rowOf(id), t),
  );

  return {
    element,
    key: `country ${id}`,
    focus: () => name.focus({preventScroll: true}),
    show({day}, view) {
      offMap.follow(day, view);
      const here = unit.on(day);
      say(name, here.name);
      say(state, describe.belonging(id, day));
      mark(swatch, 'data-status', here.status);
      const shares = here.relation && here.status !== 'none';
      say(
        when,
        t(shares ? 'card.when_with' : 'card.when', {when: facts.beginOn(day), state: facts.theStateOf(id, day)}),
      );
      const [lead, ...others] = answer(id, day);
      say(status, lead);
      say(more, ['', ...others].join('; ') + '.');
      const running = unit.bars
        .filter((bar) => bar.listed && bar.from <= day && (bar.to === null || day < bar.to))
        .map((bar) => bar.label);
      say(formats, running.join(' · '));
      strip?.follow(day);
      forces?.show({day});
    },
  };
}
