// The board: the first places, and nobody who is last.

import {h} from '../../atlas/dom.mjs';
import {heading, mainButton, row} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Row} from '../../room/messages' */
/** @import {Page} from './parts.mjs' */

/**
 * @param {{t: Translate, rows: Row[], onBack: () => void}} options
 * @returns {Page}
 */
export function boardPage({t, rows, onBack}) {
  const first = mainButton('board-away', t('board_away'), onBack);
  const list = rows.map(({place, name, team, points}) =>
    h(
      'li',
      {class: 'live-place'},
      h('span', {}, String(place)),
      h('b', {}, team ? t('team', {team}) : name),
      h('span', {}, team ? t('percent', {n: points}) : String(points)),
    ),
  );
  return {
    nodes: [
      heading(t('board')),
      list.length ? h('ol', {class: 'live-board'}, list) : h('p', {}, t('board_empty')),
      h('p', {class: 'live-quiet'}, t('board_explained')),
      row(first),
    ],
    first,
  };
}
