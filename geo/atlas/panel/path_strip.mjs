// A country's path as a small strip: every format and bloc a bar over the years, a line at the day shown; beneath, the
// same in words.

import {stripRows} from '../core/path_rows.mjs';
import {decimalYear, longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';

/** @import {Bar, Facts, Translate} from '../types' */

/**
 * The strip; `follow(day)` moves its line.
 * @param {{facts: Facts, bars: Bar[], t: Translate}} options
 * @returns {{element: HTMLElement, follow: (day: number) => void}}
 */
export function createStrip({facts, bars, t}) {
  const {first, last, as_of: asOf} = facts;
  const span = last + 1 - first;
  const percent = (/** @type {number} */ at) =>
    `${Math.max(0, Math.min(100, ((at - first) / span) * 100)).toFixed(2)}%`;
  const cursor = h('div', {class: 'strip-cursor'});
  /** @type {string[]} */
  const told = [];
  const rows = stripRows(bars).map(({label, kind, bars: these}) =>
    h(
      'div',
      {class: 'strip-row'},
      h('span', {class: 'strip-label'}, label),
      h(
        'span',
        {class: 'strip-track'},
        these.map((bar) => {
          const left = percent(decimalYear(bar.start));
          const right = percent(bar.end ? decimalYear(bar.end) : decimalYear(asOf));
          const text = [
            label,
            bar.detail,
            longDate(bar.start),
            '–',
            bar.end ? longDate(bar.end) : '',
            bar.unsure ? `(${t('card.unsure')})` : '',
          ]
            .filter(Boolean)
            .join(' ');
          told.push(text);
          return h('span', {
            class: 'bar',
            'data-kind': kind,
            'data-status': bar.status,
            'data-unsure': bar.unsure,
            title: text,
            style: {left, width: `calc(${right} - ${left})`},
          });
        }),
      ),
    ),
  );
  const decades = [];
  for (let year = Math.ceil(first / 10) * 10; year <= last; year += 10) {
    decades.push(
      h('span', {class: 'strip-decade', 'data-minor': year % 20 !== 0, style: {left: percent(year)}}, String(year)),
    );
  }
  return {
    element: h(
      'div',
      {class: 'strip'},
      h('div', {class: 'strip-rows', 'aria-hidden': 'true'}, rows, h('div', {class: 'strip-overlay'}, cursor)),
      h('div', {class: 'strip-axis', 'aria-hidden': 'true'}, decades),
      // The stretches of a membership stand under it in words anyway.
      !facts.membership &&
        h(
          'details',
          {class: 'card-more'},
          h('summary', {}, t('card.dates')),
          h(
            'ul',
            {class: 'notes'},
            told.map((text) => h('li', {}, text)),
          ),
        ),
    ),
    // The line stands at the end of the day, so that a bar which begins on it is touched.
    follow: (day) => cursor.style.setProperty('left', percent(decimalYear(facts.isoOf(day + 1)))),
  };
}
