// The teacher's page: the pupil's with all that leads a lesson, or the speaker's notes beside it.

import {placeOf} from '../atlas/core/keys.mjs';
import {openDocument} from './class_document.mjs';
import {createClassPage} from './class_page.mjs';
import {mountLive} from './live/live.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {mountHandingOn} from './link/handing_on.mjs';
import {isOfNotes, mountNotes} from './notes/notes_link.mjs';
import {createNotesWindow} from './notes/notes_window.mjs';
import {mountPresenter} from './presenter.mjs';
import {LEADING_ROWS} from './teacher_keys.mjs';

/** @import {Held, TeachersLesson} from './types' */

function openNotes(/** @type {HTMLElement} */ root, /** @type {Held} */ {lesson: held, t}) {
  const lesson = /** @type {TeachersLesson} */ (held);
  root.className = 'notes-window';
  root.dataset.ready = 'true';
  document.title = t('notes.title', {title: lesson.title});
  createNotesWindow(root, {lesson, t, actOf: (event) => lessonActOf(event, placeOf(event.composedPath()), true)});
}

openDocument((root, held) => {
  if (isOfNotes(location.hash) && window.opener) return openNotes(root, held);
  return createClassPage(root, {
    ...held,
    keys: LEADING_ROWS,
    extras: [mountNotes, mountPresenter, mountLive, mountHandingOn],
  });
});
