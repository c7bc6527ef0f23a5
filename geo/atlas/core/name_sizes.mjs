// How large the names of a stage are.

import {deskScale} from './camera.mjs';

/** @import {Size} from './camera.mjs' */

const [SMALL_PX, WIDE_PX] = [12, 32]; // names on a narrow and on a wide stage
const PART = 88; // of a stage's width, in between
const LEAST_PX = 11; // that can be read on a screen
const LARGE_PX = 36; // where a class reads from the back row,
const LARGE_PARTS = [0.75, 0.6]; // and the least of it: as large as the words of the key, and of one that must stand

/**
 * How large the names of a stage are, and how small they and those that must stand may be, in px. A class reads none
 * within its country from the back row that is smaller than the words of the key, unless it must stand.
 * @param {Size} size
 * @param {number} large px to one of a wall that is read from the back row; 0 on any other stage
 */
export function sizesFor(size, large) {
  const base = large ? LARGE_PX * large : Math.max(SMALL_PX, Math.min(WIDE_PX, size.width / PART));
  const [least, mustLeast] = LARGE_PARTS.map((part) =>
    large ? Math.min(base, Math.max(LEAST_PX, part * base)) : LEAST_PX * deskScale(size),
  );
  return {base, least, mustLeast, insideLeast: least};
}
