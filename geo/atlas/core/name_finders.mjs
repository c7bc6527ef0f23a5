// The ways to find a place for a name: inside its country, beside it at sea, or wherever there is room.

import {atHome, briefly, formOf, isNumber, mustBeWritten, waysToWrite} from './name_forms.mjs';
import {boxAround, coversOthers, isOverSpared, lettersAround, liesIn, sprawls} from './name_ground.mjs';
import {atSea, costAcross, GAP, lengthTo, lineTo, LONGEST} from './name_leaders.mjs';
import {ANYHOW, HALF, LOOSELY, UPON, WELL} from './name_limits.mjs';
import {REACH_STEP} from './name_spots.mjs';
import {outwards} from './name_tries.mjs';
import {isWithin} from './name_upon.mjs';

/** @import {Form, Wish} from './name_forms.mjs' */
/** @import {Place, Sheet, Table} from './name_layout.mjs' */
/** @import {Line} from './name_leaders.mjs' */
/** @import {Limits} from './name_limits.mjs' */
/** @import {Spot} from './name_spots.mjs' */

const FRAME = 3; // px from the frame aside, at least: a letter at it would seem cut off
const FARTHEST = 11; // sizes from its own ground stands a name at most: it would be taken for that of another
const ASHORE = 1.5; // sizes farther away it rather stands than at another's coast,
// where it does not stand at all unless it must;
const ISLES = 3; // and so many, than over isles, be they its own: they would be dots of its letters
const MOST_COST = 15; // sizes, at most, may its line cost that has a number to give way to
const SEEN = 0.3; // of a size wide and high is as much ground as what a line leads to, unless the name must stand
const HIDDEN = 1.3; // sizes long is as much of a front as letters may hide, at most
const FOOT = 0.75; // of a size wide and high is as much ground as a line leads to past others that have a colour
const FAR = 5; // one that must and has a number may stand there at the end of a line so long, without a number of any

/** Whether nothing stands around a middle, and it on the sheet; lines have their own width around them. */
function isFree(
  /** @type {Table} */ {sheet: {bounds, crosses}, taken, sides, pad, close, over, hides = HIDDEN},
  /** @type {Form} */ form,
  /** @type {number} */ x,
  /** @type {number} */ y,
) {
  const box = boxAround(form, x, y, pad);
  const spare = Math.max(0, FRAME - pad);
  return (
    box.x >= spare &&
    box.y >= 0 &&
    box.x + box.w <= bounds.width - spare &&
    box.y + box.h <= bounds.height &&
    !taken.meets(box) &&
    (isNumber(form) || !sides.meets(box)) &&
    !(over
      ? crosses?.hides(lettersAround(form, x, y), hides * form.pixels)
      : crosses?.(
          close !== undefined ? lettersAround(form, x, y, -close * form.pixels) : pad ? boxAround(form, x, y) : box,
        ))
  );
}

/** Whether letters hide most of another's country, or something of what they spare. */
const covers = (
  /** @type {Table} */ table,
  /** @type {Wish} */ wish,
  /** @type {Form} */ form,
  /** @type {{x: number, y: number}} */ {x, y},
  limits = UPON,
  maySprawl = false,
) =>
  (limits.foreign > WELL.foreign &&
    (coversOthers(lettersAround(form, x, y), form.lines.length, wish.own, table.sheet.under) ||
      (!maySprawl && sprawls(form, x, y, wish, table)))) ||
  (!isNumber(form) && isOverSpared(wish.spared, form, x, y, table.sheet.under));

/** A name on its own land. */
const onLand = (
  /** @type {Wish} */ {id},
  /** @type {Form} */ form,
  /** @type {number} */ x,
  /** @type {number} */ y,
) => ({...form, id, x, y, isAtSea: false, leader: null});

