// What happened in the year: its statements, the main ones first and all on demand, and its events.

import {entry, keep} from '../core/lookup.mjs';
import {statementsOfYear} from '../core/statements.mjs';
import {changeBeside} from '../core/timeline.mjs';
import {dayOfYear} from '../core/words.mjs';
import {exchange, h, passFocus, say} from '../dom.mjs';
import {allOfYear, signOf} from './happenings.mjs';
import {statementRow} from './statement_row.mjs';

/** @import {Content} from '../dom.mjs' */
/** @import {Facts, State, Statement, Translate} from '../types' */

/**
 * The lists of a year; `onYear(year)` goes to another, `onDay(day)` to the day of an event, `onAll()` shows all
 * statements or only the main ones.
 * @param {{facts: Facts, t: Translate, onStatement: (id: string) => void, onYear: (year: number) => void,
 *   onDay: (day: number) => void, onAll: () => void}} options
 * @returns {{elements: Content[], show: (state: State) => void, focus: () => void}}
 */
export function createYearList({facts, t, onStatement, onYear, onDay, onAll}) {
  const list = h('ul', {class: 'rows statements'});
  const more = h('button', {type: 'button', class: 'link', onclick: onAll});
  const events = h('ul', {class: 'events'});
  const eventsTitle = h('h2', {tabindex: -1}, t('panel.events'));
  const eventsBox = h('section', {}, eventsTitle, events);

  const lineOf = keep((/** @type {Statement} */ statement) => statementRow(facts, statement, t, onStatement));
  /** A year without a statement, or without a main one, points to the nearest years that have one. */
  const pointBeside = keep((/** @type {number} */ year) => {
    const beside = [
      {key: 'earlier', at: changeBeside(year, facts.yearsOfStatements, -1)},
      {key: 'later', at: changeBeside(year, facts.yearsOfStatements, 1)},
    ].filter(({at}) => at !== year);
    return h(
      'li',
      {},
      h('p', {class: 'quiet'}, t(facts.statementsOf(year).length ? 'panel.statements_lean' : 'panel.statements_none')),
      h(
        'p',
        {class: 'beside'},
        beside.map(({key, at}) =>
          h('button', {type: 'button', class: 'link', onclick: () => onYear(at)}, t(`panel.${key}`, {year: at})),
        ),
      ),
    );
  });
  /** An event goes to its day, on which it is told in full. */
  const eventsOf = keep((/** @type {number} */ year) =>
    allOfYear(facts, year, entry(facts.years, year).events).map(({date, day, title: what, summary, unsure, sign}) => {
      const says = summary && h('p', {class: 'event-told', hidden: true}, summary);
      const row = {type: 'button', class: 'row event-row', title: summary, 'data-event-day': date};
      const button = h(
        'button',
        {...row, onclick: () => onDay(day)},
        h('span', {class: 'quiet'}, dayOfYear(date)),
        h('span', {}, signOf(sign, t), what, unsure && h('span', {class: 'unsure'}, ` (${t('card.unsure')})`)),
      );
      return {day, says, line: h('li', {}, button, says)};
    }),
  );

  const title = h('h2', {tabindex: -1}, t('panel.statements'));
  /** @type {Partial<State>} */
  let last = {};
  return {
    elements: [facts.statements.size > 0 && h('section', {class: 'statement-list'}, title, list, more), eventsBox],
    /** Bring the statements to the top of the panel. */
    focus() {
      title.scrollIntoView({block: 'start'});
      title.focus({preventScroll: true});
    },
    show(state) {
      if (last.day === state.day && last.all === state.all && last.statement === state.statement) return;
      last = state;
      const year = facts.yearOf(state.day);
      const ofYear = facts.statementsOf(year);
      const shown = statementsOfYear(facts, state);
      exchange(list, shown.length ? shown.map(lineOf) : [pointBeside(year)], title);
      const main = ofYear.filter(({lean}) => lean).length;
      const isWhole = main === ofYear.length || (state.all && main === 0); // there is no other list to show
      if (isWhole) passFocus(more, title);
      more.hidden = isWhole;
      const isOne = ofYear.length === 1;
      const all = isOne ? t('panel.show_one') : t('panel.show_all', {n: ofYear.length});
      say(more, state.all ? t('panel.show_lean', {n: main}) : all);
      const told = eventsOf(year);
      exchange(
        events,
        told.map(({line}) => line),
        told.length ? eventsTitle : title,
      );
      for (const {day, says} of told) if (says) says.hidden = day !== state.day;
      eventsBox.hidden = !told.length;
    },
  };
}
