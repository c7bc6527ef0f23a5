// Which names stand on the map, and where. geo/drawing/name_layout.py has the same rules; tests/cases/names.json
// holds both to them. All in px.

import {BOLD, briefly, formOf, sizesFrom, waysToWrite} from './name_forms.mjs';
import {isUnder, liesAtSea, liesIn} from './name_ground.mjs';
import {outwards, SHIFTS, WAYS} from './name_tries.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Crosses} from './line_grid.mjs' */
/** @import {Form, Measure, Wish} from './name_forms.mjs' */
/** @import {Limits} from './name_ground.mjs' */
/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/** @typedef {[fromX: number, fromY: number, toX: number, toY: number]} Leader from inside the country to its name */
/**
 * @typedef {{base: number, least: number, measure: Measure,
 *   under: (x: number, y: number) => number, blocked: Box[], bounds: Size, crosses?: Crosses | null}} Sheet `under`
 *   tells whose ground it is, 0 for the sea; `crosses` whether an outline runs there, which names keep clear of if they
 *   can
 */
/**
 * @typedef {{sheet: Sheet, taken: Box[], placed: Map<string, Place>, pad: number}} Table what stands already, and how
 *   many px what comes keeps from it
 */
/**
 * @typedef {Form & {id: string, x: number, y: number, isAtSea: boolean, leader: Leader | null, isCrossed?: boolean}}
 *   Place `x`, `y` is the middle; one that is crossed stands over an outline
 */

const AT_SEA = 0.84; // of its size has a name at most beside its country
const PAD = 3;
const NEAR = 0.5; // of its size from its own coast, and no other's, a name needs no leader
const REACH = 8; // sizes from its country stands a name at most,
const MOST_REACH = 140; // and so many px,
const AT_HAND = 2.5; // one that must stand rather stands over its border than farther at sea;
const MUST_REACHES = [4, 7, 11]; // and then rather near and smaller than far,
const [NARROW, FEW] = [600, 2]; // less px wide, a map has no room for the leaders of more names that must stand than
// a few: numbers come before them
const FARTHEST = 11; // and so far from its own ground at most, or not at all: it would be taken for that of another
const OVERLAND = 32; // px of a leader may cross the ground of others, or as many as its country has room for, where
// that is less and the name need not stand; where it must, the leaders of its first reaches may
const MOST_OTHERS = 1; // country crosses a leader,
const MOST_ACROSS = 1 / 3; // of the width of the map is its length, at most, unless its name must stand and finds no
const STRAY = 100; // such place: then each country more counts for so many px of length, and being too long
const EDGE = 4; // px around the name of who joined are its own ground: its outline goes round there, whole
const TINY = 0.6; // of a size wide, a country's leader crosses none,
const SPECK = 0.1; // and still less wide, it has no name unless it must
const INSET = 0.35; // of its size, a leader ends so far inside
const CROSSING = 12; // times its length counts a leader across what stands, where it may cross at all
const STEP = 3; // along a leader
const GAP = 1; // from its end to the name
const ASIDE = 4; // px on each side of a leader are its own: two that run closer cannot be told apart
const REACH_STEP = 0.6; // of its size, from try to try away from its country
/** @type {Limits} */
const WELL = {own: 0.87, foreign: 0.01, room: 1.6};
/** @type {Limits} */
const SNUGLY = {own: 1, foreign: 0, room: 1.6};
/** @type {Limits} */
const LOOSELY = {own: 0.55, foreign: 0.12, room: 2.2};
/** @type {Limits} rather over its border than far from it, or not at all */
const OVER = {own: 0.45, foreign: 0.55, room: 1.8};
/** @type {Limits} one that need not stand */
const SPILLING = {own: 0.55, foreign: 0.45, room: 1.4};
/** @type {Limits} a number, which points at the ground under its middle */
const UPON = {own: 0, foreign: 1, room: Infinity};

export const meet = (/** @type {Box} */ a, /** @type {Box} */ b) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const holds = (/** @type {Box} */ {x, y, w, h}, /** @type {number} */ px, /** @type {number} */ py) =>
  px >= x && px <= x + w && py >= y && py <= y + h;

/**
 * The box of a form around its middle.
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {number} [pad]
 * @returns {Box}
 */
export const boxAround = ({width, height}, x, y, pad = 0) => ({
  x: x - width / 2 - pad,
  y: y - height / 2 - pad,
  w: width + 2 * pad,
  h: height + 2 * pad,
});

