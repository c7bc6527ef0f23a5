// The lines from countries to names that stand beside them, and what they cost.

import {isNumber, LINE} from './name_forms.mjs';
import {isFarFromOthers} from './name_ground.mjs';

/** @import {Form, Wish} from './name_forms.mjs' */
/** @import {Box, Leader, Place, Sheet, Table} from './name_layout.mjs' */
/** @import {Taken} from './name_taken.mjs' */
/**
 * @typedef {{leader: Leader, way: [dx: number, dy: number, start: number, whole: number], length: number, cost: number,
 *   overland: number, others: number[], strays: number, isFar: boolean}} Line its `way` from the middle of the country,
 *   where on it the leader starts; whose ground it crosses, and whether it leads farther than one would follow
 */

export const NEAR = 0.5; // of its size a name keeps from the coasts of others
const AT_SHORE = 0.1; // of its size from its own coast a name longer than its country is wide needs no leader;
const LINE_OFF = 0.3; // above or below it, letters begin so much farther from the box's edge
const MOST_OTHERS = 1; // country crosses a leader,
const MOST_ACROSS = 1 / 3; // of the width of the map is its length, at most, unless its name must stand and finds no
const STRAY = 100; // such place: then each country more counts for so many px of length, landing on another's coast,
// and being too long
// Sizes long is a line as it is seen, at most, to a name that a list could tell; on the ground of others each px counts
// twice.
export const LONGEST = 7;
const INSET = 0.35; // of its size, a leader ends so far inside
const CROSSING = 12; // times its length counts a leader across what stands, where it may cross at all
export const STEP = 3; // along a leader
export const GAP = 1; // from the box of a name to where its end is reckoned; it is drawn on,
const [ABOVE, BELOW] = [0.12, 0.36]; // of its size from the middle of a line, to where all letters are
const SIDE = 0.06; // of its size below the middle, at most, a flat line comes to a name of one line: lower, it would be
// a full stop
const INTO = 0.5; // of its size a line is led on at most, to come there
const DEEP = 1; // of its size farther inside a line is drawn from, or from the middle of a country less deep

/**
 * How long the straight way between two points is, and its direction.
 * @param {number} fromX
 * @param {number} fromY
 * @param {number} toX
 * @param {number} toY
 */
function wayOf(fromX, fromY, toX, toY) {
  const [x, y] = [toX - fromX, toY - fromY];
  const length = Math.sqrt(x * x + y * y);
  return length ? [length, x / length, y / length] : [0, 0, 0];
}

/**
 * Where a leader ends, at a box; to a number it points at the middle, for that is no longer than high.
 * @param {number} x
 * @param {number} y
 * @param {Form} form
 * @param {Box} box
 */
function endAt(x, y, form, box) {
  if (!isNumber(form))
    return [Math.min(box.x + box.w, Math.max(box.x, x)), Math.min(box.y + box.h, Math.max(box.y, y))];
  const [middleX, middleY] = [box.x + box.w / 2, box.y + box.h / 2];
  const part = Math.min(1, box.w / 2 / Math.abs(x - middleX), box.h / 2 / Math.abs(y - middleY));
  return [middleX + (x - middleX) * part, middleY + (y - middleY) * part];
}

/**
 * How far it is from the middle of a country to a box; a leader costs that at least. Asked of every place tried.
 * @param {Wish} wish
 * @param {Form} form
 * @param {Box} box
 */
export function lengthTo({x, y}, form, box) {
  let dx = Math.min(box.x + box.w, Math.max(box.x, x)) - x;
  let dy = Math.min(box.y + box.h, Math.max(box.y, y)) - y;
  if (isNumber(form)) {
    const [toX, toY] = endAt(x, y, form, box);
    [dx, dy] = [toX - x, toY - y];
  }
  return Math.sqrt(dx * dx + dy * dy);
}

/**
 * How much of a line lies on the ground of others, and over how many too many it strays, or if it comes there over the
 * sea.
 * @param {(px: number) => number} at the ground so far along it
 * @param {number} whole px to its end
 * @param {number} start px to its beginning
 * @param {ReadonlySet<number>} own
 */
