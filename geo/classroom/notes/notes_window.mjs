// The notes' side of the link: follows its wall and sends it what the speaker does. Where the wall was closed it can
// open another, at the same place.

import {isSwitchedOff} from '../../atlas/choices.mjs';
import {lessonPart} from '../link/lesson_link.mjs';
import {NOT_BEGUN} from './clocks.mjs';
import {isOurs, OURS, TO_OURS} from './notes_link.mjs';
import {createNotesPage} from './notes_page.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {NotesMaps} from './notes_page.mjs' */
/** @import {PhoneSheet, TeachersLesson, Told} from '../types' */

const GREET_MS = 400;
const TICK_MS = 500;
const WALL = 'eastward-wall';

/**
 * Send the acts of keys on, but for those that are switched off.
 * @param {(event: KeyboardEvent) => string | null} actOf
 * @param {(name: string) => void} onAct
 */
export function listenToNotesKeys(actOf, onAct) {
  document.addEventListener('keydown', (event) => {
    const name = isSwitchedOff(event) ? null : actOf(event);
    if (!name) return;
    event.preventDefault();
    onAct(name);
  });
}

/**
 * Make this window that of the notes; `actOf(event)` is the act that a key asks for, `sheet` brings them to a phone,
 * `of` is the membership of the page in its address.
 * @param {HTMLElement} root
 * @param {{lesson: TeachersLesson, t: Translate, maps: NotesMaps, sheet: PhoneSheet, of: string,
 *   actOf: (event: KeyboardEvent) => string | null}} options
 */
export function createNotesWindow(root, {lesson, t, maps, sheet, of, actOf}) {
  /** @type {Window | null} */
  let wall = window.opener;
  /** @type {Told} */
  let told = {place: null, frozen: null, strokes: [], clocks: NOT_BEGUN};
  const isWallGone = () => !wall || wall.closed;
  // A call at the very end of an arrow function loses its sender in WebKit: hence blocks.
  function send(/** @type {{act?: string, bell?: number | null}} */ message) {
    const {clocks, place} = told;
    if (!isWallGone()) wall?.postMessage({is: OURS, hello: true, clocks, place, ...message}, TO_OURS);
    return undefined;
  }
  function reopen() {
    const own = lessonPart(location.hash);
    wall = window.open(location.href.split(/[?#]/)[0] + of + (own ? `#${own}` : ''), WALL);
    tick();
  }
  function act(/** @type {string} */ name) {
    if (name === 'reopen') return reopen();
    return name === 'phone' && told.lead ? sheet.open(told.lead) : send({act: name});
  }
  const onBell = (/** @type {number | null} */ bell) => send({act: 'bell', bell});
  const page = createNotesPage(root, {lesson, t, maps, onAct: act, onBell});

  function tick() {
    page.showTrouble(isWallGone() ? t('notes.lost') : told.place ? '' : t('notes.waiting'), isWallGone());
    if (told.place) page.showClocks(told.clocks, told.place, Date.now());
  }
  addEventListener('message', (event) => {
    if (!isOurs(event, wall) || event.data.hello) return;
    const {place, frozen, strokes, clocks, lead} = event.data;
    const isNews = JSON.stringify(told) !== JSON.stringify({place, frozen, strokes, clocks, lead});
    told = {place, frozen, strokes, clocks, lead};
    if (!isNews) return;
    page.show(told);
    tick();
  });
  root.append(sheet.element);
  listenToNotesKeys((event) => (sheet.element.open ? null : actOf(event)), act);
  setInterval(tick, TICK_MS);
  setInterval(() => send({}), GREET_MS);
  send({});
  tick();
}
