// The wall's side of the speaker's notes: a second window of the same page follows it and leads it. No server is
// between them, and no storage: each knows the other's window and sends it messages. Either may be loaded again; the
// notes greet until they are heard.

import {clocksAfter, NOT_BEGUN} from './clocks.mjs';

/** @import {ClassPage, Place} from '../types' */

const NOTES_HASH = '#notes';
const NAME = 'eastward-notes';
const SIZE = 'popup,width=980,height=720';

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

/**
 * `onAct(name)` is what the notes ask for, `onKeptOut()` tells that the browser keeps their window from opening.
 * @param {{onAct: (name: unknown) => void, onKeptOut: () => void}} options
 * @returns {{open: () => void, show: (place: Place, now?: number) => void, startClock: (now?: number) => void}}
 */
export function createNotesLink({onAct, onKeptOut}) {
  /** @type {Window | null} */
  let notes = null;
  let clocks = NOT_BEGUN;
  /** @type {Place | null} */
  let place = null;
  // A call at the very end of an arrow function loses its sender in WebKit: hence a block.
  function send() {
    if (notes && !notes.closed) notes.postMessage({is: OURS, place, ...clocks}, '*');
    return undefined;
  }
  addEventListener('message', (event) => {
    if (event.data?.is !== OURS || !event.data.hello || event.source === null) return;
    // Only the window that was opened from here, or one that names this one as its opener, is heard.
    const from = /** @type {Window} */ (event.source); // only windows send to a window
    if (notes === null && from.opener === window) notes = from;
    if (!isOurs(event, notes)) return;
    const {act, begun = null, stopBegun = null} = event.data;
    if (act) return onAct(act);
    clocks = {begun: clocks.begun ?? begun, stopBegun: clocks.stopBegun ?? stopBegun};
    return send();
  });
  return {
    /** Open the window, or bring it to the front. */
    open() {
      if (!notes || notes.closed) notes = window.open(notesAddress(), NAME, SIZE);
      notes?.focus();
      if (!notes) onKeptOut();
    },
    /** Tell the notes where the lesson stands. */
    show(next, now = Date.now()) {
      clocks = clocksAfter(clocks, place, next, now);
      place = next;
      send();
    },
    startClock(now = Date.now()) {
      clocks = {begun: now, stopBegun: now};
      send();
    },
  };
}

/**
 * Give a page its notes: a tool and a key open them, and they hear where the lesson stands.
 * @param {ClassPage} page
 */
export function mountNotes({atlas, t, act, acts, tools, placeListeners}) {
  const notes = createNotesLink({onAct: act, onKeptOut: () => atlas.notice(t('notes.kept_out'))});
  acts.set('notes', notes.open).set('clock', () => notes.startClock());
  tools.add(tools.tool('notes', t('class.notes')));
  placeListeners.push((place) => notes.show(place));
}
