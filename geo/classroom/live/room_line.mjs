// The wall's line to its room: it opens one, leads it again after a reload or a lost network, and says how it stands.
// No document.

import {createConnection, roomAddress} from '../../room/connection.mjs';
import {createKeeping} from '../../room/kept.mjs';
import {knownAfter, NOTHING} from './known.mjs';

/** @import {FromRoom, Shown, ToRoom} from '../../room/messages' */
/** @typedef {'none' | 'opening' | 'in' | 'lost'} Standing there is no room, it is asked for, led, out of reach */
/** @typedef {'unreachable' | 'pressed' | 'hours' | 'gone'} Ending why there is no room, or none any more */

/** Refusals of one who leads: the room is not there any more. */
const GONE = ['unknown', 'key'];
/** Refusals of one who opens. */
const NOT_OPENED = ['rooms', 'opened', 'away', 'large', 'shape', 'version', 'many'];

/**
 * `onChange()` runs when the room or the way to it has changed, `onEnd(why, sentence)` when there is none, `sentence`
 * of the room where it gave one, `onRefused(sentence)` when it did not take what was said, `onCounts(csv)` brings the
 * counts, `onWall(shown)` has what the room says of the wall from then on.
 * @param {{base: string, onChange: () => void, onEnd: (why: Ending, sentence: string) => void,
 *   onRefused: (sentence: string) => void, onCounts: (csv: string) => void, onWall?: (shown: Shown) => void,
 *   make?: (address: string) => WebSocket}} options
 */
export function createRoomLine({base, onChange, onEnd, onRefused, onCounts, onWall, make}) {
  const keeping = createKeeping('eastward-wall');
  let who = keeping.recall();
  let teams = 0;
  let known = NOTHING;
  /** @type {Standing} */
  let standing = 'none';
  const line = createConnection({
    address: roomAddress(base),
    hello: () => (who ? {kind: 'lead', code: who.code, key: who.secret} : {kind: 'open', teams}),
    onHeard: hear,
    onCondition: (condition) => condition === 'opening' && wait(),
    ...(make ? {make} : {}),
  });

  /** The line is not open: at a first try that failed there is no room, else it is out of reach for a while. */
  function wait() {
    if (who) stand('lost');
    else if (standing === 'none') stand('opening');
    else end('unreachable');
  }
  function stand(/** @type {Standing} */ next) {
    if (next === standing) return;
    standing = next;
    onChange();
  }
  function end(/** @type {Ending} */ why, sentence = '') {
    [who, known, standing] = [null, NOTHING, 'none'];
    keeping.keep(null);
    line.close();
    onEnd(why, sentence);
    onChange();
  }
  function hear(/** @type {FromRoom} */ message) {
    if (message.kind === 'opened') keeping.keep((who = {code: message.code, secret: message.key}));
    else if (message.kind === 'ended') end(message.why === 'hours' ? 'hours' : 'pressed');
    else if (message.kind === 'refused') refuse(message.why, message.sentence ?? '');
    else if (message.kind === 'counts') onCounts(message.csv);
    else if (message.kind !== 'beat') learn(message);
  }
  function learn(/** @type {FromRoom} */ message) {
    known = knownAfter(known, message);
    if (message.kind === 'class') standing = 'in'; // the last of what whoever leads is told first
    if (standing !== 'in') return;
    onChange();
    if (message.kind === 'wall') onWall?.(message);
  }
  function refuse(/** @type {string} */ why, /** @type {string} */ sentence) {
    if (GONE.includes(why)) end('gone');
    else if (!who && NOT_OPENED.includes(why)) end('unreachable', sentence);
    else onRefused(sentence);
  }

  return {
    known: () => known,
    standing: () => standing,
    isOpen: () => standing === 'in',
    /** What leads this room, from another machine as well. */
    lead: () => (who && standing === 'in' ? {code: who.code, key: who.secret} : null),
    /** Say something to the room; gives whether the line was open. */
    say: (/** @type {ToRoom} */ message) => standing === 'in' && line.say(message),
    open(/** @type {number} */ wanted) {
      teams = wanted;
      line.open();
    },
    /** Lead the room again that this tab led before, where there was one. */
    resume() {
      if (who) line.open();
    },
    /** Give up waiting for a room that does not answer. */
    giveUp: () => end('gone'),
  };
}
