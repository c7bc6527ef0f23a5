// The clocks of the speaker's notes. Pure: times in, texts out.

/** @import {Clocks, Place, Stop} from '../types' */

export const MINUTE_MS = 60_000;

/** @type {Clocks} */
export const NOT_BEGUN = {begun: null, stopBegun: null, bell: null};

/**
 * Minutes planned up to the end of each stop.
 * @param {Stop[]} stops
 * @returns {number[]}
 */
export const plannedUpTo = (stops) =>
  stops.map((_, i) => stops.slice(0, i + 1).reduce((sum, {minutes}) => sum + minutes, 0));

/**
 * 63 000 ms -> 1:03; below zero with a sign.
 * @param {number} ms
 */
export function clockText(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return `${ms < -499 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The clocks after the lesson went from one place (null: from nowhere) to another. The clock of the lesson starts with
 * the first step, that of a stop with each.
 * @param {Clocks} clocks
 * @param {Place | null} from
 * @param {Place} to
 * @param {number} now
 * @returns {Clocks}
 */
export function clocksAfter({begun, stopBegun, bell}, from, to, now) {
  const isElsewhere = from && (from.at !== to.at || from.cover !== to.cover);
  return {
    bell,
    begun: begun ?? (from && from !== to ? now : null),
    stopBegun: isElsewhere || stopBegun === null ? now : stopBegun,
  };
}

/**
 * What the clocks say at a place, and whether the lesson is behind its plan.
 * @param {Clocks} clocks
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} now
 * @returns {{here: string, total: string, left: string, isLate: boolean}}
 */
export function readClocks({begun, stopBegun}, stops, {at, cover}, now) {
  const planned = plannedUpTo(stops).map((minutes) => minutes * MINUTE_MS);
  const whole = planned[planned.length - 1];
  const spent = begun === null ? 0 : now - begun;
  const spentHere = begun === null || stopBegun === null ? 0 : now - stopBegun;
  return {
    here: `${clockText(spentHere)} / ${clockText(cover ? 0 : stops[at].minutes * MINUTE_MS)}`,
    total: `${clockText(spent)} / ${clockText(whole)}`,
    left: clockText(whole - spent),
    isLate: spent > planned[at],
  };
}
