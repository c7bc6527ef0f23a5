// The notes' side of the link: follows its opener, the wall, and sends it what the speaker does.

import {NOT_BEGUN} from './clocks.mjs';
import {isOurs, OURS} from './notes_link.mjs';
import {createNotesPage} from './notes_page.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Place, TeachersLesson} from '../types' */

const GREET_MS = 400;
const TICK_MS = 500;

/**
 * Make this window that of the notes; `actOf(event)` is the act that a key asks for.
 * @param {HTMLElement} root
 * @param {{lesson: TeachersLesson, t: Translate, actOf: (event: KeyboardEvent) => string | null}} options
 */
export function createNotesWindow(root, {lesson, t, actOf}) {
  const wall = window.opener;
  let clocks = NOT_BEGUN;
  /** @type {Place | null} */
  let place = null;
  const isWallGone = () => !wall || wall.closed;
  // A call at the very end of an arrow function loses its sender in WebKit: hence blocks.
  function send(/** @type {{act?: string}} */ message) {
    if (!isWallGone()) wall.postMessage({is: OURS, hello: true, ...clocks, ...message}, '*');
    return undefined;
  }
  const act = (/** @type {string} */ name) => send({act: name});
  const page = createNotesPage(root, {stops: lesson.stops, t, onAct: act});

  function tick() {
    page.showTrouble(isWallGone() ? t('notes.lost') : place ? '' : t('notes.waiting'));
    if (place) page.showClocks(clocks, place.at, Date.now());
  }
  addEventListener('message', (event) => {
    if (!isOurs(event, wall) || event.data.hello) return;
    const {begun, stopBegun} = event.data;
    place = event.data.place;
    clocks = {begun, stopBegun};
    if (place) page.show(place);
    tick();
  });
  document.addEventListener('keydown', (event) => {
    const name = actOf(event);
    if (!name) return;
    event.preventDefault();
    act(name);
  });
  setInterval(tick, TICK_MS);
  setInterval(() => send({}), GREET_MS);
  send({});
  tick();
}
