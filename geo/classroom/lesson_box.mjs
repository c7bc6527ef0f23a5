// The stop on the wall: its year and title, its text, the question; beneath the map, what the colours mean.

import {h, mark, s, say} from '../atlas/dom.mjs';
import {longDate} from '../atlas/core/words.mjs';
import {isHalted} from './lesson.mjs';

/** The statuses of a year in large letters; a status nobody has takes no room. */
export function createKey({facts, t}) {
  const rows = facts.statuses.map((status) => {
    const count = h('b');
    return {
      status,
      count,
      element: h(
        'li',
        {class: 'key-row', 'data-status': status},
        h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
        h('span', {}, t(`status.${status}.short`)),
        count,
      ),
    };
  });
  return {
    element: h(
      'ul',
      {class: 'key', 'aria-label': t('panel.legend')},
      rows.map(({element}) => element),
    ),
    show({year}) {
      const {counts} = facts.years.get(year);
      for (const {status, count, element} of rows) {
        mark(element, 'hidden', counts[status] === 0);
        say(count, String(counts[status]));
      }
    },
  };
}

export function createLessonBox({facts, lesson, t, acts}) {
  const {stops} = lesson;
  const button = (name, ...content) =>
    h(
      'button',
      {
        type: 'button',
        class: 'lesson-button',
        'data-act': name,
        onclick: () => acts[name](),
        title: t(`class.${name}`),
        'aria-label': t(`class.${name}`),
      },
      ...content,
    );
  const arrow = (d) => s('svg', {viewBox: '0 0 24 24', 'aria-hidden': 'true'}, s('path', {d}));
  const title = h('h2', {class: 'stop-title', tabindex: -1});
  const text = h('p', {class: 'stop-text'});
  const question = h('p', {class: 'stop-question'});
  const told = h('p', {class: 'stop-told'});
  const sources = h('p', {class: 'stop-sources'});
  const count = h('button', {
    type: 'button',
    class: 'lesson-button stop-count',
    'aria-expanded': 'false',
    onclick: () => toggleList(),
  });
  const list = h('ol', {class: 'stop-list', hidden: true});
  const items = stops.map((stop, i) =>
    h(
      'button',
      {
        type: 'button',
        class: 'stop-item',
        onclick() {
          toggleList(false);
          acts.stop(i);
        },
      },
      stop.title,
    ),
  );
  list.append(...items.map((item) => h('li', {}, item)));
  function toggleList(open = list.hidden) {
    mark(list, 'hidden', !open);
    mark(count, 'aria-expanded', String(open));
    if (open) items.find((item) => item.hasAttribute('aria-current'))?.focus();
  }
  const body = h('div', {class: 'stop'}, title, text, question);
  const bar = h(
    'div',
    {class: 'lesson-bar', role: 'group', 'aria-label': t('class.bar')},
    button('previous', arrow('M15 5l-7 7 7 7')),
    count,
    told,
    button('next', arrow('M9 5l7 7-7 7')),
  );
  const element = h(
    'section',
    {class: 'lesson', 'aria-label': lesson.title},
    body,
    h('div', {class: 'lesson-foot'}, list, bar, sources),
  );

  return {
    element,
    list,
    isListOpen: () => !list.hidden,
    closeList: () => toggleList(false),
    show(place) {
      const stop = stops[place.at];
      const halted = isHalted(stops, place);
      mark(element, 'data-halted', halted);
      say(title, halted ? t('class.predict') : stop.title);
      say(text, halted ? '' : stop.text);
      say(question, halted || !stop.before ? stop.question : ''); // what was asked before the year is answered by it
      const statement = halted || !stop.statement ? null : facts.statements.get(stop.statement);
      told.replaceChildren(
        ...(statement
          ? [
              h(
                'button',
                {type: 'button', class: 'link', onclick: acts.words},
                `${statement.speaker}, ${longDate(statement.date)}`,
              ),
            ]
          : []),
      );
      say(
        sources,
        halted || !stop.sources.length
          ? ''
          : t('class.sources', {
              sources: [...new Set(stop.sources.map((id) => facts.sources[id].producer))].join('; '),
            }),
      );
      say(count, t('class.count', {at: place.at + 1, all: stops.length}));
      mark(count, 'title', t('class.list'));
      for (const [i, item] of items.entries()) mark(item, 'aria-current', i === place.at ? 'step' : null);
      for (const [name, done] of [
        ['previous', place.at === 0],
        ['next', place.at === stops.length - 1 && !halted],
      ])
        bar.querySelector(`[data-act=${name}]`).disabled = done;
    },
    spoken(place) {
      const stop = stops[place.at];
      return isHalted(stops, place)
        ? [t('class.predict'), stop.question].join(' ')
        : [stop.year, stop.title, stop.text, !stop.before && stop.question].filter(Boolean).join('. ');
    },
  };
}
