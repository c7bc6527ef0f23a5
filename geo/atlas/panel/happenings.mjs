// What happened beside the events: uses of Articles 4 and 5 and treaties of arms control, among the events of a year.

import {h} from '../dom.mjs';

/** @import {EventRow, Sign} from '../payload' */
/** @import {Facts, Translate} from '../types' */

/**
 * The events of a year and what happened beside them, in the order of their days.
 * @param {Facts} facts
 * @param {number} year
 * @param {EventRow[]} events
 */
export const allOfYear = (facts, year, events) =>
  [...events, ...facts.happenings.filter(({day, told}) => !told && facts.yearOf(day) === year)].sort(
    (one, other) => one.day - other.day,
  );

/**
 * The quiet sign before a title; nothing for an event without one.
 * @param {Sign} sign
 * @param {Translate} t
 */
export const signOf = (sign, t) => sign && h('span', {class: 'event-sign', 'data-sign': sign}, t(`sign.${sign}`));
