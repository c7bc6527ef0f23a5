// Which names stand on the map, and where. geo/drawing/name_layout.py has the same rules; tests/cases/names.json
// holds both to them. All in px.

import {dotsOf, isTiny} from './name_dots.mjs';
import {inside, beside, anywhere, hasFoot, upon} from './name_finders.mjs';
import {BOLD, briefly, mustBeWritten, NO_TIE, rankOf, RANKS, sizesFrom, sparing, withoutNumber} from './name_forms.mjs';
import {isAstray, OF_NEWS} from './name_ground.mjs';
import {FAIRLY, HALF, LEANING, LOOSELY, MOSTLY, OVER, REACHING, SNUGLY, UPON, WELL} from './name_limits.mjs';
import {isNarrow} from './name_numbers.mjs';
import {clear, closer, offFronts, overAll, overOutlines} from './name_over.mjs';
import {asSmall, put} from './name_put.mjs';
import {isHardlySeen, isWellWithin} from './name_sight.mjs';
import {createNameSpots} from './name_spots.mjs';
import {createTaken} from './name_taken.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Under} from './ground.mjs' */
/** @import {Crosses} from './line_grid.mjs' */
/** @import {Form, Measure, Wish} from './name_forms.mjs' */
/** @import {Limits} from './name_limits.mjs' */
/** @import {Spots} from './name_spots.mjs' */
/** @import {Taken} from './name_taken.mjs' */
/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/** @typedef {[fromX: number, fromY: number, toX: number, toY: number]} Leader from inside the country to its name */
/**
 * @typedef {{base: number, least: number, mustLeast: number, insideLeast?: number, measure: Measure,
 *   under: Under, blocked: Box[], bounds: Size, crosses?: Crosses | null, spots?: Spots}}
 *   Sheet `base` is the full size, then the least, that of one that must stand, and that of any other within its
 *   country, which is the same where none is given; `under` tells whose ground it is, 0 for the sea; `crosses` whether
 *   a line runs there, which names keep clear of if they can; `spots` holds those found before
 */
/**
 * @typedef {{sheet: Sheet, taken: Taken, sides: Taken, spots: Spots, placed: Map<string, Place>, pad: number,
 *   crowd: boolean, close?: number, over?: boolean, hides?: number, coloured: ReadonlySet<number>,
 *   strong: ReadonlySet<number>, mayPass?: boolean, sprawl?: number}} Table what stands already, what lies to the
 *   `sides` of numbers, where no name stands, how many px what comes keeps from it, whether more than a few must stand;
 *   how far, in parts of its size, a line may reach under its letters, whether it may stand `over` an outline and how
 *   much of a front it hides then; the ground that is `coloured`, over which a line leads to what a number can tell
 *   only if it `mayPass`, and that whose fill is `strong`; how much of a name may `sprawl` over what has another ink
 */
/**
 * @typedef {Form & {id: string, x: number, y: number, isAtSea: boolean, leader: Leader | null, isCrossed?: boolean,
 *   isAstray?: boolean, pad?: number, inland?: number}} Place `x`, `y` is the middle; one that is crossed stands over
 *   an outline; letters of one that is astray lie where the ink of its own ground cannot be seen; so many px of
 *   its leader, from its beginning, are `inland`
 */

const AT_SEA = 0.84; // of its size has a name at most beside its country
const PAD = 3; // px around a name are its own,
const APART = 6; // or so small a part of its size, where that is more
const REACH = 4; // sizes from its country stands a name at most,
const MOST_REACH = 140; // and so many px,
const AT_HAND = 2.5; // one that must stand rather stands over its border than farther at sea;
const MUST_REACHES = [4, 7, 11]; // and then rather near and smaller than far
const FEW = 2; // names that must stand, and no more, have leaders on a narrow map: numbers come before them
const MOST_LATE = 8; // numbers, and no more are added for countries that would but be missed; none for a lone one
// that has no tie
const OVERLAND = 32; // px of a leader may cross the ground of others, or as many as its country has room for, where
// that is less and the name need not stand; where it must, the leaders of its first reaches may
const NO_LARGER = 1.04; // times the size of others, at most, has the name of who joined over its outline
const [LITTLE, CLEAR] = [0.75, 5]; // of its size at least, and so many px clear of its borders, a name keeps off them:
// a front may run there
// Of its size reaches a line at most under the first or last letter of a name that need not stand, if that lies well
// inside its country; under none of others, unless that is a member's which is so many sizes wide: it would be missed.
const [UNDER, GREAT] = [0.35, 2.5];
const EDGE = 4; // px around the name of who joined are its own ground: its outline goes round there, whole
const SPECK = 0.1; // of a size wide, and less, a country has no name unless it must

