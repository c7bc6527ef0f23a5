// The key of a picture: the fills, what others did not recognise, the numbers that stand for names on its map, and the
// signs on it.

import {keyRows, rowsBeforeNumbers} from '../core/key.mjs';
import {allInWords, namedOnce} from '../core/members_beyond.mjs';
import {isOnMap, lostOf} from '../core/name_numbers.mjs';
import {onMap} from '../core/on_map.mjs';
import {longDate} from '../core/words.mjs';
import {h, s} from '../dom.mjs';
import {labelOf, signIcon} from '../sign_icon.mjs';
import {copyOf} from './picture_copy.mjs';

/** @import {Out} from '../core/members_beyond.mjs' */
/** @import {Listed} from '../core/name_numbers.mjs' */
/** @import {createColumn} from './picture_column.mjs' */
/** @import {Props} from '../dom.mjs' */
/** @typedef {ReturnType<typeof createColumn>} Column */
/** @import {Facts, Stage, State, Translate} from '../types' */
/** @typedef {{sign: (Node | null)[], label: string, count: string, more?: Props}} Line `more`: attributes of words */

const [NUMBER_X, NUMBER_Y, NUMBER_PX] = [18, 20, 21]; // in the box of a sign

/**
 * Signs as they look on the page: `root` lends them its colours while they are copied.
 * @param {HTMLElement} root
 * @param {SVGSVGElement[]} icons
 */
function copiesOf(root, icons) {
  const place = h('div', {inert: true, style: {position: 'fixed', left: '-100px', top: '0'}}, icons);
  root.append(place);
  try {
    return icons.map((icon) => [...icon.childNodes].map(copyOf));
  } finally {
    place.remove();
  }
}

/**
 * The names that stand as numbers on a map, or by the gold of who joined, then those without either, by their fills.
 * @param {Listed[]} listed
 * @param {{t: Translate, signOf: (sign: string) => (Node | null)[], text: string, quiet: string}} of the names of who
 *   joined are bold, as on the map
 * @returns {Line[]}
 */
function linesOfNumbers(listed, {t, signOf, text, quiet}) {
  const look = {'font-size': NUMBER_PX, 'font-weight': 700, 'text-anchor': 'middle', fill: text};
  const numberOf = (/** @type {string} */ number) => [s('text', {x: NUMBER_X, y: NUMBER_Y, ...look}, number)];
  const lead = {sign: [], label: t('key.numbers'), more: {fill: quiet}};
  const lines = listed.filter(isOnMap).map((each) => ({
    sign: each.number ? numberOf(each.number) : signOf('joined'),
    label: each.text,
    more: {'font-weight': each.joined ? 700 : 400},
  }));
  return [
    ...(lines.length ? [lead, ...lines] : []),
    ...lostOf(listed).map(({status, names}) => ({sign: signOf(status), label: t('key.numbers_also', {names})})),
  ].map((line) => ({count: '', ...line}));
}

/**
 * The key of what a stage shows, into a column; or into several side by side, each with its part of the rows.
 * @param {Column | Column[]} into
 * @param {{stage: Stage, listed: Listed[], root: HTMLElement, facts: Facts, t: Translate, state: State, text: string,
 *   quiet: string, out: Out}} of `listed` are the names that stand as numbers, `out` is what lies beyond the map
 */
export function keyIn(into, {stage, listed, root, facts, t, state, text, quiet, out}) {
  const columns = [into].flat();
  const [column] = columns;
  const [{view}, sight] = [stage, stage.sight()];
  const rows = keyRows(onMap({facts, view, state, sight, out: namedOnce(out)}), facts);
  const signs = copiesOf(
    root,
    rows.map(({sign}) => signIcon(facts, sign, {patterns: state.patterns, nth: 0})),
  );
  const fills = rows.filter(({count}) => count).length;
  /** @type {Line[]} */
  const lines = rows.map((row, i) => ({sign: signs[i], label: labelOf(t, row), count: String(row.count || '')}));
  const signOf = (/** @type {string} */ sign) => copiesOf(root, [signIcon(facts, sign, state)])[0];
  lines.splice(rowsBeforeNumbers(rows), 0, ...linesOfNumbers(listed, {t, signOf, text, quiet}));
  lines.push(
    ...allInWords(out.beyond, t)
      .filter(Boolean)
      .map((label) => ({sign: [], label, count: ''})),
  );
  column.lines(t('panel.states_of', {day: longDate(facts.isoOf(state.day))}), 22, {'font-weight': 700});
  column.gap(8);
  for (const other of columns.slice(1)) other.gap(22 * 1.25 + 8); // beside the heading
  const each = Math.ceil(lines.length / columns.length);
  lines.forEach((line, i) => {
    const here = columns[Math.floor(i / each)];
    if (i === fills && columns.length === 1) here.rule(8, 8);
    here.row(line.sign, line.label, line.count, line.more);
    if (i === fills - 1) for (const told of out.notes) here.lines(told, 18, {fill: quiet});
  });
}
