// The card of a country: what it is in the year shown, its path, its steps, notes, statements and sources.

import {h, mark, say} from '../dom.mjs';
import {createStrip} from './path_strip.mjs';
import {longDate} from '../core/words.mjs';

const FEW = 6; // statements listed before one asks for all

export function sourceList(facts, ids, t) {
  return h(
    'ul',
    {class: 'sources'},
    ids.map((id) => {
      const {producer, title, url, date, memory} = facts.sources[id];
      const text = [producer, title, date].filter(Boolean).join(', ');
      return h(
        'li',
        {},
        url ? h('a', {href: url, target: '_blank', rel: 'noopener noreferrer'}, text) : text,
        memory && h('span', {class: 'quiet'}, ` (${t('card.source_memory')})`),
      );
    }),
  );
}

export const section = (title, ...content) => h('section', {}, h('h3', {}, title), ...content);

function steps(unit, t) {
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
            [
              days === null
                ? ''
                : days === 0
                  ? t('card.same_day')
                  : days === 1
                    ? t('card.day_later')
                    : t('card.days_later', {n: days.toLocaleString('en')}),
              unsure ? t('card.not_confirmed') : '',
            ]
              .filter(Boolean)
              .join(' · '),
          ),
        ),
      ),
    ),
  );
}

function notes(unit, t) {
  if (!unit.notes.length) return null;
  return section(
    t('card.notes'),
    h(
      'ul',
      {class: 'notes'},
      unit.notes.map(({of, text, start, end, unsure}) =>
        h(
          'li',
          {},
          (start || end) &&
            h('span', {class: 'note-when'}, [longDate(start), end ? longDate(end) : ''].filter(Boolean).join(' – ')),
          of && h('strong', {}, `${of}: `),
          text,
          unsure && h('span', {class: 'unsure'}, ` (${t('card.unsure')})`),
        ),
      ),
    ),
  );
}

function statementsNaming(facts, unit, t, onStatement) {
  const named = facts.statements_naming[unit.id] ?? [];
  if (!named.length) return null;
  const item = (id) => {
    const statement = facts.statements.get(id);
    return h(
      'li',
      {},
      h(
        'button',
        {type: 'button', class: 'row', 'data-open-statement': id, onclick: () => onStatement(id)},
        facts.icon(statement),
        h(
          'span',
          {},
          h('span', {class: 'row-title'}, statement.speaker),
          h('span', {class: 'quiet'}, ` ${longDate(statement.date)} · ${t(`stance.${statement.stance}.label`)}`),
        ),
      ),
    );
  };
  const list = h('ul', {class: 'rows'}, named.slice(0, FEW).map(item));
  const more =
    named.length > FEW &&
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick() {
          list.replaceChildren(...named.map(item));
          more.remove();
        },
      },
      t('card.statements_more', {n: named.length}),
    );
  return section(t('card.statements'), list, more);
}

export function createCountryCard({facts, id, t, belonging, onClose, onStatement}) {
  const unit = facts.units.get(id);
  const name = h('h2', {tabindex: -1});
  const state = h('p', {class: 'card-state'});
  const swatch = h('span', {class: 'swatch'});
  const status = h('strong');
  const since = h('span', {class: 'quiet'});
  const formats = h('p', {class: 'quiet card-formats'});
  const inYear = h('span', {class: 'card-year'});
  const strip = unit.bars.length ? createStrip({facts, bars: unit.bars, t}) : null;
  const element = h(
    'article',
    {class: 'card', 'data-card': '', 'data-unit': id, 'aria-label': unit.name},
    h(
      'header',
      {},
      h('div', {}, name, state),
      h('button', {type: 'button', class: 'close', 'aria-label': t('card.close'), onclick: onClose}, '×'),
    ),
    h('p', {class: 'card-status'}, swatch, h('span', {}, inYear, ' ', status, ' ', since)),
    formats,
    unit.note && h('p', {class: 'card-note'}, unit.note),
    strip && section(t('card.path', {first: facts.first, last: facts.last}), strip.element),
    steps(unit, t),
    notes(unit, t),
    statementsNaming(facts, unit, t, onStatement),
    unit.sources.length > 0 && section(t('card.sources'), sourceList(facts, unit.sources, t)),
  );

  return {
    element,
    key: `country ${id}`,
    focus: () => name.focus({preventScroll: true}),
    show({year}) {
      const word = facts.statuses[unit.statusIn(year)];
      const at = facts.years.get(year).day;
      say(name, facts.nameIn(id, year));
      say(state, belonging(id, year));
      mark(swatch, 'data-status', word);
      const shares = facts.relationIn(id, year) && word !== 'none';
      say(
        inYear,
        shares ? t('card.in_year_with', {year, state: facts.theStateOf(id, year)}) : t('card.in_year', {year}),
      );
      say(status, t(`status.${word}.label`));
      say(since, word === 'none' || !unit.sinceIn(year) ? '' : t('card.since', {date: longDate(unit.sinceIn(year))}));
      const running = unit.bars
        .filter((bar) => bar.listed && bar.start <= at && (!bar.end || bar.end > at))
        .map((bar) => bar.label);
      say(formats, running.join(' · '));
      strip?.follow(year);
    },
  };
}
