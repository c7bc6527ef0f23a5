// The legend: one row a status that somebody has, with its count of states; a click singles it out. Beneath, notes on
// ground whose fill and name do not tell all.

import {calledIn} from '../core/out_of_sight.mjs';
import {focusBeside, h, mark, say} from '../dom.mjs';

/** @import {Out} from '../core/members_beyond.mjs' */
/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * The legend; `onSolo(status)` is a click on a row.
 * @param {{facts: Facts, t: Translate, onSolo: (status: string) => void}} options
 * @returns {Part<Pick<State, 'day' | 'solo'>> & {note: HTMLElement, tellOut: (out: Out) => void}}
 */
export function createLegend({facts, t, onSolo}) {
  const rows = facts.statuses.map((status) => {
    const count = h('span', {class: 'legend-count'});
    const label = h('span', {class: 'legend-label'});
    const button = h(
      'button',
      {
        type: 'button',
        class: 'legend-row',
        'data-status': status,
        'aria-pressed': 'false',
        onclick: () => onSolo(status),
      },
      h('span', {class: 'swatch', 'data-status': status, 'aria-hidden': 'true'}),
      label,
      count,
    );
    return {status, button, label, count, n: -1, called: ''};
  });
  const note = h('p', {class: 'legend-note quiet', 'data-ground-notes': ''});
  const element = h(
    'div',
    {class: 'legend', 'data-legend': '', role: 'group', 'aria-label': t('panel.legend')},
    rows.map(({button}) => button),
  );
  /** @type {string | null | undefined} */
  let alone;
  /** @type {Pick<Out, 'statuses' | 'specks'>} */
  let seen = {statuses: [], specks: {}};
  /** A status nobody has takes no room, unless the reader is at its row. */
  function showRows() {
    for (const {status, button, n} of rows)
      mark(button, 'hidden', n === 0 && status !== alone && focusBeside(button) !== button);
  }
  const sayLabel = (/** @type {typeof rows[number]} */ {status, label, called}) =>
    say(label, calledIn(seen, status, called, t));
  element.addEventListener('focusout', () => queueMicrotask(showRows));
  return {
    element,
    /** Stands after the signs: whatever it takes, what explains the map is in sight. */
    note,
    /** Tell of which statuses nothing is seen on the map, and what is to be said of ground that is. */
    tellOut(out) {
      seen = out;
      const said = out.notes.join(' ');
      say(note, said);
      mark(note, 'hidden', !said);
      rows.forEach(sayLabel);
    },
    show({day, solo}) {
      const counts = facts.countsOn(day);
      let isOther = solo !== alone;
      for (const row of rows) {
        const n = counts[row.status];
        const called = facts.calledOn(row.status, day);
        if (called.label !== row.called) mark(row.button, 'title', called.meaning);
        row.called = called.label;
        sayLabel(row);
        if (n === row.n) continue;
        isOther ||= !n || !row.n;
        row.n = n;
        mark(row.button, 'data-count', n);
        say(row.count, String(n));
      }
      if (solo !== alone) {
        alone = solo;
        for (const {status, button} of rows) mark(button, 'aria-pressed', String(solo === status));
      }
      if (isOther) showRows();
    },
  };
}