/** Px at most of others' ground a line leads over to a name that a number could tell: on a small map few. */
const overland = (/** @type {Table} */ {sheet}, /** @type {number} */ most) => (isNarrow(sheet) ? sheet.base : most);

/** Whether a name stands as its number, which has no ground of its own around it. */
const isNumber = (/** @type {Place} */ {pad}) => pad === 0;

const fullOf = (/** @type {Table} */ {sheet: {base}}, /** @type {Wish} */ {joined}) => (joined ? base * BOLD : base);
const leastFor = (/** @type {Table} */ {sheet: {least, mustLeast}}, /** @type {Wish} */ {must}) =>
  must ? mustLeast : least;
const leastOf = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  Math.min(fullOf(table, wish), leastFor(table, wish));
const sizesOf = (/** @type {Table} */ table, /** @type {Wish} */ wish, part = 1) =>
  sizesFrom(Math.max(part * fullOf(table, wish), leastOf(table, wish)), leastFor(table, wish));

/** Within its country a name is rather as small as one that must stand than over a border, where that can be read. */
const leastWithin = (/** @type {Table} */ {sheet: {mustLeast, insideLeast = mustLeast}}, /** @type {Wish} */ {must}) =>
  must ? mustLeast : insideLeast;
const sizesInside = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  sizesFrom(fullOf(table, wish), leastWithin(table, wish));
const leastInside = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  Math.min(fullOf(table, wish), leastWithin(table, wish));

/** Whether a name stands inside its country or not at all. */
const stays = (/** @type {Wish} */ {quiet, inland}) => Boolean(quiet || inland);
/** Whether a name whose middle was not in sight has a list to give way to: none leads it out of a strip. */
const isHeld = (/** @type {Wish} */ {inland, number}) => Boolean(inland && number);
const reachOf = (/** @type {Table} */ {sheet: {base}}) => Math.min(MOST_REACH, REACH * base);
/**
 * Where a name that was found to stand keeps clear of all borders, if a little smaller is enough.
 * @param {Table} table
 * @param {Wish} wish
 * @param {Place} found
 */
function clearOfBorders(table, wish, {lines, pixels}) {
  const sizes = sizesInside(table, wish).filter((size) => LITTLE * pixels <= size && size <= pixels);
  return inside(table, {...wish, text: lines.join(' '), short: ''}, SNUGLY, sizes, CLEAR);
}

/** Where a name stands fairly inside its country. */
const fairly = (/** @type {Table} */ table, /** @type {Wish} */ wish, limits = FAIRLY) =>
  inside({...table, pad: 0}, briefly(wish), limits, [leastInside(table, wish)]);

/**
 * Where the name of who joined stands within its outline, rather near it than smaller than the names of others.
 * @param {Table} table
 * @param {Wish} wish
 */
function snugly(table, wish) {
  const sizes = sizesInside(table, wish);
  const large = sizes.filter((size) => size >= table.sheet.least);
  return (
    inside(table, wish, SNUGLY, large, EDGE) ??
    inside(table, wish, SNUGLY, large) ??
    inside(table, wish, SNUGLY, sizes.slice(large.length), EDGE)
  );
}

/**
 * Where a name stands well inside its country, off what is hatched there if it can. Who joined has an outline, and
 * keeps it whole if it can.
 * @param {Table} table
 * @param {Wish} wish
 */
