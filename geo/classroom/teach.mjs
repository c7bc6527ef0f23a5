// The teacher's page: the pupil's with all that leads a lesson, or the speaker's notes beside it.

import {placeOf} from '../atlas/core/keys.mjs';
import {leadIn} from './afar/led.mjs';
import {createNotesAfar} from './afar/notes_afar.mjs';
import {createPhoneSheet} from './afar/phone_sheet.mjs';
import {openDocument} from './class_document.mjs';
import {createClassPage} from './class_page.mjs';
import {mountFreeze} from './freeze.mjs';
import {mountInk} from './ink/draw.mjs';
import {mountLive} from './live/live.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {mountHandingOn} from './link/handing_on.mjs';
import {mountNotesBelow} from './notes/notes_below.mjs';
import {isOfNotes, mountNotes} from './notes/notes_link.mjs';
import {createNotesMaps} from './notes/notes_maps.mjs';
import {createNotesWindow} from './notes/notes_window.mjs';
import {mountPresenter} from './presenter.mjs';
import {LEADING_ROWS} from './teacher_keys.mjs';

/** @import {Held, TeachersLesson} from './types' */

const actOf = (/** @type {KeyboardEvent} */ event) => lessonActOf(event, placeOf(event.composedPath()), true);

/** The notes as a page: in a window that the wall opened, or wherever the room's key is. */
function openNotesPage(/** @type {HTMLElement} */ root, /** @type {Held} */ held) {
  const lead = location.protocol.startsWith('http') ? leadIn(location.hash) : null;
  if (!lead && !(isOfNotes(location.hash) && window.opener)) return false;
  const {t} = held;
  const lesson = /** @type {TeachersLesson} */ (held.lesson);
  root.className = 'notes notes-window';
  root.dataset.ready = 'true';
  document.title = t('notes.title', {title: lesson.title});
  const options = {lesson, t, maps: createNotesMaps(held), actOf};
  if (lead) createNotesAfar(root, {...options, lead});
  else createNotesWindow(root, {...options, sheet: createPhoneSheet({t})});
  return true;
}

openDocument((root, held) => {
  if (openNotesPage(root, held)) return undefined;
  const leading = [mountInk, mountNotes, mountNotesBelow, mountFreeze, mountPresenter];
  const answering = held.facts.membership ? [] : [mountLive]; // a room asks what the quiz asks
  return createClassPage(root, {...held, keys: LEADING_ROWS, extras: [...leading, ...answering, mountHandingOn]});
});
