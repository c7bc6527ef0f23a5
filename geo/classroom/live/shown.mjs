// What of the wall a phone shows: said by the one, read by the other, in the form of the atlas's address. Pure.

import {readAddress, writeAddress} from '../../atlas/core/address.mjs';
import {isHalted} from '../lesson/place.mjs';

/** @import {At} from '../../atlas/core/camera.mjs' */
/** @import {IndexedFacts, State} from '../../atlas/types' */
/** @import {Shown} from '../../room/messages' */
/** @import {Place, Stop} from '../types' */

/** What is closed of a map before it shows something else. */
export const NOTHING_OPEN = {
  country: null,
  statement: null,
  draft: null,
  words: null,
  solo: null,
  told: null,
  playing: false,
};
const LONGEST = 600;
const LONGEST_WORDS = 300;
const MASK = /^[a-z]+(\.[a-z]+)*$/;

/**
 * The address of a state with what no address holds: what is in focus, who is named, whose words are told, what an
 * open question hides. Without these where it would be too long to be said.
 * @param {State & {at: At | null}} state  with the place of the camera
 * @param {IndexedFacts} facts
 * @param {string} mask  the names of what is hidden, with spaces between
 * @param {Place['cover']} cover  the slide that stands in the stead of a stop
 */
function placeOf(state, facts, mask, cover) {
  const address = writeAddress('', state, facts);
  const more = new URLSearchParams();
  if (state.focus.length) more.set('focus', state.focus.join(','));
  if (state.names.length) more.set('names', state.names.join(','));
  if (state.told && !state.statement) more.set('told', state.told);
  if (cover) more.set('cover', cover);
  if (mask) more.set('mask', mask.replaceAll(' ', '.'));
  const whole = [address, ...String(more).split('&').filter(Boolean)].join('&').replaceAll('%2C', ',');
  return [whole, address].find((each) => each.length <= LONGEST) ?? '';
}

/**
 * The title of a stop, or its question while the class predicts; nothing on a slide around the stops, nor while the
 * class explores or is asked something else.
 * @param {{stops: Stop[], place: Place, isLesson: boolean}} of
 */
function wordsOf({stops, place, isLesson}) {
  if (!isLesson || place.cover) return '';
  const {question, title} = stops[place.at];
  return [...(isHalted(stops, place) ? question : title)].slice(0, LONGEST_WORDS).join('');
}

/**
 * What the wall says that it shows. `isLesson` is whether the stop's words stand there.
 * @param {{state: State & {at: At | null}, facts: IndexedFacts, mask: string, stops: Stop[], place: Place,
 *   isLesson: boolean}} wall
 * @returns {Shown}
 */
export function shownOn({state, facts, mask, stops, place, isLesson}) {
  return {
    stop: place.at,
    day: state.day,
    view: state.view,
    halted: isLesson && isHalted(stops, place),
    place: placeOf(state, facts, mask, isLesson ? place.cover : null),
    words: wordsOf({stops, place, isLesson}),
  };
}

/**
 * The state that a place asks for, the place of its camera, and what is hidden.
 * @param {string} place
 * @param {IndexedFacts} facts
 * @param {string[]} views
 * @returns {{state: Partial<State>, at: At | null, mask: string | null}}
 */
export function readShown(place, facts, views) {
  const {state, at} = readAddress(place, facts, new Set(views));
  const params = new URLSearchParams(place);
  const [told, mask] = [params.get('told') ?? '', params.get('mask') ?? ''];
  const unitsIn = (/** @type {string} */ name) =>
    (params.get(name) ?? '').split(',').filter((id) => facts.units.has(id));
  state.focus = unitsIn('focus');
  state.names = unitsIn('names');
  if (facts.statements.has(told)) state.told = told;
  return {state, at, mask: MASK.test(mask) ? mask.replaceAll('.', ' ') : null};
}