function settle(table, wish) {
  const sizes = sizesInside(table, wish);
  const near = () => beside(table, wish, sizesOf(table, wish, AT_SEA), reachOf(table), 0);
  for (const asked of wish.plain ? [{...wish, own: wish.plain}, wish] : [wish]) {
    const found = wish.joined ? snugly(table, asked) : inside(table, asked, WELL, sizes);
    if (found) return wish.joined ? found : (clearOfBorders(table, asked, found) ?? found);
    const off = asked === wish || stays(wish) ? null : near(); // rather at sea off its own coast than over a hatch,
    if (off) return off;
  }
  if (!table.sheet.crosses) return null;
  // and rather less well inside, or there, than over an outline.
  const off = wish.joined ? null : (fairly(table, wish) ?? (stays(wish) || wish.must ? null : near()));
  const bare = closer(table, wish, UNDER);
  return off ?? (wish.joined ? inside(bare, wish, SNUGLY, sizes, EDGE) : inside(bare, wish, WELL, sizes));
}

/**
 * The nearest of some reaches in which a name finds a place at sea.
 * @param {Table} table
 * @param {Wish} wish
 * @param {number[]} reaches
 * @param {number} overland
 */
function near(table, wish, reaches, overland, part = AT_SEA) {
  const sizes = sizesOf(table, wish, part);
  for (const reach of reaches) {
    const found = clear(table, (on) => beside(on, wish, sizes, reach * table.sheet.base, overland));
    if (found) return found;
  }
  return null;
}

/** Where the name of who joined stands inside its country, less well. */
const within = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  wish.joined ? inside(table, wish, WELL, sizesOf(table, wish)) : null;

/** Where the name of who joined stands over its outline, no larger than others. */
function overOutline(/** @type {Table} */ table, /** @type {Wish} */ wish) {
  if (!wish.joined) return null;
  const smaller = sizesOf(table, wish).filter((size) => size <= NO_LARGER * table.sheet.base);
  const [bare, sizes] = [overOutlines(table), smaller.length ? smaller : [leastOf(table, wish)]];
  return inside(bare, wish, SNUGLY, sizes) ?? inside(bare, wish, WELL, sizes);
}

/** Where a name stands that must and has no number: however far its line leads, or as far as one to it may. */
const far = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  near(table, wish, MUST_REACHES, Infinity) ??
  clear({...table, pad: 0}, (on) => anywhere(on, wish, leastOf(table, wish))) ??
  (mustBeWritten(wish)
    ? (inside(overAll(table), wish, OVER, [leastOf(table, wish)]) ??
      anywhere(overAll({...table, pad: 0}), wish, leastOf(table, wish)))
    : null);

/** Where a name stands a little over its border, small and short. */
const loosely = (/** @type {Table} */ table, /** @type {Wish} */ wish) =>
  clear(table, (on) => inside(on, briefly(wish), LOOSELY, [leastOf(table, wish)]));

/**
 * Where the number of a name stands that finds no place: upon its country or close to it, off others'
 * coasts, else nowhere.
 * @param {Table} table
 * @param {Wish} wish
 */
function counted(table, wish) {
  if (!wish.number) return null;
  const asked = {...wish, text: wish.number, short: ''};
  const close = {...table, pad: 0};
  const {must, isLate} = wish;
  const isHeldIn = isHeld(wish);
  // Of who joined the gold tells, which a number that leans on others hides: rather at sea, and upon none.
  const leans = !wish.joined || isHeldIn;
  const isPressed = leans && !isHeldIn && must;
  const at = (/** @type {Limits} */ limits, sizes = [leastOf(table, asked)]) =>
    clear(close, (on) => upon(on, asked, limits, sizes));
  const found =
    at(WELL, sizesOf(table, asked)) ??
    at(LOOSELY) ??
    // small at sea, be it at another's coast,
    (leans
      ? null
      : clear(close, (on) => beside(on, asked, [leastOf(on, asked)], MUST_REACHES[0] * on.sheet.base, 0))) ??
    (isHeldIn || isLate ? null : near(close, {...asked, must: false}, MUST_REACHES.slice(0, must ? 2 : 1), 0, 1)) ??
    (isLate ? null : at(MOSTLY)) ??
    (isPressed ? near(close, asked, MUST_REACHES.slice(0, 1), OVERLAND, 1) : null) ??
    (must ? at(HALF) : null) ??
    // Upon a neighbour stands only what is larger than its country, at which it points then.
    (isPressed && wish.room < table.sheet.base * wish.number.length ? at(UPON) : null) ??
    (isPressed && isNarrow(table.sheet) ? near(close, asked, MUST_REACHES.slice(1, 2), OVERLAND, 1) : null) ??
    (wish.led ? clear(close, (on) => anywhere(on, asked, leastOf(on, asked))) : null) ??
    (isLate ? null : clear({...close, sprawl: 1}, (on) => upon(on, asked, MOSTLY, [leastOf(table, asked)])));
  return found && {...found, pad: 0};
}

