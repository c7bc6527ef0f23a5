// Where the places beyond the stage stand, marks and name together on a tag that hangs at the edge beyond which they
// lie or at the next one towards them, with an arrow to them: at sea, clear of each other, of all marks and of what
// lies over the map. Those beyond one edge that find no such place are one badge, of several places named as elsewhere,
// of one by its mere name where there is no room for more; or else they stand, as one whose card is open, on land,
// rather of their own country than of another, and on as little as can be. What the map is about stays bare: rather
// than over it a tag stands farther along, or at another edge, or without its words.
// geo/drawing/edge_layout.py has the same rules, but for the card; tests/golden/mark_layout.json holds both to them.

import {badgeBox, boxOf, placeBeyond, plateOf, spreadStack} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';
import {outwards} from './name_tries.mjs';

/** @import {Point, Size} from './camera.mjs' */
/** @import {Edge, PlacedMark, Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/**
 * @typedef {ReturnType<typeof placeBeyond> & {tag: Box, onLand: boolean}} EdgeName `tag` is what it is read on with its
 *   marks; not all of one on land lies at sea
 */
/** @typedef {(x: number, y: number) => number} Under whose ground lies under a point, 0 for the sea */
/** @typedef {{stack: Stack, name: EdgeName}} Held */
/**
 * @typedef {(marks: PlacedMark[]) => string} Saying
 * @typedef {{said: Saying, brief: Saying, elsewhere: string, home: (marks: PlacedMark[]) => number, size: Size,
 *   unit: number, blocked: Box[], under: Under, measure: (text: string) => number, open?: string | null,
 *   dear?: ReadonlySet<number>}} Sheet `said` tells where marks were made, `brief` in fewer words, and `elsewhere`
 *   stands for several places; `home` is the ground of their country, 0 where it is not known; `open` is the statement
 *   whose card is; `dear` is the ground that the map is about
 */

const STEP_PX = 10; // from try to try along an edge
const SHORE_PX = 4; // from a tag at sea to the land
const EDGE_PX = 20;
const PAD_PX = 5; // from marks and name to the border of their tag
const [COLUMNS, ROWS] = [16, 4]; // what lies under a box is asked at so many points across and down
const SEA = 0;
/** @type {ReadonlySet<number>} */
const NONE = new Set();
/** @type {Edge[]} */
const EDGES = ['bottom', 'left', 'right', 'top'];

/**
 * Whether all of a box lies on ground that will do.
 * @param {Box} box
 * @param {Under} under
 * @param {(ground: number) => boolean} willDo
 */
function liesOn({x, y, w, h}, under, willDo) {
  for (let row = 0; row <= ROWS; row += 1)
    for (let column = 0; column <= COLUMNS; column += 1)
      if (!willDo(under(x + (column / COLUMNS) * w, y + (row / ROWS) * h))) return false;
  return true;
}

/**
 * At how many of the points that are asked a box lies on land.
 * @param {Box} box
 * @param {Under} under
 */
function landUnder({x, y, w, h}, under) {
  let count = 0;
  for (let row = 0; row <= ROWS; row += 1)
    for (let column = 0; column <= COLUMNS; column += 1)
      if (under(x + (column / COLUMNS) * w, y + (row / ROWS) * h) !== SEA) count += 1;
  return count;
}

const grown = (/** @type {Box} */ {x, y, w, h}, /** @type {number} */ by) => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

/**
 * The first of some places on the least land.
 * @param {Held[]} free
 * @param {Under} under
 */
function onLeastLand(free, under) {
  const land = free.map(({name}) => landUnder(name.tag, under));
  return free[land.indexOf(Math.min(...land))];
}

/**
 * The edges that a stack may hang at: the one that it lies beyond, and of those next to it the nearer.
 * @param {Pick<Stack, 'away' | 'place'>} stack
 * @param {Size} size
 * @returns {Edge[]}
 */
function sidesOf({away, place: [x, y]}, {width, height}) {
  const isAside = away === 'left' || away === 'right';
  if (isAside) return [away, y < height / 2 ? 'top' : 'bottom'];
  return [away, x < width / 2 ? 'left' : 'right'];
}

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Stacks beyond one edge as one, in their middle.
 * @param {Stack[]} stacks
 * @returns {Stack}
 */
