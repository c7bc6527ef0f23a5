// What the wall says to its room of itself: what it shows, and the strokes of the pen.

import {isAsked} from './known.mjs';
import {strokesToTell} from './run.mjs';
import {createSending} from './sending.mjs';
import {shownOn} from './shown.mjs';

/** @import {Shown, Stroke, ToRoom} from '../../room/messages' */
/** @import {ClassPage} from '../types' */
/** @import {createRoomLine} from './room_line.mjs' */

const SHOW_MS = 120; // what the wall shows is said at most so often

/**
 * What says it, whenever it may have changed. Whoever leads again says it anew: the room may be another process's.
 * @param {ClassPage} page
 * @param {ReturnType<typeof createRoomLine>} line
 */
export function createTelling({root, atlas, stops, mode, player, quiz}, line) {
  const sending = createSending((/** @type {Shown} */ shown) => line.say({kind: 'show', ...shown}), SHOW_MS);
  let wasIn = false;
  return () => {
    if (line.isOpen() && !wasIn) sending.forget();
    wasIn = line.isOpen();
    if (!wasIn) return;
    const isLesson = mode.isPresenting() && !quiz.isOpen() && !isAsked(line.known());
    const mask = root.dataset.mask ?? '';
    const {facts, store} = atlas;
    const state = {...store.get(), at: atlas.inSight().at};
    sending.say(shownOn({state, facts, mask, stops, place: player.place(), isLesson}));
  };
}

/**
 * What tells the room of all strokes that are on the wall now.
 * @param {(message: ToRoom) => boolean} say
 */
export function createStrokes(say) {
  /** @type {Stroke[]} */
  let told = [];
  return (/** @type {Stroke[]} */ now) => {
    const {wipe, draw} = strokesToTell(told, now);
    if (wipe) say({kind: 'wipe'});
    for (const {pen, points} of draw) say({kind: 'draw', pen, points});
    told = [...now];
  };
}
