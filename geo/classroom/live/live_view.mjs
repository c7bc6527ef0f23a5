// Which page the class on the wall has, and what makes it another one. Pure.

import {isAsked, isRevealed} from './known.mjs';

/** @import {Place} from '../types' */
/** @import {Known} from './known.mjs' */
/** @import {Standing} from './room_line.mjs' */
/** @typedef {'' | 'start' | 'door' | 'ask'} Opened what the teacher opens; of the rest the room decides */
/** @typedef {Opened | 'asked' | 'board'} LiveView */

/**
 * `isLeft` is whether the teacher has gone on with the lesson while the room was out of reach.
 * @param {{standing: Standing, known: Known, opened: Opened, isLeft: boolean}} of
 * @returns {LiveView}
 */
export function viewOf({standing, known, opened, isLeft}) {
  if (standing === 'none' || standing === 'opening') return opened && 'start';
  if (standing === 'lost' && isLeft) return opened && 'door';
  if (known.isRanked) return 'board';
  if (isAsked(known)) return 'asked';
  return opened === 'start' ? 'door' : opened;
}

/**
 * What the key of the class opens next: it folds what is open.
 * @param {{standing: Standing, known: Known, opened: Opened}} of
 * @returns {Opened}
 */
export function toggled({standing, known, opened}) {
  if (opened) return '';
  if (standing === 'none' || standing === 'opening') return 'start';
  return standing === 'in' && known.phones ? 'ask' : 'door';
}

/**
 * The same for as long as a page stays as it is.
 * @param {LiveView} view
 * @param {{standing: Standing, known: Known, problem: string, at: number, place: Place}} of
 */
export function keyOfView(view, {standing, known, problem, at, place}) {
  if (view === 'start') return `${standing} ${problem}`;
  if (view === 'asked') return `${known.sheet} ${isRevealed(known)} ${at} ${standing}`;
  if (view === 'ask') return JSON.stringify(place);
  return view === 'board' ? JSON.stringify(known.rows) : known.code;
}
