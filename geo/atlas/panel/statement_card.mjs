// The card of a statement. Both sides' words get the same size.

import {entry} from '../core/lookup.mjs';
import {longDate} from '../core/words.mjs';
import {h, mark} from '../dom.mjs';
import {sourceList} from '../source_list.mjs';
import {reportLink} from './report_link.mjs';
import {section} from './section.mjs';
import {statementLink} from './statement_row.mjs';

/** @import {Card, Facts, Statement, Translate} from '../types' */

const isContested = (/** @type {Statement} */ {confidence}) => confidence === 'contested';

/**
 * @param {Facts} facts @param {Statement} statement @param {Translate} t @param {HTMLElement} speaker @param {() =>
 *   void} onClose
 */
function cardHeader(facts, statement, t, speaker, onClose) {
  const {stance, side, form, role} = statement;
  return h(
    'header',
    {},
    h(
      'div',
      {},
      h(
        'p',
        {class: 'stance-line'},
        facts.icon(statement),
        h('strong', {title: t(`stance.${stance}.explain`)}, t(`stance.${stance}.label`)),
        h('span', {class: 'quiet'}, ['', t(`side.${side}`), t(`form.${form}`)].join(' · ')),
        isContested(statement) && h('span', {class: 'badge'}, t('statement.contested')),
      ),
      speaker,
      h('p', {class: 'card-state'}, role),
    ),
    h('button', {type: 'button', class: 'close', 'aria-label': t('card.close'), onclick: onClose}, '×'),
  );
}

/**
 * The words as they were said or translated, beside a translation those that were spoken; a line that says so where
 * none are kept.
 * @param {Statement} statement
 * @param {Translate} t
 */
function quoteOrNone({quote, quote_language: origin, original, original_language: lang}, t) {
  const code = origin.replace('translated-from-', '');
  const isTranslated = code !== 'en';
  const language = isTranslated && t(`language_name.${code}`);
  if (!quote)
    return h(
      'p',
      {class: 'quiet'},
      t('statement.quote_none'),
      isTranslated && ` ${t('statement.original_in', {language})}.`,
    );
  return h(
    'blockquote',
    {},
    h(
      'div',
      {},
      h('p', {}, t('quoted.en', {quote})),
      isTranslated && h('footer', {class: 'quiet'}, t('statement.translated', {language})),
    ),
    original &&
      h(
        'div',
        {'data-original': lang},
        h('p', {lang, dir: 'auto'}, t(`quoted.${lang}`, {quote: original})),
        h('footer', {class: 'quiet'}, t('statement.original_in', {language})),
      ),
  );
}

/**
 * The countries that a statement names, each leading to its card.
 * @param {Facts} facts
 * @param {Statement} statement
 * @param {Translate} t
 * @param {(id: string) => void} onCountry
 */
function targetChips(facts, {targets, day}, t, onCountry) {
  return h(
    'p',
    {class: 'chips'},
    targets.map((target) =>
      target === '*'
        ? h('span', {class: 'chip'}, t('statement.enlargement_in_general'))
        : h('button', {type: 'button', class: 'chip', onclick: () => onCountry(target)}, facts.nameOn(target, day)),
    ),
  );
}

/**
 * To the statements before and after, in the order of the table.
 * @param {Facts} facts
 * @param {string} id
 * @param {Translate} t
 * @param {(id: string) => void} onStatement
 */
function pagers(facts, id, t, onStatement) {
  const order = [...facts.statements.keys()];
  const at = order.indexOf(id);
  const go = (/** @type {string} */ key, /** @type {string | undefined} */ to) =>
    h(
      'button',
      {type: 'button', class: 'pager', disabled: to === undefined, onclick: () => to && onStatement(to)},
      t(`statement.${key}`),
    );
  return h(
    'nav',
    {class: 'pagers'},
    go('previous', order[at - 1]),
    h('span', {class: 'quiet'}, `${at + 1} / ${order.length}`),
    go('next', order[at + 1]),
  );
}

/**
 * What surrounds the words: what they answer, what answered them, and the table's remarks.
 * @param {Facts} facts
 * @param {Statement} statement
 * @param {Translate} t
 * @param {(id: string) => void} onStatement
 */
function surroundings(facts, statement, t, onStatement) {
  const text = (/** @type {string} */ key, /** @type {string | undefined} */ value) =>
    value && section(t(`statement.${key}`), h('p', {}, value));
  const link = (/** @type {string} */ id) => statementLink(facts, id, t, onStatement);
  const answers = facts.answersTo.get(statement.id) ?? [];
  return [
    statement.reply_to && section(t('statement.answers'), h('ul', {class: 'rows'}, link(statement.reply_to))),
    answers.length > 0 && section(t('statement.answered_by'), h('ul', {class: 'rows'}, answers.map(link))),
    text('reacted_to', statement.trigger_event),
    text('context', statement.context),
    text('followed', statement.what_followed),
    !isContested(statement) && text('note', statement.note),
    text('words_seen', statement.words_seen_in),
  ];
}

/**
 * A line on a map of another day than that of a statement, with the way to its own; `follow(day)` hides or shows it.
 * @param {Statement} statement
 * @param {Translate} t
 * @param {(id: string) => void} onStatement
 */
function otherDay({id, day, date}, t, onStatement) {
  const go = t('statement.to_its_day', {day: longDate(date)});
  const element = h(
    'p',
    {class: 'quiet', 'data-other-day': '', hidden: true},
    `${t('statement.other_day')} `,
    h('button', {type: 'button', class: 'link', onclick: () => onStatement(id)}, go),
  );
  return {
    element,
    follow: (/** @type {number} */ shown) => mark(element, 'hidden', shown === day),
  };
}

/**
 * The card of the statement `id`.
 * @param {{facts: Facts, id: string, t: Translate, onClose: () => void, onStatement: (id: string) => void,
 *   onCountry: (id: string) => void}} options
 * @returns {Card}
 */
export function createStatementCard({facts, id, t, onClose, onStatement, onCountry}) {
  const statement = entry(facts.statements, id);
  const elsewhen = otherDay(statement, t, onStatement);
  const speaker = h('h2', {tabindex: -1}, statement.speaker);
  const element = h(
    'article',
    {
      class: 'card statement-card',
      'data-card': '',
      'data-statement': id,
      'data-stance': statement.stance,
      'aria-label': statement.speaker,
    },
    cardHeader(facts, statement, t, speaker, onClose),
    quoteOrNone(statement, t),
    statement.paraphrase && h('p', {}, statement.paraphrase),
    h('p', {class: 'quiet'}, [statement.venue, statement.city, longDate(statement.date)].filter(Boolean).join(' · ')),
    elsewhen.element,
    isContested(statement) &&
      h('p', {class: 'contested-note'}, h('strong', {}, `${t('statement.contested')}. `), statement.note),
    section(t('statement.names'), targetChips(facts, statement, t, onCountry)),
    surroundings(facts, statement, t, onStatement),
    section(t('statement.confidence'), h('p', {}, t(`confidence.${statement.confidence}`))),
    section(t('statement.source'), sourceList(facts, statement.sources, t)),
    reportLink(facts, `statements/${id}`, t),
    pagers(facts, id, t, onStatement),
  );
  return {
    element,
    key: `statement ${id}`,
    focus: () => speaker.focus({preventScroll: true}),
    show: ({day}) => elsewhen.follow(day),
  };
}