/** Lands with quiet names are one ground: off its middle a name would stand on the next. */
const isAtHome = (/** @type {Wish} */ wish, /** @type {number} */ x, /** @type {number} */ y) =>
  !wish.quiet || Math.max(Math.abs(x - wish.x), Math.abs(y - wish.y)) <= wish.room / 2;

/**
 * Where a name stands inside its country, within limits, and with so many px of its own ground around it.
 * @param {Table} table
 * @param {Wish} asked
 * @param {Limits} limits
 * @param {number[]} sizes
 * @param {number} [edge]
 * @returns {Place | null}
 */
export function inside(table, asked, limits, sizes, edge = 0) {
  const wish = atHome(asked);
  const spots = table.spots(wish);
  for (const pixels of sizes) {
    for (const lines of waysToWrite(wish.text, wish.short)) {
      const form = formOf(wish, lines, pixels, table.sheet.measure);
      if (form.width > limits.room * wish.room) continue;
      for (const {x, y} of spots.inside(wish, form, limits, edge))
        if (isAtHome(wish, x, y) && isFree(table, form, x, y) && !covers(table, wish, form, {x, y}, limits))
          return onLand(wish, form, x, y);
    }
  }
  return null;
}

/**
 * Where a number stands on its country within limits; its middle lies there, and no water between.
 * @param {Table} table
 * @param {Wish} asked
 * @param {Limits} limits
 * @param {number[]} sizes
 * @returns {Place | null}
 */
export function upon(table, asked, limits, sizes) {
  const wish = atHome(asked);
  const spots = table.spots(wish);
  for (const pixels of sizes) {
    const form = formOf(wish, [wish.text], pixels, table.sheet.measure);
    if (form.width > limits.room * wish.room) continue;
    for (const place of spots.upon(wish, form))
      if (
        isWithin(place, limits) &&
        isFree(table, form, place.x, place.y) &&
        !covers(table, wish, form, place, UPON, limits.own <= HALF.own)
      )
        return onLand(wish, form, place.x, place.y);
  }
  return null;
}

/** Whether a country that need not be told is so small that a line would lead to a point which nobody can see. */
const isUnseen = (/** @type {Wish} */ {must, number, own}, /** @type {Sheet} */ {base, under}) =>
  !must && !number && under.areaOf(own) < (SEEN * base) ** 2;

/** Whether a country has ground enough that a line to it may lead past others. */
export const hasFoot = (/** @type {Wish} */ {own}, /** @type {Sheet} */ {base, under}) =>
  under.areaOf(own) >= (FOOT * base) ** 2;

/** Whether a line to a name that a list can tell leads over a third country that has a colour, or to hardly a point. */
const passes = (
  /** @type {Table} */ {coloured, mayPass, sheet},
  /** @type {Wish} */ wish,
  /** @type {Form} */ form,
  /** @type {Line} */ {others},
) =>
  Boolean(wish.number || wish.led) &&
  !isNumber(form) &&
  others.some((ground) => coloured.has(ground)) &&
  !(mayPass && hasFoot(wish, sheet));

/** How long a line may lead to a name at another's coast, in px. */
const farFor = (/** @type {Wish} */ {must, number}, /** @type {Form} */ form) =>
  must ? (number ? FAR * form.pixels : Infinity) : -Infinity;

/**
 * Where a name stands at sea near its country: the place with the best leader.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {number} reach
 * @param {number} overland
 * @returns {Place | null}
 */