/** Whether nothing stands in a box, and it on the sheet. */
const isFree = (/** @type {Table} */ {sheet: {bounds, crosses}, taken}, /** @type {Box} */ box) =>
  box.x >= 0 &&
  box.y >= 0 &&
  box.x + box.w <= bounds.width &&
  box.y + box.h <= bounds.height &&
  !taken.some((other) => meet(other, box)) &&
  !crosses?.(box);

/**
 * Where a name stands inside its country, within limits, and with so many px of its own ground around it.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Limits} limits
 * @param {number[]} sizes
 * @param {number} [edge]
 * @returns {Place | null}
 */
function inside(table, wish, limits, sizes, edge = 0) {
  for (const pixels of sizes) {
    for (const lines of waysToWrite(wish.text, wish.short)) {
      const form = formOf(wish, lines, pixels, table.sheet.measure);
      if (form.width > limits.room * wish.room) continue;
      for (const [aside, down] of SHIFTS) {
        const [x, y] = [wish.x + aside * wish.room, wish.y + down * form.height];
        if (
          liesIn(boxAround(form, x, y, edge), lines.length, wish, table.sheet, limits) &&
          isFree(table, boxAround(form, x, y, table.pad))
        )
          return {...form, id: wish.id, x, y, isAtSea: false, leader: null};
      }
    }
  }
  return null;
}

/**
 * The line from inside a country to a box, how much of it lies on the ground of others, over how many too
 * many it strays, and what it costs: its length, and as much again on that ground; null where it would be as long as
 * `most`, or cross what stands and may not.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {Box} box
 * @param {number} most
 * @param {boolean} mayCross
 * @returns {{leader: Leader, length: number, cost: number, overland: number, strays: number} | null}
 */
function leaderTo({sheet: {under, blocked, bounds}, taken}, {x, y, own}, {pixels}, box, most, mayCross) {
  const toX = Math.min(box.x + box.w, Math.max(box.x, x));
  const toY = Math.min(box.y + box.h, Math.max(box.y, y));
  const length = Math.sqrt((toX - x) * (toX - x) + (toY - y) * (toY - y));
  if (length >= most) return null;
  const [dx, dy] = length ? [(toX - x) / length, (toY - y) / length] : [0, 0];
  let ashore = 0;
  while (ashore < length && own.has(under(x + dx * ashore, y + dy * ashore))) ashore += STEP;
  const start = Math.max(0, ashore - STEP - INSET * pixels);
  const [fromX, fromY] = [x + dx * start, y + dy * start];
  const [left, right] = [Math.min(fromX, toX), Math.max(fromX, toX)];
  const [top, bottom] = [Math.min(fromY, toY), Math.max(fromY, toY)];
  const inTheWay = taken.filter(
    (other, i) =>
      other.x <= right &&
      other.x + other.w >= left &&
      other.y <= bottom &&
      other.y + other.h >= top &&
      !(i < blocked.length && holds(other, fromX, fromY)),
  );
  let [overland, across] = [0, 0];
  /** @type {Set<number>} */
  const others = new Set();
  for (let i = 0; start + i * STEP < length; i += 1) {
    const [px, py] = [x + dx * (start + i * STEP), y + dy * (start + i * STEP)];
    const ground = under(px, py);
    if (ground !== 0 && !own.has(ground)) {
      overland += STEP;
      others.add(ground);
    }
    if (!inTheWay.some((other) => holds(other, px, py))) continue;
    if (!mayCross) return null;
    across += STEP;
  }
  const strays = Math.max(0, others.size - MOST_OTHERS) + Number(length - start > MOST_ACROSS * bounds.width);
  const cost = length + overland + CROSSING * across + STRAY * strays;
  return {leader: [fromX, fromY, toX, toY], length: length - start, cost, overland, strays};
}

/**
 * A name at sea, with a leader unless it stands at its own coast and no other's.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {Leader} leader
 * @returns {Place}
 */
