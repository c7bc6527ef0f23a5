// What held from when: lists of [from, value], half-open, each until the next. A day is a number: whole days since the
// first.

/** @import {Runs} from '../payload' */

/**
 * The value of runs on a day; the first run begins with the first day.
 * @template Value
 * @param {Runs<Value>} runs
 * @param {number} day
 * @returns {Value}
 */
export function valueOn(runs, day) {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle][0] <= day) low = middle;
    else high = middle - 1;
  }
  return runs[low][1];
}