function asOne(stacks) {
  const marks = stacks.flatMap((stack) => stack.marks);
  const [x, y] = [mean(stacks.map((stack) => stack.x)), mean(stacks.map((stack) => stack.y))];
  const place = /** @type {Point} */ ([0, 1].map((i) => mean(stacks.map((stack) => stack.place[i]))));
  return {x, y, away: stacks[0].away, place, folded: marks.length > 1, marks};
}

/**
 * What marks and their name are read on: it hangs at the edge, as nothing does that lies on the map.
 * @param {Box} plate
 * @param {Box} name
 * @param {Edge} edge
 * @param {Sheet} sheet
 * @returns {Box}
 */
function tagOf(plate, name, edge, {size: {width, height}, unit}) {
  if (!name.w) name = plate;
  const pad = PAD_PX * unit;
  const left = edge === 'left' ? 0 : Math.min(plate.x, name.x) - pad;
  const top = edge === 'top' ? 0 : Math.min(plate.y, name.y) - pad;
  const right = edge === 'right' ? width : Math.max(plate.x + plate.w, name.x + name.w) + pad;
  const bottom = edge === 'bottom' ? height : Math.max(plate.y + plate.h, name.y + name.h) + pad;
  return {x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top)}; // a stage may yet be low
}

/**
 * A stack with its name, at a point of an edge.
 * @param {Stack} stack
 * @param {Point} at
 * @param {Edge} edge
 * @param {string} words
 * @param {boolean} folded
 * @param {Sheet} sheet
 * @returns {Held}
 */
function heldAt({place, marks}, [x, y], edge, words, folded, sheet) {
  const {size, unit, measure} = sheet;
  const stack = spreadStack({x, y, away: edge, place, ids: marks.map(({id}) => id)}, size, unit, folded);
  const name = placeBeyond(stack, words, size, unit, measure);
  return {stack, name: {...name, tag: tagOf(plateOf(stack, unit), name.box, edge, sheet), onLand: false}};
}

/**
 * Where a stack may stand along an edge, from a point outwards.
 * @param {Stack} stack
 * @param {Edge} edge
 * @param {string} words
 * @param {Sheet} sheet
 * @returns {Generator<Held>}
 */
function* along(stack, edge, words, sheet) {
  const {x, y} = stack;
  const {width, height} = sheet.size;
  const isUpright = edge === 'left' || edge === 'right';
  const near = EDGE_PX * sheet.unit;
  const across = {left: near, right: width - near, top: near, bottom: height - near, '': 0}[edge];
  const forms = stack.marks.length > 1 && !stack.folded ? [false, true] : [stack.folded];
  for (const step of outwards(Math.ceil((isUpright ? height : width) / (STEP_PX * sheet.unit)))) {
    const at = (isUpright ? y : x) + step * STEP_PX * sheet.unit;
    if (at < near || at > (isUpright ? height : width) - near) continue;
    for (const folded of forms)
      yield heldAt(stack, isUpright ? [across, at] : [at, across], edge, words, folded, sheet);
  }
}

/**
 * Where a stack may stand along some edges.
 * @param {Stack} stack
 * @param {Edge[]} edges
 * @param {string} words
 * @param {Sheet} sheet
 * @returns {Generator<Held>}
 */
function* alongAll(stack, edges, words, sheet) {
  for (const edge of edges) yield* along(stack, edge, words, sheet);
}

/**
 * The first of some places that is good.
 * @param {Iterable<Held>} tries
 * @param {(held: Held) => boolean} isGood
 */
function firstOf(tries, isGood) {
  for (const held of tries) if (isGood(held)) return held;
  return undefined;
}

/**
 * All stacks, those beyond the stage where they stand at its edge, and the names of these.
 * @param {Stack[]} stacks
 * @param {Sheet} sheet
 * @returns {{stacks: Stack[], names: Map<Stack, EdgeName>}}
 */