function besideAs(table, wish, form, reach, overland) {
  const spots = table.spots(wish);
  const ring = spots.beside(wish, form);
  /** @type {Spot | null} */
  let best = null;
  let least = reach + (ASHORE + ISLES) * form.pixels;
  for (let i = 1; REACH_STEP * form.pixels * i <= Math.min(reach, least); i += 1) {
    for (const spot of ring(i)) {
      if (spot.length >= Math.min(reach, least) || !isFree(table, form, spot.x, spot.y)) continue;
      const line = spots.line(wish, form, spot);
      if (line.cost >= Math.min(reach, least) || line.overland > overland || line.strays) continue;
      if (line.isFar && !mustBeWritten(wish)) continue;
      if (passes(table, wish, form, line)) continue;
      const ashore = line.length <= farFor(wish, form) ? ASHORE * form.pixels : Infinity;
      const wet = spots.isOverIsles(form, spot) ? ISLES * form.pixels : 0;
      const cost = line.cost + wet + (spots.isOffOthers(wish, form, spot) ? 0 : ashore);
      if (cost >= least || costAcross(table.taken, wish, line, false)) continue;
      [best, least] = [spot, cost];
    }
  }
  const place = best && atSea(table, wish, form, best.x, best.y, spots.line(wish, form, best).leader);
  return place?.leader && isUnseen(wish, table.sheet) ? null : place;
}

/**
 * Where a name stands at sea, whatever it is written like: one that need not stand is as short as it can be.
 * @param {Table} table
 * @param {Wish} wish
 * @param {number[]} sizes
 * @param {number} reach
 * @param {number} overland px of its leader on the ground of others
 * @returns {Place | null}
 */
export function beside(table, wish, sizes, reach, overland) {
  const {text, short} = wish.must ? wish : briefly(wish);
  for (const pixels of sizes) {
    for (const lines of waysToWrite(text, short)) {
      const form = formOf(wish, lines, pixels, table.sheet.measure);
      const place = besideAs(table, wish, form, reach, overland);
      if (place) return place;
    }
  }
  return null;
}

/**
 * Where a name stands that must, wherever there is room not too far away: its middle in its country or at sea. One that
 * has a number to give way to lies in its country over no more than its border.
 * @param {Table} table
 * @param {Wish} wish
 * @param {number} pixels
 * @returns {Place | null}
 */
export function anywhere(table, wish, pixels) {
  const {under, bounds, measure, base} = table.sheet;
  /** @type {Place | null} */
  let best = null;
  let least = wish.number ? MOST_COST * base : Infinity;
  for (const lines of waysToWrite(wish.text, wish.short)) {
    const form = formOf(wish, lines, pixels, measure);
    const [stepX, stepY] = [form.height / 2, form.height / 3];
    const columns = outwards(Math.ceil(bounds.width / stepX));
    const isAtSea = table.spots(wish).atSea(wish, form);
    // No line to it leads farther than one may.
    const most = mustBeWritten(wish) ? Infinity : LONGEST * pixels + wish.room;
    for (const row of outwards(Math.ceil(bounds.height / stepY))) {
      const y = wish.y + row * stepY;
      if (Math.abs(row * stepY) - form.height / 2 - GAP >= Math.min(least, most)) break;
      for (const column of columns) {
        const x = wish.x + column * stepX;
        if (lengthTo(wish, form, boxAround(form, x, y, GAP)) >= Math.min(least, most)) break;
        const ground = under(x, y);
        const isOwn = wish.own.has(ground);
        if ((!isOwn && ground !== 0) || !isFree(table, form, x, y)) continue;
        if (!isOwn && !isAtSea(row, column, x, y)) continue;
        if (
          isOwn &&
          !mustBeWritten(wish) &&
          (!liesIn(
            boxAround(form, x, y),
            form.lines.length,
            wish,
            under,
            wish.number || wish.joined ? LOOSELY : ANYHOW,
          ) ||
            sprawls(form, x, y, wish, table))
        )
          continue;
        const line = lineTo(table.sheet, wish, form, boxAround(form, x, y, GAP));
        if (line.cost >= least || line.length > FARTHEST * base || (line.isFar && !mustBeWritten(wish))) continue;
        if ((line.strays && wish.number && !wish.led) || passes(table, wish, form, line)) continue;
        const cost = line.cost + costAcross(table.taken, wish, line, true);
        if (cost >= least) continue;
        least = cost;
        best = isOwn ? onLand(wish, form, x, y) : atSea(table, wish, form, x, y, line.leader);
      }
    }
  }
  return best;
}
