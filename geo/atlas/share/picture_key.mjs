// The key of a picture: the fills, what others did not recognise, and the signs that stand on its map.

import {keyRows} from '../core/key.mjs';
import {onMap} from '../core/on_map.mjs';
import {longDate} from '../core/words.mjs';
import {h} from '../dom.mjs';
import {labelOf, signIcon} from '../sign_icon.mjs';
import {copyOf} from './picture_copy.mjs';

/** @import {createColumn} from './picture_column.mjs' */
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
 * The key of what a stage shows, into a column.
 * @param {ReturnType<typeof createColumn>} column
 * @param {{stage: Stage, root: HTMLElement, facts: Facts, t: Translate, state: State, quiet: string}} of
 */
export function keyIn(column, {stage, root, facts, t, state, quiet}) {
  const {camera, view} = stage;
  const rows = keyRows(onMap({facts, view, state, sight: {frame: camera.frame(), k: camera.get().k}}), facts);
  const signs = copiesOf(
    root,
    rows.map(({sign}) => signIcon(facts, sign, state.patterns)),
  );
  const fills = rows.filter(({count}) => count).length;
  column.lines(t('panel.states_of', {day: longDate(facts.isoOf(state.day))}), 22, {'font-weight': 700});
  column.gap(8);
  const write = (/** @type {number} */ from, /** @type {number} */ to) =>
    rows.slice(from, to).forEach((row, i) => column.row(signs[from + i], labelOf(t, row), String(row.count || '')));
  write(0, fills);
  for (const told of facts.notRecognisedOn(state.day)) column.lines(told, 18, {fill: quiet});
  if (rows.length > fills) column.rule(8, 8);
  write(fills, rows.length);
}