function alongLine(at, whole, start, own) {
  let overland = 0;
  /** @type {number[]} */
  const others = [];
  let lands = false; // on another's coast, which the name would be taken for
  for (let i = 0, before = -1; start + i * STEP < whole; i += 1) {
    const ground = at(i * STEP);
    if (ground !== 0 && !own.has(ground)) {
      overland += STEP;
      lands ||= !others.length && before === 0;
      if (!others.includes(ground)) others.push(ground);
    }
    before = ground;
  }
  return {overland, others, strays: Math.max(0, others.length - MOST_OTHERS) + Number(lands)};
}

/**
 * The line from inside a country to a box, were nothing in its way: its length, how much of it lies on the ground of
 * others, over how many too many it strays, or if it comes there over the sea, and what it costs: its length, and as
 * much again on that ground.
 * @param {Pick<Sheet, 'under' | 'bounds'>} sheet
 * @param {Wish} wish
 * @param {Form} form
 * @param {Box} box
 * @returns {Line}
 */
export function lineTo({under, bounds}, wish, form, box) {
  const {x, y, own} = wish;
  const {pixels} = form;
  const [toX, toY] = endAt(x, y, form, box);
  const [whole, dx, dy] = wayOf(x, y, toX, toY);
  let ashore = 0;
  while (ashore < whole && own.has(under(x + dx * ashore, y + dy * ashore))) ashore += STEP;
  const start = Math.max(0, ashore - STEP - INSET * pixels);
  const at = (/** @type {number} */ px) => under(x + dx * (start + px), y + dy * (start + px));
  const length = whole - start;
  const {overland, others, strays: over} = alongLine(at, whole, start, own);
  const seen = length + Math.min(start, DEEP * pixels) + INTO * pixels;
  const strays = over + Number(seen > MOST_ACROSS * bounds.width);
  const isFar = seen + overland > LONGEST * pixels;
  const leader = /** @type {Leader} */ ([x + dx * start, y + dy * start, toX, toY]);
  const cost = whole + overland + STRAY * strays;
  return {leader, way: [dx, dy, start, whole], length, cost, overland, others, strays, isFar};
}

/**
 * What a line costs more for what stands in its way: nothing, or where it may not cross that, beyond all measure.
 * @param {Taken} taken
 * @param {Wish} wish
 * @param {Line} line
 * @param {boolean} mayCross
 */
export function costAcross(taken, {x, y}, {leader: [fromX, fromY], way: [dx, dy, start, whole]}, mayCross) {
  let across = 0;
  for (let i = 0; start + i * STEP < whole; i += 1) {
    if (!taken.holds(x + dx * (start + i * STEP), y + dy * (start + i * STEP), fromX, fromY)) continue;
    if (!mayCross) return Infinity;
    across += STEP;
  }
  return CROSSING * across;
}

/**
 * Over how many others too many a line leads, and one more each if over the sea to them, and if too far.
 * @param {Sheet['under']} under
 * @param {Wish} wish
 * @param {Form} form
 * @param {Leader} leader
 */
function straysOf(under, {own}, {pixels}, [fromX, fromY, toX, toY]) {
  const [length, dx, dy] = wayOf(fromX, fromY, toX, toY);
  const {overland, strays} = alongLine((px) => under(fromX + dx * px, fromY + dy * px), length, 0, own);
  return strays + Number(length + overland > LONGEST * pixels);
}

/**
 * A leader as it is seen: from well inside the country, where nothing lies on it, to the very letters.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {number} y
 * @param {Leader} leader
 * @returns {Leader}
 */
