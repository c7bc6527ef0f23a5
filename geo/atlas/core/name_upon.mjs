// Where the number of a name stands upon its country: where the most of it lies on the mainland.
// geo/drawing/name_upon.py has the same rules; tests/cases/names.json holds both to them.

import {boxAround, countUnder} from './name_ground.mjs';
import {STEP} from './name_leaders.mjs';
import {outwards} from './name_tries.mjs';

/** @import {Form, Wish} from './name_forms.mjs' */
/** @import {Sheet} from './name_layout.mjs' */
/** @import {Limits} from './name_limits.mjs' */
/** @typedef {{x: number, y: number, away: number, own: number, foreign: number, sea: number}} Upon what lies under */

const TRIES = 4; // so many places are tried to each side of the middle of a country, and as many up and down,
const WITHIN = 0.6; // as far as so much of its room, or as its number is high where that is more

/** Whether a straight way from the middle of a country is all on its ground. */
function isOverland(
  /** @type {Wish} */ {x: fromX, y: fromY, own},
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {Sheet['under']} */ under,
) {
  if (!own.has(under(fromX, fromY))) return true; // a country smaller than a square of the grid
  const [dx, dy] = [x - fromX, y - fromY];
  const length = Math.sqrt(dx * dx + dy * dy);
  for (let at = STEP; at < length; at += STEP)
    if (!own.has(under(fromX + (dx / length) * at, fromY + (dy / length) * at))) return false;
  return true;
}

/**
 * The places around a middle that are its country's, the best first: that has the most of the number on its own ground,
 * then the least on that of others, then is the nearest.
 * @param {Wish} wish
 * @param {Form} form
 * @param {Sheet['under']} under
 */
export function placesUpon(wish, form, under) {
  const step = Math.max(WITHIN * wish.room, form.height) / TRIES;
  const steps = outwards(TRIES);
  /** @type {Upon[]} */
  const found = [];
  for (const down of steps)
    for (const across of steps) {
      const [x, y] = [wish.x + across * step, wish.y + down * step];
      if (!wish.own.has(under(x, y)) || !isOverland(wish, x, y, under)) continue;
      const lies = countUnder(boxAround(form, x, y), form.lines.length, wish.own, under);
      found.push({x, y, away: across * across + down * down, ...lies});
    }
  return found.sort((a, b) => b.own - a.own || a.foreign - b.foreign || a.away - b.away);
}

/**
 * Whether what lies under a number is within limits.
 * @param {Upon} place
 * @param {Limits} limits
 */
export const isWithin = ({own, foreign, sea}, {own: least, foreign: most}) =>
  foreign <= most * (own + foreign + sea) && sea + foreign <= (1 - least) * (own + foreign + sea);
