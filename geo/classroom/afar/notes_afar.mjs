// The notes on a phone: they follow the room and lead its wall, from any machine that has the room's key.

import {createConnection, roomAddress} from '../../room/connection.mjs';
import {clocksAfter, NOT_BEGUN} from '../notes/clocks.mjs';
import {ACTS_FROM_AFAR, placeOfShown, withAct} from './led.mjs';
import {startersOf} from '../lesson/place.mjs';
import {createNotesPage} from '../notes/notes_page.mjs';
import {listenToNotesKeys} from '../notes/notes_window.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {FromRoom, Shown} from '../../room/messages' */
/** @import {NotesMaps} from '../notes/notes_page.mjs' */
/** @import {Lead, TeachersLesson, Told} from '../types' */

const TICK_MS = 500;

/**
 * Make this window the notes of a room; `actOf(event)` is the act that a key asks for.
 * @param {HTMLElement} root
 * @param {{lesson: TeachersLesson, t: Translate, maps: NotesMaps, lead: Lead,
 *   actOf: (event: KeyboardEvent) => string | null}} options
 */
export function createNotesAfar(root, {lesson, t, maps, lead, actOf}) {
  /** @type {Told} */
  let told = {place: null, frozen: null, strokes: [], clocks: NOT_BEGUN};
  /** @type {Shown | null} */
  let wall = null;
  let trouble = t('notes.afar_opening');
  const page = createNotesPage(root, {
    lesson,
    t,
    maps,
    onAct: act,
    onBell: (bell) => tell({clocks: {...told.clocks, bell}}),
    buttons: ['previous', 'next', 'blank'],
  });
  const line = createConnection({
    address: roomAddress(document.baseURI),
    hello: () => ({kind: 'lead', ...lead}),
    onHeard: hear,
    onCondition(condition) {
      if (condition === 'opening') say(t('notes.afar_opening'));
    },
  });

  function tick() {
    page.showTrouble(trouble);
    if (told.place) page.showClocks(told.clocks, told.place, Date.now());
  }
  function say(/** @type {string} */ words) {
    trouble = words;
    tick();
  }
  function tell(/** @type {Partial<Told>} */ news) {
    told = {...told, ...news};
    page.show(told);
    tick();
  }
  function end(/** @type {string} */ words) {
    line.close();
    say(words);
  }
  function hear(/** @type {FromRoom} */ message) {
    if (message.kind === 'ended') end(t('notes.afar_ended'));
    else if (message.kind === 'refused') refuse(message.why, message.sentence ?? '');
    else if (message.kind === 'class') say('');
    else if (message.kind === 'ink') tell({strokes: message.strokes});
    else if (message.kind === 'wall') follow(message);
  }
  /** Without the room there is nothing to lead; what it would not take may be tried again. */
  function refuse(/** @type {string} */ why, /** @type {string} */ sentence) {
    if (['unknown', 'key', 'tries'].includes(why)) end(sentence);
    else say(sentence);
  }
  function follow(/** @type {Shown} */ shown) {
    wall = shown;
    const place = placeOfShown(lesson.stops, told.place, shown, startersOf(lesson).length);
    if (!place) return;
    const isSame = JSON.stringify(place) === JSON.stringify(told.place);
    if (!isSame) tell({place, clocks: clocksAfter(told.clocks, told.place, place, Date.now())});
  }
  function act(/** @type {string} */ name) {
    if (name === 'clock') {
      const now = Date.now();
      tell({clocks: {...told.clocks, begun: now, stopBegun: now}});
    } else if (wall?.view && ACTS_FROM_AFAR.includes(name)) {
      const {stop, day, view, halted, words, place} = wall;
      const id = Date.now().toString(36);
      line.say({kind: 'show', stop, day, view, halted, words, place: withAct(place, name, id)});
    }
  }
  listenToNotesKeys(actOf, act);
  setInterval(tick, TICK_MS);
  tick();
  line.open();
}
