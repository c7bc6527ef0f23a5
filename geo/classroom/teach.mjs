// The teacher's page: the pupil's with all that leads a lesson, or the speaker's notes beside it.

import {ofPage} from '../atlas/core/of_page.mjs';
import {placeOf} from '../atlas/core/keys.mjs';
import {leadIn} from './afar/led.mjs';
import {createNotesAfar} from './afar/notes_afar.mjs';
import {createPhoneSheet} from './afar/phone_sheet.mjs';
import {openDocument} from './class_document.mjs';
import {createClassPage} from './class_page.mjs';
import {mountInk} from './ink/draw.mjs';
import {mountFootMore} from './leading/foot_more.mjs';
import {mountFreeze} from './leading/freeze.mjs';
import {mountPresenter} from './leading/presenter.mjs';
import {LEADING_ROWS, leadingActOf} from './leading/teacher_keys.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {mountHandingOn} from './link/handing_on.mjs';
import {mountLive} from './live/live.mjs';
import {mountNotesBelow} from './notes/notes_below.mjs';
import {isOfNotes, mountNotes} from './notes/notes_link.mjs';
import {createNotesMaps} from './notes/notes_maps.mjs';
import {createNotesWindow} from './notes/notes_window.mjs';

/** @import {Held, TeachersLesson} from './types' */

function actOf(/** @type {KeyboardEvent} */ event) {
  const place = placeOf(event.composedPath());
  return leadingActOf(event, place, false) ?? lessonActOf(event, place, true);
}

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
  else {
    const of = ofPage(held.facts);
    createNotesWindow(root, {...options, of, sheet: createPhoneSheet({t, of})});
  }
  return true;
}

/** Whether the page tells of a membership that somebody brought along. */
const isOfAPerson = (/** @type {Held['facts']} */ {membership}) => membership?.id === null;

openDocument('teach', (root, held) => {
  if (openNotesPage(root, held)) return undefined;
  const leading = [mountInk, mountNotes, mountNotesBelow, mountFreeze, mountPresenter];
  const answering = isOfAPerson(held.facts) ? [] : [mountLive]; // no phone could know of it
  const extras = [...leading, ...answering, mountHandingOn, mountFootMore];
  return createClassPage(root, {...held, keys: LEADING_ROWS, leads: leadingActOf, extras});
});
