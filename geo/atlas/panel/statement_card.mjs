// Statements: the line in a list, and the card. Both sides' words get the same size.

import {h} from '../dom.mjs';
import {section, sourceList} from './country_card.mjs';
import {longDate} from '../core/words.mjs';

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
          `${speaker} · ${city}, ${longDate(date)} · ${t(`stance.${stance}.label`)}`,
          confidence === 'contested' && h('em', {class: 'contested'}, ` ${t('statement.contested')}`),
        ),
      ),
    ),
  );
}

export function createStatementCard({facts, id, t, onClose, onStatement, onCountry}) {
  const statement = facts.statements.get(id);
  const order = [...facts.statements.keys()];
  const at = order.indexOf(id);
  const contested = statement.confidence === 'contested';
  const language = statement.quote_language.replace('translated-from-', '');
  const translated = language !== 'en';
  const link = (other) =>
    h(
      'li',
      {},
      h(
        'button',
        {type: 'button', class: 'row', 'data-open-statement': other, onclick: () => onStatement(other)},
        facts.icon(facts.statements.get(other)),
        h(
          'span',
          {},
          h('span', {class: 'row-title'}, facts.statements.get(other).speaker),
          h(
            'span',
            {class: 'quiet'},
            ` ${longDate(facts.statements.get(other).date)} · ${t(`stance.${facts.statements.get(other).stance}.label`)}`,
          ),
        ),
      ),
    );
  const text = (key, value) => value && section(t(`statement.${key}`), h('p', {}, value));
  const answers = facts.answersTo.get(id) ?? [];
  const targets = statement.targets.map((target) =>
    target === '*'
      ? h('span', {class: 'chip'}, t('statement.enlargement_in_general'))
      : h('button', {type: 'button', class: 'chip', onclick: () => onCountry(target)}, facts.units.get(target).name),
  );
  const go = (key, to) =>
    h(
      'button',
      {type: 'button', class: 'pager', disabled: to === undefined, onclick: () => onStatement(to)},
      t(`statement.${key}`),
    );
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
    h(
      'header',
      {},
      h(
        'div',
        {},
        h(
          'p',
          {class: 'stance-line'},
          facts.icon(statement),
          h('strong', {title: t(`stance.${statement.stance}.explain`)}, t(`stance.${statement.stance}.label`)),
          h('span', {class: 'quiet'}, ` · ${t(`side.${statement.side}`)} · ${t(`form.${statement.form}`)}`),
          contested && h('span', {class: 'badge'}, t('statement.contested')),
        ),
        speaker,
        h('p', {class: 'card-state'}, statement.role),
      ),
      h('button', {type: 'button', class: 'close', 'aria-label': t('card.close'), onclick: onClose}, '×'),
    ),
    statement.quote
      ? h(
          'blockquote',
          {},
          h('p', {}, `“${statement.quote}”`),
          translated &&
            h('footer', {class: 'quiet'}, t('statement.translated', {language: t(`language_name.${language}`)})),
        )
      : h(
          'p',
          {class: 'quiet'},
          t('statement.quote_none'),
          translated && ` ${t('statement.original_in', {language: t(`language_name.${language}`)})}.`,
        ),
    statement.paraphrase && h('p', {}, statement.paraphrase),
    h('p', {class: 'quiet'}, [statement.venue, statement.city, longDate(statement.date)].filter(Boolean).join(' · ')),
    contested && h('p', {class: 'contested-note'}, h('strong', {}, `${t('statement.contested')}. `), statement.note),
    section(t('statement.names'), h('p', {class: 'chips'}, targets)),
    statement.reply_to && section(t('statement.answers'), h('ul', {class: 'rows'}, link(statement.reply_to))),
    answers.length > 0 && section(t('statement.answered_by'), h('ul', {class: 'rows'}, answers.map(link))),
    text('reacted_to', statement.trigger_event),
    text('context', statement.context),
    text('followed', statement.what_followed),
    !contested && text('note', statement.note),
    text('words_seen', statement.words_seen_in),
    section(t('statement.confidence'), h('p', {}, t(`confidence.${statement.confidence}`))),
    section(t('statement.source'), sourceList(facts, statement.sources, t)),
    h(
      'nav',
      {class: 'pagers'},
      go('previous', order[at - 1]),
      h('span', {class: 'quiet'}, `${at + 1} / ${order.length}`),
      go('next', order[at + 1]),
    ),
  );
  return {element, key: `statement ${id}`, focus: () => speaker.focus({preventScroll: true}), show() {}};
}
