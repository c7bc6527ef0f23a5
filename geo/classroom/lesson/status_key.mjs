// Beneath the map on the wall, what the colours mean, and the signs on it.

import {createDebounce} from '../../atlas/core/debounce.mjs';
import {keyRows} from '../../atlas/core/key.mjs';
import {onMap, statusesBeyond} from '../../atlas/core/on_map.mjs';
import {h, mark, say} from '../../atlas/dom.mjs';
import {createNameList} from '../../atlas/name_list.mjs';
import {createSignKey} from '../../atlas/sign_key.mjs';
import {createStatusRows} from '../../atlas/status_rows.mjs';
import {scrollByKeys} from './scroll_by_keys.mjs';

/** @import {Part, State, Translate} from '../../atlas/types' */
/** @import {Atlas} from '../types' */

const SIGNS_MS = 60; // text that takes layout follows the hand at this distance

/**
 * The statuses of a day in large letters, of which one that nobody has takes no room; then the signs of the map.
 * @param {{
 *   root: HTMLElement, atlas: Pick<Atlas, 'facts' | 'inSight' | 'store'>, t: Translate, notes?: number,
 * }} of `root` holds the map, so many `notes` on the ground have room
 * @returns {Part<State>}
 */
export function createStatusKey({root, atlas, t, notes = Infinity}) {
  const {facts} = atlas;
  const rows = createStatusRows({facts, t});
  const note = h('p', {class: 'key-note', 'data-ground-notes': ''});
  const signKey = createSignKey({facts, t});
  const looked = createDebounce(() => {
    const {view, sight} = atlas.inSight();
    const state = atlas.store.get();
    const beyond = statusesBeyond({facts, view, day: state.day, frame: sight.frame});
    rows.leaveOut(beyond);
    signKey.show(keyRows(onMap({facts, view, sight, state, beyond}), facts));
  }, SIGNS_MS);
  const signs = h('div', {class: 'key-signs'}, createNameList({root, t}), signKey.element);
  const parts = [rows.element, signs, note];
  const area = h('section', {class: 'key', 'aria-label': t('panel.legend')}, parts);
  scrollByKeys(area, parts);
  for (const kind of ['camera', 'folded']) root.addEventListener(kind, looked.schedule);
  return {
    element: area,
    show({day}) {
      const said = facts.groundNotesOn(day).slice(0, notes).join(' ');
      say(note, said);
      mark(note, 'hidden', !said);
      rows.show({day});
      looked.schedule();
    },
  };
}
