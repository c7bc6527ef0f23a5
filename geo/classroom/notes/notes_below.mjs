// The notes below the map, for whoever has one screen.

import {h, mark, passFocus} from '../../atlas/dom.mjs';
import {createNotesPage} from './notes_page.mjs';

/** @import {ClassPage, NotesLink, TeachersLesson, Told} from '../types' */

const TICK_MS = 500;

/**
 * Give a page the notes below its map, after those in a window of their own.
 * @param {ClassPage} page
 */
export function mountNotesBelow({root, atlas, t, act, acts, ...page}) {
  const lesson = /** @type {TeachersLesson} */ (page.lesson);
  const notes = /** @type {NotesLink} */ (page.notes);
  const element = h('section', {class: 'notes notes-below', hidden: true, 'aria-label': t('leading.notes')});
  const below = createNotesPage(element, {lesson, t, onAct: act, onBell: notes.ring, buttons: []});
  function tick() {
    const {clocks, place} = notes.told();
    if (place) below.showClocks(clocks, place, Date.now());
  }
  function show(/** @type {Told} */ told) {
    below.show(told);
    tick();
  }
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticks;
  acts.set('notesBelow', () => {
    const isOn = element.hidden === true;
    if (!isOn) passFocus(element, root.querySelector('.stage'));
    element.hidden = !isOn;
    mark(root, 'data-notes-below', isOn);
    clearInterval(ticks);
    if (isOn) {
      notes.watch(show);
      show(notes.told());
      ticks = setInterval(tick, TICK_MS);
    } else notes.unwatch(show);
    atlas.announce(t(isOn ? 'said.on' : 'said.off', {name: t('notes.below')}));
  });
  root.querySelector('.map-area')?.after(element);
}
