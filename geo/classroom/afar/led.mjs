// Notes on a phone lead the wall through the room: what a key asks for travels with the address of what the wall shows,
// and the wall, which hears it, does it. No document.

import {isCover} from '../lesson/place.mjs';

/** @import {Shown} from '../../room/messages' */
/** @import {Place, Stop} from '../types' */

/** What may be asked for from afar. */
export const ACTS_FROM_AFAR = ['next', 'previous', 'firstStop', 'lastStop', 'blank'];
const ASKED = /[?&]lead=([a-zA-Z]+)\.([a-z0-9]+)$/;
const MOST = 600; // of an address in the room

/**
 * An address with an act that is asked for; `id` tells it from the same act before.
 * @param {string} place
 * @param {string} act
 * @param {string} id
 */
export function withAct(place, act, id) {
  const base = place.replace(ASKED, '');
  const asked = `lead=${act}.${id}`;
  const whole = `${base || '?'}${base ? '&' : ''}${asked}`;
  return whole.length <= MOST ? whole : `?${asked}`;
}

/**
 * What does on the wall what is asked for elsewhere, each once.
 * @param {(name: string) => void} act
 * @returns {(shown: Pick<Shown, 'place'>) => void}
 */
export function createLed(act) {
  let last = '';
  return ({place}) => {
    const [, name, id] = ASKED.exec(place) ?? [];
    if (!name || id === last || !ACTS_FROM_AFAR.includes(name)) return;
    last = id;
    act(name);
  };
}

/**
 * Where the lesson stands by what the room says of the wall; where it stood before where the wall shows no stop of it.
 * @param {Stop[]} stops
 * @param {Place | null} before
 * @param {Shown} shown
 * @param {number} [starters]
 * @returns {Place | null}
 */
export function placeOfShown(stops, before, {stop, halted, place, view}, starters = 0) {
  if (!view || !(stop in stops)) return before;
  const cover = new URLSearchParams(place).get('cover');
  const others = (before?.revealed ?? []).filter((at) => at !== stop);
  const isTold = stops[stop].before && !halted;
  return {
    at: stop,
    revealed: isTold ? [...others, stop] : others,
    cover: isCover(cover, starters) ? cover : null,
  };
}

const HASH = /^#lead=([A-Z]{6})\.([A-Za-z0-9_-]{1,40})(?:&|$)/; // a lesson may follow

/**
 * The room that a hash leads; null for none.
 * @param {string} hash
 */
export function leadIn(hash) {
  const found = HASH.exec(hash);
  return found && {code: found[1], key: found[2]};
}

/** The hash that leads a room. */
export const hashOf = (/** @type {{code: string, key: string}} */ {code, key}) => `#lead=${code}.${key}`;
