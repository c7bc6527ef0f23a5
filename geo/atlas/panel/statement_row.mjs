// Statements as lines of a list that open their card: with their words, or with speaker and date alone.

import {entry} from '../core/lookup.mjs';
import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';

/** @import {Facts, Statement, Translate} from '../types' */

/**
 * A statement with its words, or what they were in short.
 * @param {Facts} facts
 * @param {Statement} statement
 * @param {Translate} t
 * @param {(id: string) => void} onOpen
 */
export function statementRow(facts, statement, t, onOpen) {
  const {id, quote, paraphrase, speaker, city, date, stance, confidence} = statement;
  return h(
    'li',
    {},
    h(
      'button',
      {type: 'button', class: 'row statement-row', 'data-open-statement': id, onclick: () => onOpen(id)},
      facts.icon(statement),
      h(
        'span',
        {},
        h('span', {class: quote ? 'row-quote' : 'row-paraphrase'}, quote ? `“${quote}”` : paraphrase),
        h(
          'span',
          {class: 'quiet'},
          [speaker, `${city}, ${longDate(date)}`, t(`stance.${stance}.label`)].join(' · '),
          confidence === 'contested' && h('em', {class: 'contested'}, ` ${t('statement.contested')}`),
        ),
      ),
    ),
  );
}

/**
 * A statement by its speaker, day and stance alone.
 * @param {Facts} facts
 * @param {string} id
 * @param {Translate} t
 * @param {(id: string) => void} onOpen
 */
export function statementLink(facts, id, t, onOpen) {
  const statement = entry(facts.statements, id);
  return h(
    'li',
    {},
    h(
      'button',
      {type: 'button', class: 'row', 'data-open-statement': id, onclick: () => onOpen(id)},
      facts.icon(statement),
      h(
        'span',
        {},
        h('span', {class: 'row-title'}, statement.speaker),
        h('span', {class: 'quiet'}, ' ', [longDate(statement.date), t(`stance.${statement.stance}.label`)].join(' · ')),
      ),
    ),
  );
}
