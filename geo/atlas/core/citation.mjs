// How a view is cited. The templates come with the facts; data/citation.py writes the same.

import {entry} from './lookup.mjs';
import {FIELD, fill, longDate} from './words.mjs';

/** @import {IndexedFacts, RawFacts, State, Translate} from '../types' */

const NO_KEY = /[^A-Za-z0-9.]+/g;
const VERBATIM = ['address', 'key']; // what BibTeX takes as it stands
const FROM_A_FILE = 'class'; // the one page that is given away as a file, whose own address leads nobody anywhere

/** @param {string} name @param {string} iso @returns {Record<string, string>} */
function dayFields(name, iso) {
  const [day, month, year] = longDate(iso).split(' ');
  const told = {day, month, year, iso, slashed: iso.replaceAll('-', '/')};
  return Object.fromEntries(Object.entries(told).map(([field, value]) => [`${name}_${field}`, value]));
}

/**
 * What stands behind the address of an instance for a page: `class?stop=5`, or the query alone on the atlas's own.
 * @param {Pick<Location, 'protocol' | 'pathname' | 'search'>} location
 */
export const pathOf = ({protocol, pathname, search}) =>
  `${protocol === 'file:' ? FROM_A_FILE : pathname.split('/').at(-1)}${search}`;

/**
 * Which part of the atlas a state shows, and the row of a table that it rests on.
 * @param {IndexedFacts} facts
 * @param {Pick<State, 'day' | 'view' | 'country' | 'statement'>} state
 * @param {Translate} t
 * @returns {{part: string, row: string}}
 */
export function partOf(facts, {day, view, country, statement}, t) {
  if (statement) {
    const {speaker, date} = entry(facts.statements, statement);
    return {part: t('cite.statement', {speaker, date: longDate(date)}), row: `statements/${statement}`};
  }
  const when = facts.whenOn(day);
  const at = facts.isYearEnd(day) ? 'year' : 'day';
  if (country)
    return {part: t(`cite.country_${at}`, {name: facts.nameOn(country, day), when}), row: facts.rowOf(country)};
  return {part: t(`cite.map_${at}`, {view: t(`view.${view}`), when}), row: ''};
}

/**
 * A reference in a style, to what stands at `path` behind the address of an instance, `accessed` on a day.
 * @param {Pick<RawFacts, 'citation' | 'version' | 'as_of'>} facts
 * @param {string} style
 * @param {{part: string, row: string}} shown
 * @param {{path: string, accessed: string}} reading
 */
export function citation({citation: told, version, as_of: asOf}, style, {part, row}, {path, accessed}) {
  const {author, work, title, row: partWithRow, styles, bibtex_escapes: escapes, edition, date, address} = told;
  /** @type {Record<string, string>} */
  const plain = {
    author,
    title: fill(title, {part: row ? fill(partWithRow, {part, row}) : part, work}),
    edition,
    key: `eastward-${version}-${path}`.replace(NO_KEY, '-').replace(/^-+|-+$/g, ''),
    address: address && `${address}${path}`,
    path: address ? '' : `/${path}`,
    ...dayFields('edition', date),
    ...dayFields('as_of', asOf),
    ...dayFields('accessed', accessed),
  };
  const escaped = (/** @type {string} */ text) => text.replace(/./gs, (sign) => escapes[sign] ?? sign);
  const fields =
    style === 'bibtex'
      ? Object.fromEntries(
          Object.entries(plain).map(([name, text]) => [name, VERBATIM.includes(name) ? text : escaped(text)]),
        )
      : plain;
  return styles[style]
    .filter((piece) => [...piece.matchAll(FIELD)].every(([, name]) => fields[name]))
    .map((piece) => fill(piece, fields))
    .join('');
}
