// The key of a picture: the fills, what others did not recognise, and the signs that stand on its map.

import {keyRows} from '../core/key.mjs';
import {onMap} from '../core/on_map.mjs';
import {outOfSight} from '../core/out_of_sight.mjs';
import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';
import {labelOf, signIcon} from '../sign_icon.mjs';
import {copyOf} from './picture_copy.mjs';

/** @import {createColumn} from './picture_column.mjs' */
/** @typedef {ReturnType<typeof createColumn>} Column */
/** @import {Facts, Stage, State, Translate} from '../types' */

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
 * The key of what a stage shows, into a column; or into several side by side, each with its part of the rows.
 * @param {Column | Column[]} into
 * @param {{stage: Stage, root: HTMLElement, facts: Facts, t: Translate, state: State, quiet: string}} of
 */
export function keyIn(into, {stage, root, facts, t, state, quiet}) {
  const columns = [into].flat();
  const [column] = columns;
  const [{view}, sight] = [stage, stage.sight()];
  const out = outOfSight({facts, view, day: state.day, sight});
  const rows = keyRows(onMap({facts, view, state, sight, out}), facts);
  const signs = copiesOf(
    root,
    rows.map(({sign}) => signIcon(facts, sign, state.patterns)),
  );
  const fills = rows.filter(({count}) => count).length;
  column.lines(t('panel.states_of', {day: longDate(facts.isoOf(state.day))}), 22, {'font-weight': 700});
  column.gap(8);
  for (const other of columns.slice(1)) other.gap(22 * 1.25 + 8); // beside the heading
  const each = Math.ceil(rows.length / columns.length);
  rows.forEach((row, i) => {
    const here = columns[Math.floor(i / each)];
    if (i === fills && columns.length === 1) here.rule(8, 8);
    here.row(signs[i], labelOf(t, row), String(row.count || ''));
    if (i === fills - 1) for (const told of facts.groundNotesOn(state.day)) here.lines(told, 18, {fill: quiet});
  });
}
