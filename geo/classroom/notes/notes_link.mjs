// The wall's side of the speaker's notes: a second window of the same page follows it and leads it. No server is
// between them, and no storage: each knows the other's window and sends it messages. Either may be loaded again; the
// notes greet until they are heard. Where the wall was closed, the notes open a new one, and it is they who opened it.

import {clocksAfter, NOT_BEGUN} from './clocks.mjs';
import {isPlace, startersOf} from '../lesson/place.mjs';

/** @import {ClassPage, Lead, NotesLink, Place, Told} from '../types' */

const NOTES_HASH = '#notes';
const NAME = 'eastward-notes';
const SIZE = 'popup,width=1120,height=760';

/** Whether a hash asks for the notes; that of a lesson may follow. */
export const isOfNotes = (/** @type {string} */ hash) => hash.split('&')[0] === NOTES_HASH;

/** Marks a message as ours. */
export const OURS = 'eastward-lesson';

/** The address of the notes, with the lesson that the wall's has. */
function notesAddress() {
  const [address, hash = ''] = location.href.split('#');
  return [address + NOTES_HASH, ...(hash ? [hash] : [])].join('&');
}

/**
 * Whether a message is ours and comes from a window.
 * @param {MessageEvent} event
 * @param {Window | null} from
 */
export const isOurs = (event, from) => event.source !== null && event.source === from && event.data?.is === OURS;

/** Whom messages are for: a window that went elsewhere meanwhile hears none. */
export const TO_OURS = location.protocol === 'file:' ? '*' : location.origin;

/** Whether a message comes from a page of the same place; pages that are files have none. */
const isFromHere = (/** @type {MessageEvent} */ {origin}) =>
  origin === location.origin || location.protocol === 'file:';

const momentIn = (/** @type {unknown} */ value) => (Number.isFinite(value) ? /** @type {number} */ (value) : null);

/**
 * `onAct(name)` is what the notes ask for, `onKeptOut()` tells that the browser keeps their window from opening,
 * `onReopened(place)` where the lesson stood when its wall was closed; `leadOf()` is what leads the room.
 * @param {{onAct: (name: unknown) => void, onKeptOut: () => void, onReopened: (place: unknown) => void,
 *   leadOf: () => Lead | null}} options
 * @returns {NotesLink}
 */
export function createNotesLink({onAct, onKeptOut, onReopened, leadOf}) {
  /** @type {Window | null} */
  let notes = null;
  /** @type {Told} */
  let told = {place: null, frozen: null, strokes: [], clocks: NOT_BEGUN};
  /** @type {Set<(told: Told) => void>} */
  const watchers = new Set();
  const isWindowOpen = () => notes !== null && !notes.closed;
  // A call at the very end of an arrow function loses its sender in WebKit: hence a block.
  function send() {
    if (isWindowOpen()) notes?.postMessage({is: OURS, ...told, lead: leadOf()}, TO_OURS);
    return undefined;
  }
  function tell(/** @type {Partial<Told>} */ news) {
    told = {...told, ...news};
    send();
    for (const watch of watchers) watch(told);
  }
  /** Only a window that was opened from here, that names this one as its opener, or that opened this one is heard. */
  function recognise(/** @type {MessageEvent} */ event) {
    const from = /** @type {Window} */ (event.source); // only windows send to a window
    if (notes !== null) return;
    if (from.opener === window) notes = from;
    else if (from === window.opener && isFromHere(event)) {
      notes = from;
      onReopened(event.data.place);
    }
  }
  addEventListener('message', (event) => {
    if (event.data?.is !== OURS || !event.data.hello || event.source === null) return;
    recognise(event);
    if (!isOurs(event, notes)) return;
    const {act, bell, clocks} = event.data;
    if (act === 'bell') return tell({clocks: {...told.clocks, bell: momentIn(bell)}});
    if (act) return onAct(act);
    const own = told.clocks;
    for (const name of /** @type {const} */ (['begun', 'stopBegun', 'bell'])) own[name] ??= momentIn(clocks?.[name]);
    return send();
  });
  return {
    open() {
      if (!isWindowOpen()) notes = window.open(notesAddress(), NAME, SIZE);
      notes?.focus();
      if (!notes) onKeptOut();
    },
    isOpen: () => isWindowOpen() || watchers.size > 0,
    show(place, frozen = null, now = Date.now()) {
      tell({place, frozen, clocks: clocksAfter(told.clocks, told.place, place, now)});
    },
    draw: (strokes) => tell({strokes}),
    startClock: (now = Date.now()) => tell({clocks: {...told.clocks, begun: now, stopBegun: now}}),
    ring: (bell) => tell({clocks: {...told.clocks, bell}}),
    told: () => told,
    watch: (watch) => watchers.add(watch),
    unwatch: (watch) => watchers.delete(watch),
  };
}

/**
 * Give a page its notes, after its ink: a tool and a key open them, and they hear where the lesson stands and what is
 * drawn.
 * @param {ClassPage} page
 */
export function mountNotes(page) {
  const {atlas, t, act, acts, tools, placeListeners, player, stops, lesson, ink} = page;
  const notes = createNotesLink({
    onAct: act,
    onKeptOut: () => atlas.notice(t('notes.kept_out')),
    onReopened: (place) => isPlace(stops, place, startersOf(lesson).length) && player.show(place),
    leadOf: () => page.room?.lead() ?? null,
  });
  page.notes = notes;
  acts.set('notes', notes.open).set('clock', () => notes.startClock());
  tools.add(tools.tool('notes', t('leading.notes')));
  placeListeners.push((/** @type {Place} */ place) => notes.show(place));
  ink?.listen(notes.draw);
}