function drawn(table, wish, form, y, leader) {
  const [fromX, fromY, toX, toY] = leader;
  const isFlat = Math.abs(fromX - toX) > Math.abs(fromY - toY) && form.lines.length === 1;
  const seen = (/** @type {number} */ endY) => drawnTo(table, wish, form, y, [fromX, fromY, toX, endY]);
  const straight = seen(toY);
  if (!isFlat) return straight;
  const flat = seen(Math.min(y + SIDE * form.pixels, Math.max(y, fromY)));
  const strays = (/** @type {Leader} */ line) => straysOf(table.sheet.under, wish, form, line);
  return strays(flat) <= strays(straight) ? flat : straight;
}

/**
 * The same to a height of its end.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {number} y
 * @param {Leader} leader
 * @returns {Leader}
 */
function drawnTo({sheet: {under}, taken}, wish, {lines, pixels}, y, [fromX, fromY, toX, toY]) {
  const [length, dx, dy] = wayOf(fromX, fromY, toX, toY);
  const middle = ((lines.length - 1) / 2) * LINE * pixels;
  const [top, bottom] = [y - middle - ABOVE * pixels, y + middle + BELOW * pixels];
  const lacks = dy > 0 ? Math.max(0, top - toY) : Math.max(0, toY - bottom);
  const further = lacks && dy ? Math.min(INTO * pixels, lacks / Math.abs(dy)) : 0;
  const isOthers = (/** @type {number} */ ground) => ground !== 0 && !wish.own.has(ground);
  let on = further;
  for (let at = STEP * Math.ceil(length / STEP); at < length + further; at += STEP)
    if (isOthers(under(fromX + dx * at, fromY + dy * at))) on = 0; // an isle of theirs is there, under the word
  const [depth, inX, inY] = wayOf(fromX, fromY, wish.x, wish.y);
  const most = Math.floor(Math.min(depth, DEEP * pixels) / STEP);
  let back = 0;
  while (back < most && !taken.holds(fromX + inX * STEP * (back + 1), fromY + inY * STEP * (back + 1), fromX, fromY))
    back += 1;
  return [fromX + inX * STEP * back, fromY + inY * STEP * back, toX + dx * on, toY + dy * on];
}

/**
 * How much of a leader, in px from its beginning, lies on the ground of its country.
 * @param {Sheet['under']} under
 * @param {Wish} wish
 * @param {Leader} leader
 */
function inlandOf(under, {own}, [fromX, fromY, toX, toY]) {
  const [length, dx, dy] = wayOf(fromX, fromY, toX, toY);
  let at = 0;
  while (at < length && own.has(under(fromX + dx * at, fromY + dy * at))) at += 1;
  return at;
}

/**
 * Whether the edge of the map is as near to the middle of a country as its coast.
 * @param {Wish} wish
 * @param {Sheet['bounds']} bounds
 */
const isCutOff = ({x, y, room}, {width, height}) => Math.min(x, y, width - x, height - y) <= room / 2;

/**
 * A name at sea, with a leader unless nobody could doubt whose it is. Then it is longer than its country is wide, whose
 * land would not hold it, and stands at its coast and farther from any other's. A number, which does not say whose it
 * is, always has one, and so has whose land the map's edge cuts off: its name would be the sea's.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {Leader} leader
 * @returns {Place}
 */
export function atSea(table, wish, form, x, y, leader) {
  const {under, bounds} = table.sheet;
  const [fromX, fromY, toX, toY] = leader;
  const away = Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2);
  const off = fromX === toX ? LINE_OFF * form.pixels : 0;
  const isShort = wish.room < form.width && away + off < (INSET + AT_SHORE) * form.pixels + 2 * STEP;
  const isLarge = under.areaOf(wish.own) > form.width * form.width;
  const isNear = isShort && !(isNumber(form) || isLarge || isCutOff(wish, bounds));
  // Farther from others than the line would be long.
  const isAlone = isNear && isFarFromOthers(form, x, y, Math.max(NEAR * form.pixels, away), wish.own, under);
  const at = {...form, id: wish.id, x, y, isAtSea: true};
  if (isAlone || away === 0) return {...at, leader: null};
  const seen = drawn(table, wish, form, y, leader);
  return {...at, leader: seen, inland: inlandOf(under, wish, seen)};
}
