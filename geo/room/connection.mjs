// The line of a page to its room: opened again whenever it breaks, after a pause that grows. The room tells whoever
// comes back everything, so that nothing has to be remembered here but who one is.

import {read, written} from './protocol.mjs';

/** @import {FromRoom, ToRoom} from './messages' */
/** @typedef {'closed' | 'opening' | 'open'} Condition */

const BEAT_MS = 15_000;
const SILENCE_MS = 45_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 8_000];

/** Where the rooms are, beside a page of the same server. */
export const roomAddress = (/** @type {string} */ base) => new URL('room', base).href.replace(/^http/, 'ws');

/**
 * Open a line once `open()` is called. `hello()` gives what is said first whenever it opens, `onHeard(message)` gets
 * what the room says, `onCondition(condition)` how the line is. `say` gives whether the line was open; `close` ends it
 * for good, until it is opened again.
 * @param {{address: string, hello: () => ToRoom, onHeard: (message: FromRoom) => void,
 *   onCondition: (condition: Condition) => void, make?: (address: string) => WebSocket}} options
 */
export function createConnection({address, hello, onHeard, onCondition, make = (where) => new WebSocket(where)}) {
  /** @type {WebSocket | null} */
  let socket = null;
  let pause = FIRST_PAUSE_MS;
  let heardAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beats;

  function say(/** @type {ToRoom} */ {kind, ...fields}) {
    const isOpen = socket?.readyState === 1;
    if (isOpen) socket?.send(written(kind, fields));
    return isOpen;
  }
  function beat() {
    if (Date.now() - heardAt > SILENCE_MS) lost();
    else say({kind: 'beat'});
  }
  /** Let go of a socket, which may say nothing any more, and try again later. */
  function lost() {
    drop();
    again = setTimeout(open, pause * (0.75 + Math.random() / 2)); // a class does not come back in one moment
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    onCondition('opening'); // which may close the line for good
  }
  function drop() {
    clearTimeout(again);
    clearInterval(beats);
    const old = socket;
    socket = null;
    old?.close();
  }
  function open() {
    drop();
    onCondition('opening');
    const own = make(address);
    socket = own;
    own.addEventListener('open', () => {
      if (own !== socket) return;
      heardAt = Date.now();
      beats = setInterval(beat, BEAT_MS);
      say(hello());
      onCondition('open');
    });
    own.addEventListener('message', ({data}) => {
      const message = own === socket && read(data);
      if (!message) return;
      heardAt = Date.now();
      pause = FIRST_PAUSE_MS;
      onHeard(message);
    });
    own.addEventListener('close', () => own === socket && lost());
  }
  return {
    say,
    open,
    close() {
      drop();
      onCondition('closed');
    },
  };
}
