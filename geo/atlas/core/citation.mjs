// How a view is cited. The templates come with the facts; data/citation.py writes the same.

import {entry} from './lookup.mjs';
import {longDate} from './words.mjs';

/** @import {CitationTemplates, IndexedFacts, State, Translate} from '../types' */

/** @param {string} template @param {Record<string, string>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (field, name) => values[name] ?? field);

/** @param {string} name @param {string} iso @returns {Record<string, string>} */
function dayFields(name, iso) {
  const [day, month, year] = longDate(iso).split(' ');
  return {[`${name}_day`]: day, [`${name}_month`]: month, [`${name}_year`]: year};
}

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
    return {part: t(`cite.country_${at}`, {name: facts.nameOn(country, day), when}), row: `units/${country}`};
  return {part: t(`cite.map_${at}`, {view: t(`view.${view}`), when}), row: ''};
}

/**
 * A reference in a style, `accessed` on a day.
 * @param {{citation: CitationTemplates, version: string, as_of: string}} facts
 * @param {string} style
 * @param {{part: string, row: string}} shown
 * @param {{address: string, accessed: string}} reading
 */
export function citation({citation: templates, version, as_of: asOf}, style, {part, row}, {address, accessed}) {
  const {work, title, row: partWithRow, styles} = templates;
  const wholeTitle = fill(title, {part: row ? fill(partWithRow, {part, row}) : part, work});
  return fill(styles[style], {
    title: wholeTitle,
    version,
    address,
    ...dayFields('as_of', asOf),
    ...dayFields('accessed', accessed),
  });
}
