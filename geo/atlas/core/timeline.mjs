// The logic of time: no DOM, no clock.

import {readDay} from './calendar.mjs';

/** @import {Pace, PaceRule, Speed} from '../payload' */

/** @type {Speed[]} */
export const SPEEDS = ['slow', 'normal', 'fast'];

/**
 * The nearest day (or year) before or after among those given, in rising order; the same if there is none.
 * @param {number} day
 * @param {number[]} days
 * @param {number} direction 1 for after, -1 for before
 */
export function changeBeside(day, days, direction) {
  const beside = direction > 0 ? days.filter((each) => each > day) : days.filter((each) => each < day);
  if (!beside.length) return day;
  return direction > 0 ? Math.min(...beside) : Math.max(...beside);
}

/**
 * How long play rests on a year, in ms.
 * @param {PaceRule} rule
 * @param {Pace} pace
 * @param {Speed} speed
 */
export const dwellMs = ({step_ms: step, shares}, pace, speed) => step[speed] * shares[pace];

/**
 * What was typed into the field: a year or a day; null for anything else.
 * @param {string} text
 * @returns {{year: number} | {day: string} | null}
 */
export function readTyped(text) {
  const typed = text.trim();
  if (/^\d{1,4}$/.test(typed)) return {year: Number(typed)};
  const day = readDay(typed);
  return day ? {day} : null;
}
