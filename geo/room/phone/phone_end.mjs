// What covers the map of a phone: the board, and the end of the room.

import {h} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {FromRoom, Row} from '../messages' */
/** @typedef {Extract<FromRoom, {kind: 'you'}> | null} You */

/** @param {{t: Translate}} options */
export function createCover({t}) {
  /** @type {You} */
  let you = null;
  let of = 0;
  const element = h('section', {class: 'phone-cover', hidden: true, 'aria-live': 'polite'});
  const isOwn = (/** @type {Row} */ {name, team}) => Boolean(you) && (team ? you?.team === team : you?.name === name);
  const rowOf = (/** @type {Row} */ row) =>
    h(
      'li',
      {class: 'phone-row', 'data-own': isOwn(row)},
      h('span', {class: 'phone-place'}, String(row.place)),
      h('span', {}, row.team ? t('team', {team: row.team}) : row.name),
      h('span', {class: 'phone-vote-n'}, row.team ? t('percent', {n: row.points}) : String(row.points)),
    );
  const own = () => (you && of ? [h('p', {class: 'phone-own'}, t('own', {n: you.rightly, of}))] : []);
  function cover(/** @type {HTMLElement[]} */ nodes) {
    element.hidden = !nodes.length;
    element.replaceChildren(...nodes);
  }
  return {
    element,
    /** Whose phone it is, null for nobody's any more; of how many questions its right answers are. */
    know: (/** @type {You} */ next) => (you = next),
    count: (/** @type {number} */ next) => (of = next),
    /** The first places, and what this phone has; nothing while the wall does not show them. */
    board(/** @type {Extract<FromRoom, {kind: 'board'}>} */ {shown, rows}) {
      const places = rows.map((row) => rowOf(row));
      const list = places.length ? h('ol', {class: 'phone-board'}, places) : h('p', {}, t('board_empty'));
      cover(shown ? [h('h2', {}, t('board')), list, ...own()] : []);
    },
    /** What the room was for this phone. */
    end: () => cover([h('h2', {}, t('over')), ...own(), h('a', {class: 'phone-link', href: 'class'}, t('lesson'))]),
    clear: () => cover([]),
  };
}