function inCrowd(/** @type {Table} */ on, /** @type {Wish} */ asked) {
  if (isHeld(asked)) return null;
  const [table, wish] = [offFronts(on, asked), withoutNumber(asked)];
  return (
    within(table, wish) ??
    overOutline(table, wish) ??
    loosely(table, wish) ??
    near(table, wish, MUST_REACHES.slice(0, 1), 0) ??
    counted(table, wish)
  );
}

/**
 * Where a name stands that must and does not fit: who joined rather at sea, another rather over its border.
 * @param {Table} on
 * @param {Wish} asked
 */
function insist(on, asked) {
  if (isHeld(asked)) return null;
  const [table, wish] = [offFronts({...on, mayPass: Boolean(on.mayPass || asked.led)}, asked), withoutNumber(asked)];
  const [smallest, reaches] = [leastOf(table, wish), MUST_REACHES.slice(0, wish.number && table.crowd ? 1 : 2)];
  const isTold = wish.number || (wish.joined && wish.led); // by a number, which hides no gold
  return (
    within(table, wish) ??
    near(table, wish, wish.joined ? reaches.slice(0, isNarrow(table.sheet) ? 1 : 2) : [AT_HAND], 0) ??
    overOutline(table, wish) ??
    loosely(table, wish) ??
    inside(table, wish, isTold ? LEANING : OVER, [smallest]) ??
    inside(overOutlines(table), wish, isTold ? FAIRLY : OVER, [smallest]) ??
    led(table, wish, reaches) ??
    (wish.number ? null : far(table, wish))
  );
}

/**
 * Where a name stands at sea at the end of a line, which may lead over a neighbour.
 * @param {Table} table
 * @param {Wish} wish
 * @param {number[]} reaches
 */
const led = (table, wish, reaches) =>
  near(table, wish, wish.number ? reaches : MUST_REACHES, 0) ??
  near(table, wish, reaches, wish.number ? overland(table, OVERLAND) : OVERLAND);

/**
 * Where a name stands rather than as a number: where but few must stand, at the end of a line as long as may be. A lone
 * number needs a list of its own: rather a line to a name that must stand wherever there is room, else a short one.
 * @param {Table} table
 * @param {Wish} wish
 * @param {boolean} isLone
 */
function atLast(table, wish, isLone) {
  if ((table.crowd && !isLone) || (table.mayPass && !hasFoot(wish, table.sheet))) return null;
  const found = isLone ? led(table, {...wish, must: false}, MUST_REACHES.slice(0, 2)) : null;
  if (found || wish.isLate) return found;
  return (
    near(table, {...wish, number: '', led: true}, MUST_REACHES.slice(2), overland(table, Infinity)) ??
    (isLone ? clear({...table, pad: 0}, (on) => anywhere(on, wish, leastOf(table, wish))) : null)
  );
}

/**
 * Put the numbers of names that find no place, or of a few the names after all.
 * @param {Table} table
 * @param {Wish[]} waiting
 */
function count(table, waiting) {
  const asked = waiting.filter(({number}) => number);
  const numbers = () => [...table.placed.values()].filter(isNumber).length;
  const isLone = asked.length === 1 && !numbers();
  for (const wish of asked) {
    if (wish.isLate && ((numbers() >= MOST_LATE && !wish.belongs) || (rankOf(wish) === NO_TIE && !numbers()))) continue;
    const mayLead = !stays(wish) && (wish.must || (isLone && (wish.belongs || !wish.isLate)));
    const led = (/** @type {Table} */ on) => (mayLead ? atLast(on, {...wish, must: true}, isLone) : null);
    put(table, led(table) ?? counted(table, wish) ?? led({...table, mayPass: true}));
  }
}

