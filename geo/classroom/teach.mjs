// The teacher's page: the pupil's with all that leads a lesson, or the speaker's notes beside it.

import {placeOf} from '../atlas/core/keys.mjs';
import {openDocument} from './class_document.mjs';
import {createClassPage} from './class_page.mjs';
import {mountFreeze} from './freeze.mjs';
import {mountInk} from './ink/draw.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {mountNotesBelow} from './notes/notes_below.mjs';
import {mountNotes, NOTES_HASH} from './notes/notes_link.mjs';
import {createNotesMaps} from './notes/notes_maps.mjs';
import {createNotesWindow} from './notes/notes_window.mjs';
import {mountPresenter} from './presenter.mjs';
import {LEADING_ROWS} from './teacher_keys.mjs';

/** @import {Held, TeachersLesson} from './types' */

const actOf = (/** @type {KeyboardEvent} */ event) => lessonActOf(event, placeOf(event.composedPath()), true);

function openNotes(/** @type {HTMLElement} */ root, /** @type {Held} */ held) {
  const {t} = held;
  const lesson = /** @type {TeachersLesson} */ (held.lesson);
  root.className = 'notes notes-window';
  root.dataset.ready = 'true';
  document.title = t('notes.title', {title: lesson.title});
  createNotesWindow(root, {lesson, t, maps: createNotesMaps(held), actOf});
}

openDocument((root, held) => {
  if (location.hash === NOTES_HASH && window.opener) return openNotes(root, held);
  const extras = [mountInk, mountNotes, mountNotesBelow, mountFreeze, mountPresenter];
  return createClassPage(root, {...held, keys: LEADING_ROWS, extras});
});