function atSea({sheet: {under}}, wish, form, x, y, leader) {
  const [fromX, fromY, toX, toY] = leader;
  const near = NEAR * form.pixels;
  const isNear = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) < INSET * form.pixels + 2 * STEP + near;
  const isAlone =
    isNear && isUnder(boxAround(form, x, y, near), form.lines.length, wish.own, under, (_, foreign) => foreign === 0);
  return {...form, id: wish.id, x, y, isAtSea: true, leader: isAlone ? null : leader};
}

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
  const {pixels, width, height, lines} = form;
  const {under} = table.sheet;
  /** @type {Place | null} */
  let best = null;
  let least = reach;
  for (let i = 1; REACH_STEP * pixels * i <= least; i += 1) {
    const away = REACH_STEP * pixels * i;
    for (const [dx, dy] of WAYS) {
      const [x, y] = [wish.x + dx * (away + width / 2), wish.y + dy * (away + height / 2)];
      if (under(x, y) !== 0) continue;
      if (!liesAtSea(boxAround(form, x, y), lines.length, under)) continue;
      if (!isFree(table, boxAround(form, x, y, table.pad))) continue;
      const line = leaderTo(table, wish, form, boxAround(form, x, y, GAP), least, false);
      if (!line || line.cost >= least || line.overland > overland || line.strays) continue;
      least = line.cost;
      best = atSea(table, wish, form, x, y, line.leader);
    }
  }
  return best;
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
function beside(table, wish, sizes, reach, overland) {
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
 * Where a name stands that must, wherever there is room not too far away: its middle in its country or at sea.
 * @param {Table} table
 * @param {Wish} wish
 * @param {number} pixels
 * @param {boolean} mayCross what stands
 * @returns {Place | null}
 */
function anywhere(table, wish, pixels, mayCross) {
  const {under, bounds, measure, base} = table.sheet;
  /** @type {Place | null} */
  let best = null;
  let least = Infinity;
  for (const lines of waysToWrite(wish.text, wish.short)) {
    const form = formOf(wish, lines, pixels, measure);
    const [stepX, stepY] = [form.height / 2, form.height / 3];
    for (const row of outwards(Math.ceil(bounds.height / stepY))) {
      const y = wish.y + row * stepY;
      if (Math.abs(row * stepY) - form.height / 2 >= least) break;
      for (const column of outwards(Math.ceil(bounds.width / stepX))) {
        const x = wish.x + column * stepX;
        if (Math.abs(column * stepX) - form.width / 2 >= least) break;
        const ground = under(x, y);
        const isOwn = wish.own.has(ground);
        if (!isOwn && (ground !== 0 || !liesAtSea(boxAround(form, x, y), lines.length, under))) continue;
        if (!isFree(table, boxAround(form, x, y, table.pad))) continue;
        const line = leaderTo(table, wish, form, boxAround(form, x, y, GAP), least, mayCross);
        if (!line || line.cost >= least || line.length > FARTHEST * base) continue;
        least = line.cost;
        best = isOwn
          ? {...form, id: wish.id, x, y, isAtSea: false, leader: null}
          : atSea(table, wish, form, x, y, line.leader);
      }
    }
  }
  return best;
}

/**
 * Put a name where it was found to stand; says whether it was.
 * @param {Table} table
 * @param {Place | null} place
 */
function put({sheet: {crosses}, taken, placed}, place) {
  if (!place) return false;
  placed.set(place.id, {...place, isCrossed: Boolean(crosses?.(boxAround(place, place.x, place.y)))});
  taken.push(boxAround(place, place.x, place.y, PAD));
  if (!place.leader) return true;
  const [fromX, fromY, toX, toY] = place.leader;
  const steps = Math.floor(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / STEP);
  for (let i = 0; i <= steps; i += 1) {
    const [x, y] = [fromX + ((toX - fromX) * i) / (steps || 1), fromY + ((toY - fromY) * i) / (steps || 1)];
    taken.push({x: x - ASIDE, y: y - ASIDE, w: 2 * ASIDE, h: 2 * ASIDE});
  }
  return true;
}

/**
 * Place names: those that must stand first, then by the room that their countries have. A name stands inside its
 * country, whole, shorter, on two lines or smaller; else at sea with a leader; else, unless it must, not at all. Names
 * keep clear of each other, of leaders and of the boxes that are `blocked`. One that has a number and finds no place
 * stands by that, or not at all.
 * @param {Wish[]} wishes
 * @param {Sheet} sheet
 * @returns {Place[]}
 */
export function placeNames(wishes, sheet) {
  const {base, least, bounds, blocked} = sheet;
  /** @type {Table} */
  const table = {sheet, taken: [...blocked], placed: new Map(), pad: PAD};
  const tables = sheet.crosses ? [sheet, {...sheet, crosses: null}] : [sheet];
  /** Clear of outlines if that can be. */
  const clear = (/** @type {(table: Table) => Place | null} */ find, pad = PAD) =>
    tables.reduce((/** @type {Place | null} */ place, each) => place ?? find({...table, sheet: each, pad}), null);
  const fullOf = (/** @type {Wish} */ {joined}) => (joined ? base * BOLD : base);
  const leastOf = (/** @type {Wish} */ wish) => Math.min(fullOf(wish), least);
  const sizesOf = (/** @type {Wish} */ wish, part = 1) =>
    sizesFrom(Math.max(part * fullOf(wish), leastOf(wish)), least);

  const byRoom = (/** @type {Wish} */ a, /** @type {Wish} */ b) => b.room - a.room || (a.id < b.id ? -1 : 1);
  const here = wishes.filter(({x, y}) => x >= 0 && y >= 0 && x <= bounds.width && y <= bounds.height).sort(byRoom);
  const musts = here.filter(({must}) => must);

  /** Well inside its country; says whether it stands. Who joined has an outline, and keeps it whole if it can. */
  function settle(/** @type {Wish} */ wish) {
    const well = (/** @type {Table} */ on) =>
      wish.joined ? inside(on, wish, SNUGLY, sizesOf(wish), EDGE) : inside(on, wish, WELL, sizesOf(wish));
    // Rather at sea off its own coast than over an outline.
    const off = () => (sheet.crosses ? beside(table, wish, sizesOf(wish, AT_SEA), MUST_REACHES[1] * base, 0) : null);
    return put(table, well(table) ?? (wish.joined ? null : off()) ?? clear(well));
  }
  /** @type {(wish: Wish, reaches: number[], overland: number, part?: number) => Place | null} the nearest at sea */
  const near = (wish, reaches, overland, part = AT_SEA) =>
    reaches.reduce(
      (/** @type {Place | null} */ place, reach) =>
        place ?? clear((on) => beside(on, wish, sizesOf(wish, part), reach * base, overland)),
      null,
    );
  /** Inside its country, over its outline if it must. */
  const within = (/** @type {Wish} */ wish) =>
    wish.joined ? clear((on) => inside(on, wish, WELL, sizesOf(wish))) : null;
  /** The number of a name that finds no place: upon its country, or close to it. */
  function counted(/** @type {Wish} */ wish) {
    if (!wish.number) return null;
    const asked = {...wish, text: wish.number, short: ''};
    return (
      clear((on) => inside(on, asked, WELL, sizesOf(asked)), 0) ??
      clear((on) => inside(on, asked, UPON, [leastOf(asked)]), 0) ??
      near(asked, MUST_REACHES.slice(0, 1), 0, 1)
    );
  }
  /** Who joined keeps its outline whole, if not inside then at sea; another rather stands over its border. */
  const insist = (/** @type {Wish} */ wish) =>
    put(
      table,
      (wish.joined ? (within(wish) ?? near(wish, MUST_REACHES.slice(0, 2), OVERLAND)) : near(wish, [AT_HAND], 0)) ??
        clear((on) => inside(on, briefly(wish), LOOSELY, [leastOf(wish)])) ??
        clear((on) => inside(on, wish, OVER, [leastOf(wish)])) ??
        near(wish, MUST_REACHES.slice(0, 2), OVERLAND) ??
        near(wish, MUST_REACHES, Infinity) ??
        clear((on) => anywhere(on, wish, leastOf(wish), !wish.number)) ??
        counted(wish),
    );
  function squeeze(/** @type {Wish} */ wish) {
    const small = sizesOf(wish, AT_SEA).slice(0, 1);
    const overland = wish.room < TINY * base ? 0 : Math.min(OVERLAND, wish.room);
    return put(
      table,
      clear((on) => beside(on, wish, small, Math.min(MOST_REACH, REACH * base), overland)) ??
        inside(table, briefly(wish), LOOSELY, [leastOf(wish)]) ??
        inside(table, wish, SPILLING, [leastOf(wish)]),
    );
  }
  let left = musts.filter((wish) => !settle(wish));
  // The smallest country has the least choice.
  if (bounds.width < NARROW && musts.length > FEW)
    left = [...left]
      .reverse()
      .filter((wish) => !put(table, within(wish) ?? counted(wish)))
      .reverse();
  left.forEach(insist);
  here.filter((wish) => !wish.must && wish.room >= SPECK * base && !settle(wish) && !wish.quiet).forEach(squeeze);
  return here.flatMap(({id}) => table.placed.get(id) ?? []);
}
