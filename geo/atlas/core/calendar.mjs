// Days as numbers, whole days since the first day of the atlas; years as the days of their pictures.

import {keep} from './lookup.mjs';
import {MONTHS} from './words.mjs';

const DAY_MS = 86_400_000;
const FULL = /^(\d{4})-(\d{2})-(\d{2})$/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const SPELLED = /^(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const LEAST_LETTERS = 3; // of the name of a month

/**
 * A real day of the calendar as 2008-04-03, or null.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {string | null}
 */
function isoOfParts(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** @param {string} name April, apr, Sept; 0 for none */
function monthNumber(name) {
  const start = name.toLowerCase();
  return start.length < LEAST_LETTERS ? 0 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/**
 * A day as people type it: 2008-04-03, 3.4.2008 or 3 April 2008; null for anything else and for days that no calendar
 * has.
 * @param {string} text
 * @returns {string | null} as 2008-04-03
 */
export function readDay(text) {
  const typed = text.trim();
  const [, fullYear, fullMonth, fullDay] = FULL.exec(typed) ?? [];
  if (fullYear) return isoOfParts(Number(fullYear), Number(fullMonth), Number(fullDay));
  const [, day, month, year] = DOTTED.exec(typed) ?? [];
  if (day) return isoOfParts(Number(year), Number(month), Number(day));
  const [, spelledDay, name, spelledYear] = SPELLED.exec(typed) ?? [];
  return spelledDay ? isoOfParts(Number(spelledYear), monthNumber(name), Number(spelledDay)) : null;
}

/**
 * The days of an atlas.
 * @param {{first: number, last: number, first_day: string, as_of: string, years: {year: number, day: number}[],
 *   membership?: {begins: number, opens: number}}} facts a membership may begin long after the day from which days are
 *   counted, and open before its last, when it is no more
 */
export function createCalendar({first, last, first_day: firstDay, as_of: asOf, years, membership}) {
  const start = Date.parse(firstDay);
  const numberOf = (/** @type {string} */ iso) => Math.round((Date.parse(iso) - start) / DAY_MS);
  const isoOf = keep((/** @type {number} */ day) => new Date(start + day * DAY_MS).toISOString().slice(0, 10));
  const ends = years.map(({day}) => day);
  const begins = membership?.begins ?? 0;
  const lastDay = numberOf(asOf);
  const opens = membership?.opens ?? lastDay;
  /** The day of a year's picture: 31 December, or the last day of the atlas. */
  const yearEnd = (/** @type {number} */ year) => ends[Math.min(last, Math.max(first, year)) - first];
  /** The year of a day: that of the first picture not before it. */
  function yearOf(/** @type {number} */ day) {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < day) low = middle + 1;
      else high = middle;
    }
    return first + low;
  }
  const isYearEnd = (/** @type {number} */ day) => yearEnd(yearOf(day)) === day;
  return {
    begins,
    lastDay,
    opens,
    numberOf,
    isoOf,
    yearEnd,
    yearOf,
    isYearEnd,
    /** Whether a day, as 2008-04-03, is one of the atlas. */
    holds: (/** @type {string} */ iso) => numberOf(iso) >= begins && numberOf(iso) <= lastDay,
    /** The year end that is so many years on, counted from a year end or, within a year, from the day itself. */
    yearEndBeside(/** @type {number} */ day, /** @type {number} */ years) {
      const year = yearOf(day) + years;
      return yearEnd(years > 0 && !isYearEnd(day) ? year - 1 : year);
    },
  };
}