/**
 * Where another stands that does not fit: at sea where that is near, or a little over its border.
 * @param {Table} table
 * @param {Wish} wish
 */
function squeeze(table, wish) {
  const {base} = table.sheet;
  const small = sizesOf(table, wish, AT_SEA).slice(0, 1);
  const reach = reachOf(table);
  const mayCross = !isTiny(wish, base) && !isNarrow(table.sheet);
  const close = table.sheet.crosses ? closer(table, wish) : null;
  const near = (/** @type {number} */ overland) =>
    beside(table, wish, small, reach, overland) ?? (close && beside(close, wish, small, reach, overland));
  const found =
    fairly(table, wish) ??
    near(0) ??
    inside(table, briefly(wish), LOOSELY, [leastInside(table, wish)]) ??
    (mayCross ? near(Math.min(OVERLAND, wish.room)) : null);
  if (found || !wish.belongs) return found;
  const reaching = (close && fairly(close, wish)) ?? fairly(close ?? table, wish, REACHING);
  return reaching ?? (close && wish.room >= GREAT * base ? fairly(overOutlines(table), wish, REACHING) : null);
}

/** Where a name stands that would be missed and has no number: small at sea, else on more ground of its own. */
function afterAll(/** @type {Table} */ table, /** @type {Wish} */ wish) {
  const on = table.sheet.crosses ? closer(table, wish) : table;
  return (
    beside(on, wish, sizesOf(table, wish, AT_SEA), reachOf(table), Math.min(OVERLAND, wish.room)) ??
    inside({...table, pad: 0, sprawl: OF_NEWS}, briefly(wish), LOOSELY, [leastInside(table, wish)])
  );
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
  const {base, bounds, blocked} = sheet;
  const byRoom = (/** @type {Wish} */ a, /** @type {Wish} */ b) =>
    rankOf(a) - rankOf(b) || b.room - a.room || (a.id < b.id ? -1 : 1);
  const isHere = (/** @type {Wish} */ wish) =>
    isWellWithin([wish.x, wish.y], bounds) && (mustBeWritten(wish) || !isHardlySeen(wish, sheet));
  const coloured = new Set(wishes.flatMap((wish) => (rankOf(wish) < NO_TIE ? [...wish.own] : [])));
  const here = wishes
    .filter(isHere)
    .map((wish) => sparing(wish, coloured))
    .sort(byRoom);
  const musts = here.filter(({must}) => must);
  const others = here.filter(({must, room}) => !must && room >= SPECK * base);
  const taken = createTaken([...blocked, ...dotsOf(here, base)], bounds);
  /** @type {Table} */
  const table = {
    sheet,
    taken,
    sides: createTaken([], bounds),
    spots: sheet.spots ?? createNameSpots(sheet),
    placed: new Map(),
    pad: Math.max(PAD, base / APART),
    crowd: musts.length > FEW,
    coloured,
    strong: new Set(wishes.flatMap(({strong, own}) => (strong ? [...own] : []))),
  };
  let left = musts.filter((wish) => !put(table, settle(table, wish)));
  // The smallest country has the least choice.
  if (isNarrow(sheet) && table.crowd)
    left = [...left]
      .reverse()
      .filter((wish) => !put(table, inCrowd(table, wish)))
      .reverse();
  const lost = left.filter((wish) => !put(table, insist(table, wish)));
  count(table, lost);
  for (const rank of RANKS) {
    const late = others.filter((wish) => rankOf(wish) === rank && !put(table, settle(table, wish)));
    const rest = late.filter((wish) => !put(table, stays(wish) ? null : squeeze(table, wish)));
    count(table, rest);
    for (const wish of rest)
      if (!table.placed.has(wish.id) && !stays(wish) && (wish.belongs || wish.isLate))
        put(table, afterAll(table, wish));
  }
  const size = Math.min(...[...table.placed.values()].filter(isNumber).map(({pixels}) => pixels));
  return here.flatMap((wish) => {
    const found = table.placed.get(wish.id);
    const place = found && isNumber(found) ? asSmall(found, size) : found;
    return place ? {...place, isAstray: !place.isAtSea && isAstray(place, place.x, place.y, wish, table)} : [];
  });
}
