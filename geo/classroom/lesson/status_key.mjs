// Beneath the map on the wall, what the colours mean, and the signs on it.

import {createDebounce} from '../../atlas/core/debounce.mjs';
import {keyRows} from '../../atlas/core/key.mjs';
import {allInWords, createOut, namedOnce} from '../../atlas/core/members_beyond.mjs';
import {onMap} from '../../atlas/core/on_map.mjs';
import {h, mark, say} from '../../atlas/dom.mjs';
import {createNameList} from '../../atlas/name_list.mjs';
import {createSignKey} from '../../atlas/sign_key.mjs';
import {createStatusRows} from '../../atlas/status_rows.mjs';
import {scrollByKeys} from '../../atlas/scroll_by_keys.mjs';

/** @import {Part, State, Translate} from '../../atlas/types' */
/** @import {Atlas} from '../types' */

const SIGNS_MS = 60; // text that takes layout follows the hand at this distance
const lengthOf = (/** @type {Element} */ element) => Number(element.textContent?.length);

/**
 * The statuses of a day in large letters, of which one that nobody has takes no room; then the signs of the map.
 * @param {{root: HTMLElement, atlas: Pick<Atlas, 'facts' | 'inSight' | 'store'>, t: Translate}} of `root` holds the map
 * @returns {Part<State>}
 */
export function createStatusKey({root, atlas, t}) {
  const {facts} = atlas;
  const rows = createStatusRows({facts, t});
  const note = h('p', {class: 'key-note', 'data-ground-notes': ''});
  const beyond = ['members', 'others'].map(() => h('p', {class: 'key-beyond', hidden: true}));
  const outOf = createOut(facts);
  const signKey = createSignKey({facts, t});
  /** With the counts they follow: what is out of sight on one day is not on another. */
  function tellOut(/** @type {number} */ day) {
    const {view, sight} = atlas.inSight();
    const out = outOf({view, day, sight});
    rows.tellOut(out);
    const said = out.notes.join(' ');
    say(note, said);
    mark(note, 'hidden', !said);
    // No row says of a status that nothing of it is on the map.
    allInWords({...out.beyond, others: out.all.map(([status, n]) => [status, n])}, t).forEach((words, i) => {
      mark(beyond[i], 'hidden', !words);
      say(beyond[i], words);
    });
    return {view, sight, out: namedOnce(out)};
  }
  const looked = createDebounce(() => {
    const state = atlas.store.get();
    signKey.show(keyRows(onMap({facts, state, ...tellOut(state.day)}), facts));
    // A wall that has no room for all leaves out who is not on it, then whose land it was, as cards tell; then, until
    // its key is opened, whole lists of whom the map has no room for, the longest first. At last its lines are closer.
    const isShort = () => !('keyOpen' in root.dataset) && area.scrollHeight > area.clientHeight + 1;
    const lost = [...names.querySelectorAll('[data-also]')].sort((a, b) => lengthOf(b) - lengthOf(a));
    for (const each of lost) mark(each, 'data-left-out', false);
    mark(area, 'data-close', false);
    if (isShort()) mark(beyond[1], 'hidden', true);
    if (isShort()) say(note, note.innerText.replace(/ \(.*?\)/g, ''));
    for (const each of lost) if (isShort()) mark(each, 'data-left-out', true);
    mark(area, 'data-close', isShort());
  }, SIGNS_MS);
  const names = createNameList({root, t});
  const signs = h('div', {class: 'key-signs'}, names, signKey.element, beyond);
  const notes = h('div', {class: 'key-notes'}, note);
  const parts = [rows.element, signs, notes];
  const area = h('section', {class: 'key', 'aria-label': t('panel.legend')}, parts);
  scrollByKeys(area, parts);
  for (const kind of ['camera', 'folded', 'numbered']) root.addEventListener(kind, looked.schedule);
  return {
    element: area,
    show({day}) {
      rows.show({day});
      tellOut(day);
      looked.schedule();
    },
  };
}
