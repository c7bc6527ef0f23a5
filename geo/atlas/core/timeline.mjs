// The logic of time: no DOM, no clock.

export const SPEEDS = ['slow', 'normal', 'fast'];
const STEP_MS = {slow: 1100, normal: 550, fast: 220};
const EMPTY = 0.35; // an empty year passes quickly
const CHANGE = 1.5; // a year in which a status changed
const JOINED = 3; // a year to stop and look

/** @typedef {{first: number, last: number}} Years */
/** @typedef {'slow' | 'normal' | 'fast'} Speed */

/**
 * The year of the atlas nearest to a number.
 * @param {number} year
 * @param {Years} years
 */
export const clampYear = (year, {first, last}) => Math.min(last, Math.max(first, Math.round(year)));

/**
 * The year that follows in play: after the last comes the first.
 * @param {number} year
 * @param {Years} years
 */
export const stepYear = (year, {first, last}) => (year >= last ? first : year + 1);

/**
 * The nearest year before or after in which something changed, or the same year if there is none.
 * @param {number} year
 * @param {number[]} years
 * @param {number} direction 1 for after, -1 for before
 */
export function changeBeside(year, years, direction) {
  const beside = direction > 0 ? years.filter((y) => y > year) : years.filter((y) => y < year);
  if (!beside.length) return year;
  return direction > 0 ? Math.min(...beside) : Math.max(...beside);
}

/**
 * How long play rests on a year, in ms.
 * @param {{joined?: boolean, changed?: boolean}} year
 * @param {Speed} speed
 */
export function dwellMs({joined, changed}, speed) {
  return STEP_MS[speed] * (joined ? JOINED : changed ? CHANGE : EMPTY);
}

/**
 * A typed year: the number, or null if it is none.
 * @param {string} text
 * @returns {number | null}
 */
export function readYear(text) {
  const typed = text.trim();
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}