export function holdAtEdges(stacks, sheet) {
  const {said, brief, elsewhere, size, unit, blocked, under, open = null, dear = NONE} = sheet;
  const here = stacks.filter(({away}) => !away);
  const taken = [...blocked, ...here.map((stack) => plateOf(stack, unit))];
  const [standing, lost] = [here, /** @type {Stack[]} */ ([])];
  /** @type {Map<Stack, EdgeName>} */
  const names = new Map();
  const isFree = (/** @type {Held} */ {name: {tag}}) =>
    tag.x >= 0 && tag.x + tag.w <= size.width && !taken.some((other) => meet(other, tag));
  // Asked of both boxes: a small isle lies between the points of one.
  const isAtSea = (/** @type {Held} */ {name: {tag}}) =>
    [tag, grown(tag, SHORE_PX * unit)].every((box) => liesOn(box, under, (ground) => ground === SEA));
  const isGood = (/** @type {Held} */ held) => isFree(held) && isAtSea(held);
  const isClear = (/** @type {Held} */ {name}) => liesOn(name.tag, under, (ground) => !dear.has(ground));
  /** The first on ground of their own country, if there is one, of places for these marks. */
  function ashore(/** @type {Held[]} */ free, /** @type {PlacedMark[]} */ marks) {
    const home = sheet.home(marks);
    const isHome = (/** @type {number} */ ground) => ground === SEA || ground === home;
    return free.find(({name}) => liesOn(name.tag, under, isHome)) ?? onLeastLand(free, under);
  }
  /** Of the rooms that ways have, in their order, the first place at sea, or on land that the map is not about. */
  function goodIn(/** @type {Held[][]} */ rooms, /** @type {PlacedMark[]} */ marks) {
    const atSea = rooms.flat().find(isAtSea);
    if (atSea) return atSea;
    const clear = rooms.map((room) => (dear.size ? room.filter(isClear) : room)).find(({length}) => length);
    return clear && ashore(clear, marks);
  }
  /** Of the last of them, which take the least, a place where the map is about all that is free. */
  function leastOf(/** @type {Held[][][]} */ rooms, /** @type {PlacedMark[]} */ marks) {
    const free = rooms.flatMap((each) => [...each].reverse()).find(({length}) => length);
    return free && ashore(free, marks);
  }

  function hold(/** @type {Held | undefined} */ held, onLand = false) {
    if (!held) return false;
    taken.push(held.name.tag);
    standing.push(held.stack);
    names.set(held.stack, {...held.name, onLand});
    return true;
  }
  for (const stack of stacks.filter(({away}) => away)) {
    const tries = () => alongAll(stack, sidesOf(stack, size), said(stack.marks), sheet);
    const isOpen = stack.marks.some(({id}) => id === open);
    const onLand = () => {
      const free = [...tries()].filter(isFree);
      return goodIn([free], stack.marks) ?? leastOf([[free]], stack.marks);
    };
    if (!hold(firstOf(tries(), isGood)) && !(isOpen && hold(onLand(), true))) lost.push(stack);
  }
  for (const edge of EDGES) {
    const those = lost.filter(({away}) => away === edge);
    if (!those.length) continue;
    const rest = asOne(those);
    const isOne = those.every((stack) => said(stack.marks) === said(rest.marks));
    const sides = sidesOf(rest, size);
    const worded = isOne ? [said(rest.marks), brief(rest.marks)] : [elsewhere];
    const rooms = [worded, ['']].flatMap((tried) =>
      [sides, EDGES.filter((each) => !sides.includes(each))].map((edges) =>
        tried.map((words) => [...alongAll(rest, edges, words, sheet)].filter(isFree)),
      ),
    );
    const found =
      rooms.map((each) => goodIn(each, rest.marks)).find(Boolean) ??
      leastOf(rooms, rest.marks) ??
      heldAt(rest, [rest.x, rest.y], edge, '', rest.folded, sheet); // a stage that has no size yet has no edge
    hold(found, !isGood(found));
  }
  return {stacks: standing, names};
}

/**
 * The boxes of the marks of stacks.
 * @param {Stack[]} stacks
 * @param {number} unit
 */
export const boxesOf = (stacks, unit) =>
  stacks.flatMap((stack) => (stack.folded ? [badgeBox(stack, unit)] : stack.marks.map((each) => boxOf(each, unit))));
