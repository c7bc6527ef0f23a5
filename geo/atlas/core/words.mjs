// Words and dates as a reader meets them. The words themselves come with the facts.

/** @import {Words, WordsOfTopic} from '../payload' */

const months = new Intl.DateTimeFormat('en', {month: 'long', timeZone: 'UTC'});
export const MONTHS = Array.from({length: 12}, (_, month) => months.format(Date.UTC(2001, month)));

/** What is filled in, as it stands in a text. */
export const FIELD = /\{(\w+)\}/g;

/** @param {string} template @param {Record<string, unknown>} values */
export const fill = (template, values) => template.replace(FIELD, (field, name) => String(values[name] ?? field));

/**
 * Look a word up: word(words, 'card.since', {date: '1999'}). An unknown key is an error, not a blank.
 * @param {Words | WordsOfTopic} words
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export function word(words, key, values = {}) {
  /** @type {unknown} */
  let text = words;
  for (const part of key.split('.')) text = /** @type {Record<string, unknown> | undefined} */ (text)?.[part];
  if (typeof text !== 'string') throw new Error(`no word for ${key}`);
  return fill(text, values);
}

/**
 * 1999-03-12 -> 12 March 1999; 1995-02 -> February 1995; 1950 -> 1950.
 * @param {string | null | undefined} iso
 * @returns {string}
 */
export function longDate(iso) {
  if (!iso) return '';
  const [year, month, day] = iso.split('-').map(Number);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}

const DATE = new RegExp(`(?:\\b\\d{1,2} )?\\b(?:${MONTHS.join('|')})\\b(?: \\d{4}\\b)?`, 'g');

/** A text none of whose dates breaks over two lines: geo/publish/unbroken.py has the same for paper. */
export const wholeDates = (/** @type {string} */ text) => text.replace(DATE, (date) => date.replaceAll(' ', '\u00a0'));

/**
 * 1999-03-12 -> 12 March; 1995-09 -> September; 1950 -> ''.
 * @param {string | null | undefined} iso
 * @returns {string}
 */
export const dayOfYear = (iso) => longDate(iso).replace(/ ?\d{4}$/, '');

/**
 * 1999-03-12 -> 1999.19, for placing on an axis.
 * @param {string} iso
 * @returns {number}
 */
export function decimalYear(iso) {
  const [year, month = 1, day = 1] = iso.split('-').map(Number);
  return (
    year + (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1))
  );
}
