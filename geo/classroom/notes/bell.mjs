// The bell that ends the lesson: typed as it stands on the wall of the room, and what is left until it rings. Pure.

import {clockText, MINUTE_MS} from './clocks.mjs';

/** @import {Clocks, Place, Stop} from '../types' */

const TYPED = /^\s*([01]?\d|2[0-3])\s*[:.h]?\s*([0-5]\d)\s*$/;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The moment that a time of day means, by the clock of this machine: the nearest to now; null for what is no time.
 * @param {string} typed 10:45, 10.45, 1045
 * @param {number} now
 * @returns {number | null}
 */
export function bellAt(typed, now) {
  const found = TYPED.exec(typed);
  if (!found) return null;
  const day = new Date(now);
  day.setHours(Number(found[1]), Number(found[2]), 0, 0);
  const bell = day.getTime();
  if (bell - now > DAY_MS / 2) return bell - DAY_MS;
  return now - bell > DAY_MS / 2 ? bell + DAY_MS : bell;
}

/**
 * A bell as it was typed, 10:45; empty for none.
 * @param {number | null} bell
 */
export function bellText(bell) {
  if (bell === null) return '';
  const at = new Date(bell);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/**
 * Minutes planned from a place to the end, less what has been spent at its stop, in ms.
 * @param {Clocks} clocks
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} now
 */
export function plannedFrom({begun, stopBegun}, stops, {at, cover}, now) {
  if (cover === 'close') return 0;
  const spent = begun === null || stopBegun === null || cover ? 0 : now - stopBegun;
  const later = stops.slice(at + 1).reduce((sum, {minutes}) => sum + minutes * MINUTE_MS, 0);
  return later + Math.max(0, stops[at].minutes * MINUTE_MS - spent);
}

/**
 * What is left until the bell, and how much more than that is planned (less where `over` is below zero); null where no
 * bell was typed.
 * @param {Clocks} clocks
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} now
 * @returns {{left: string, over: number, overText: string} | null}
 */
export function readBell(clocks, stops, place, now) {
  if (clocks.bell === null) return null;
  const left = clocks.bell - now;
  const over = plannedFrom(clocks, stops, place, now) - Math.max(0, left);
  return {left: clockText(left), over, overText: clockText(Math.abs(over))};
}
