// How a name that was found to stand is put: what it takes for its own.

import {boxAround} from './name_ground.mjs';
import {STEP} from './name_leaders.mjs';

/** @import {Place, Table} from './name_layout.mjs' */

const BESIDE = 0.8; // of its size, on its lines, a name has for itself on each side: else two would read as one text,
// as a name would with a number;
const ASIDE = 4; // and so many px on each side of a leader: two that run closer cannot be told apart

/**
 * Put a name where it was found to stand; says whether it was.
 * @param {Table} table
 * @param {Place | null} place
 */
export function put({sheet: {crosses}, taken, sides, placed, pad}, place) {
  if (!place) return false;
  placed.set(place.id, {...place, isCrossed: Boolean(crosses?.(boxAround(place, place.x, place.y)))});
  const apart = place.pad ?? pad;
  taken.add(boxAround(place, place.x, place.y, apart));
  const {x: left, y: top, w, h} = boxAround(place, place.x, place.y);
  const aside = BESIDE * place.pixels;
  const rows = place.lines.length;
  for (let row = 0; row < rows; row += 1)
    (apart ? taken : sides).add({x: left - aside, y: top + ((row + 0.5) / rows) * h - 1, w: w + 2 * aside, h: 2});
  if (!place.leader) return true;
  const [fromX, fromY, toX, toY] = place.leader;
  const steps = Math.floor(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / STEP);
  for (let i = 0; i <= steps; i += 1) {
    const [x, y] = [fromX + ((toX - fromX) * i) / (steps || 1), fromY + ((toY - fromY) * i) / (steps || 1)];
    taken.add({x: x - ASIDE, y: y - ASIDE, w: 2 * ASIDE, h: 2 * ASIDE});
  }
  return true;
}

/**
 * A number about its middle in the size of the smallest on its map, with the line to it: one is no more than others.
 * @param {Place} place
 * @param {number} pixels
 * @returns {Place}
 */
export function asSmall(place, pixels) {
  const {x, y, leader} = place;
  const part = pixels / place.pixels;
  return {
    ...place,
    pixels,
    width: place.width * part,
    height: place.height * part,
    leader: leader && [leader[0], leader[1], x + (leader[2] - x) * part, y + (leader[3] - y) * part],
  };
}
