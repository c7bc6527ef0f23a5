// The class page: the atlas with a lesson over it, or the speaker's notes beside it. All it shows stands in the page
// itself.

import {placeOf} from '../atlas/core/keys.mjs';
import {word} from '../atlas/core/words.mjs';
import {createClassPage} from './class_page.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {NOTES_HASH} from './notes/notes_link.mjs';
import {createNotesWindow} from './notes/notes_window.mjs';

/** @import {RawFacts, Sources, Translate, View} from '../atlas/types' */
/** @import {Bank, Lesson} from './types' */

const dataOf = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? '');
const root = /** @type {HTMLElement} */ (document.querySelector('[data-atlas]'));
/** @type {RawFacts} */
const facts = dataOf('facts');
/** @type {Sources} */
const sources = dataOf('sources');
/** @type {Lesson} */
const lesson = dataOf('lesson');
/** @type {Bank} */
const bank = dataOf('quiz');
/** @type {Record<string, View>} */
const drawn = dataOf('views');
/** @type {Translate} */
const t = (key, values) => word(facts.words, key, values);

const dark = matchMedia('(prefers-color-scheme: dark)');
const showTheme = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
dark.addEventListener('change', showTheme);
showTheme();

function start() {
  if (location.hash === NOTES_HASH && window.opener) return startNotes();
  const views = new Map(Object.entries(drawn)); // an address chooses among them
  const late = {sources, forces: dataOf('forces'), searchData: dataOf('search'), earData: dataOf('ear')};
  return createClassPage(root, {facts, late, lesson, views, bank, t});
}
function startNotes() {
  root.className = 'notes-window';
  root.dataset.ready = 'true';
  document.title = t('notes.title', {title: lesson.title});
  createNotesWindow(root, {lesson, t, actOf: (event) => lessonActOf(event, placeOf(event.composedPath()), true)});
}

// Names are laid out by the width of their letters: those of the page's own typeface, which stands inside it.
document.fonts.load("16px 'Eastward Sans'").then(start, start);
