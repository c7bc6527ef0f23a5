// What a country's card tells whatever the year: the steps of its accession, notes, the statements that name it.

import {entry} from '../core/lookup.mjs';
import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';
import {signOf} from './happenings.mjs';
import {section} from './section.mjs';
import {statementLink} from './statement_row.mjs';

/** @import {Facts, Translate, Unit} from '../types' */

const FEW = 6; // statements listed before one asks for all

/** @param {number | null} days @param {Translate} t */
function daysLater(days, t) {
  if (days === null) return '';
  if (days === 0) return t('card.same_day');
  return days === 1 ? t('card.day_later') : t('card.days_later', {n: days.toLocaleString('en')});
}

/**
 * The steps of an accession; null for a country without one.
 * @param {Unit} unit
 * @param {Translate} t
 */
export function accessionSteps(unit, t) {
  if (!unit.steps.length) return null;
  return section(
    t('card.accession'),
    h(
      'ol',
      {class: 'steps'},
      unit.steps.map(({key, date, days, unsure, place}) =>
        h(
          'li',
          {},
          h('span', {class: 'step-name'}, t(`card.${key}`)),
          h('span', {class: 'step-date'}, longDate(date), place && h('span', {class: 'quiet'}, ` ${place}`)),
          h(
            'span',
            {class: 'quiet step-days'},
            [daysLater(days, t), unsure && t('card.not_confirmed')].filter(Boolean).join(' · '),
          ),
        ),
      ),
    ),
  );
}

/**
 * A line that opens into what it counts; null where there is nothing.
 * @param {string} label
 * @param {HTMLElement[]} lines
 */
const counted = (label, lines) =>
  lines.length
    ? h(
        'details',
        {class: 'card-more'},
        h('summary', {}, `${label}: ${lines.length}`),
        h('ul', {class: 'notes'}, lines),
      )
    : null;

/**
 * Remarks on a country's path, for those who look closer; null where there are none.
 * @param {Unit} unit
 * @param {Translate} t
 */
export const pathNotes = (unit, t) =>
  counted(
    t('card.notes'),
    unit.notes.map(({of, text, start, end, unsure}) =>
      h(
        'li',
        {},
        (start || end) &&
          h('span', {class: 'note-when'}, [start, end].flatMap((day) => (day ? longDate(day) : [])).join(' – ')),
        of && h('strong', {}, `${of}: `),
        text,
        unsure && h('span', {class: 'unsure'}, ` (${t('card.unsure')})`),
      ),
    ),
  );

/**
 * Votes held in a country or elsewhere about it.
 * @param {Facts} facts
 * @param {Unit} unit
 * @param {Translate} t
 */
export const votesOn = (facts, {id}, t) =>
  counted(
    t('card.votes'),
    facts.votes
      .filter((vote) => vote.in === id || vote.of.includes(id))
      .map((vote) =>
        h(
          'li',
          {},
          h(
            'span',
            {class: 'note-when'},
            longDate(vote.on),
            vote.in === id ? '' : `, ${entry(facts.units, vote.in).name}`,
          ),
          `${vote.asked}. `,
          h('strong', {}, vote.result),
        ),
      ),
  );

/**
 * Uses of Articles 4 and 5 by a country or for it.
 * @param {Facts} facts
 * @param {Unit} unit
 * @param {Translate} t
 */
export const articlesUsed = (facts, {id}, t) =>
  counted(
    t('card.articles'),
    facts.happenings
      .filter(({units}) => units.includes(id))
      .map(({date, sign, title, summary, outcome}) =>
        h(
          'li',
          {},
          h('span', {class: 'note-when'}, longDate(date)),
          signOf(sign, t),
          `${title}. ${summary} ${outcome}`,
        ),
      ),
  );

/**
 * The statements that name a country, the first ones and all on demand; null where there are none.
 * @param {Facts} facts
 * @param {Unit} unit
 * @param {Translate} t
 * @param {(id: string) => void} onStatement
 */
export function statementsNaming(facts, unit, t, onStatement) {
  const named = [...facts.statements.values()].filter(({targets}) => targets.includes(unit.id)).map(({id}) => id);
  if (!named.length) return null;
  const link = (/** @type {string} */ id) => statementLink(facts, id, t, onStatement);
  const list = h('ul', {class: 'rows'}, named.slice(0, FEW).map(link));
  const showAll = () => {
    list.append(...named.slice(FEW).map(link));
    /** @type {HTMLElement | null | undefined} */ (list.children[FEW]?.querySelector('button'))?.focus();
    more.remove();
  };
  const more = h(
    'button',
    {type: 'button', class: 'link', onclick: showAll},
    t('card.statements_more', {n: named.length}),
  );
  return section(t('card.statements'), list, named.length > FEW && more);
}
