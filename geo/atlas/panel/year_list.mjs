// What happened in the year: its statements, the main ones first and all on demand, and its events.

import {shownStatements} from '../core/statements.mjs';
import {h, say} from '../dom.mjs';
import {statementRow} from './statement_card.mjs';
import {changeBeside} from '../core/timeline.mjs';
import {dayOfYear} from '../core/words.mjs';

export function createYearList({facts, t, onStatement, onYear, onAll}) {
  const list = h('ul', {class: 'rows statements'});
  const more = h('button', {type: 'button', class: 'link', onclick: onAll});
  const events = h('ul', {class: 'events'});
  const eventsBox = h('section', {}, h('h2', {}, t('panel.events')), events);
  const withStatements = [...facts.statementsIn.keys()];
  const made = new Map();
  /** A line of the list, made once. */
  const once = (key, make) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };

  /** A year without a statement points to the nearest years that have one. */
  function nobodySpoke(year) {
    const beside = [
      ['earlier', -1],
      ['later', 1],
    ]
      .map(([key, direction]) => [key, changeBeside(year, withStatements, direction)])
      .filter(([, at]) => at !== year);
    return h(
      'li',
      {},
      h('p', {class: 'quiet'}, t('panel.statements_none')),
      h(
        'p',
        {class: 'beside'},
        beside.map(([key, at]) =>
          h('button', {type: 'button', class: 'link', onclick: () => onYear(at)}, t(`panel.${key}`, {year: at})),
        ),
      ),
    );
  }

  return {
    elements: [h('section', {class: 'statement-list'}, h('h2', {}, t('panel.statements')), list, more), eventsBox],
    show(state) {
      const {year} = state;
      const spoken = facts.statementsIn.get(year) ?? [];
      const shown = shownStatements(facts, state);
      list.replaceChildren(
        ...(shown.length
          ? shown.map((each) => once(each.id, () => statementRow(facts, each, t, onStatement)))
          : [once(year, () => nobodySpoke(year))]),
      );
      const main = spoken.filter(({lean}) => lean).length;
      more.hidden = main === spoken.length;
      say(more, state.all ? t('panel.show_lean', {n: main}) : t('panel.show_all', {n: spoken.length}));
      events.replaceChildren(
        ...once(`events ${year}`, () =>
          facts.years
            .get(year)
            .events.map(({date, title, summary, unsure}) =>
              h(
                'li',
                {title: summary},
                h('span', {class: 'quiet'}, dayOfYear(date)),
                h('span', {}, title, unsure && h('span', {class: 'unsure'}, ` (${t('card.unsure')})`)),
              ),
            ),
        ),
      );
      eventsBox.hidden = !events.childElementCount;
    },
  };
}
