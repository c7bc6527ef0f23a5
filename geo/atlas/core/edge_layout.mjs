// Where the places beyond the stage stand, marks and name together: at the edge beyond which they lie, at sea, clear of
// each other, of all marks and of what lies over the map. One that finds no such place, or whose card is open, stands
// there on a plate; several are one badge, named as elsewhere. geo/drawing/edge_layout.py has the same rules, but for
// the card; tests/golden/mark_layout.json holds both to them.

import {boxOf, placeBeyond, plateOf, spreadStack} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';
import {outwards} from './name_tries.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Edge, Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {ReturnType<typeof placeBeyond> & {onLand: boolean}} EdgeName one on land needs a plate to be read on */
/** @typedef {(x: number, y: number) => number} Under whose ground lies under a point, 0 for the sea */
/** @typedef {{stack: Stack, name: EdgeName, box: Box}} Held `box` is what marks and name take together */
/**
 * @typedef {{citiesOf: (stack: Pick<Stack, 'marks'>) => string, elsewhere: string, size: Size, unit: number,
 *   blocked: Box[], under: Under, measure: (text: string) => number, open?: string | null}} Sheet `elsewhere` stands
 *   for several places; `open` is the statement whose card is
 */

const STEP_PX = 20; // from try to try along an edge
const EDGE_PX = 20;
const [COLUMNS, ROWS] = [16, 4]; // what lies under a box is asked at so many points across and down
const SEA = 0;
/** @type {Edge[]} */
const EDGES = ['bottom', 'left', 'right', 'top'];

/**
 * Whether all of a box lies at sea.
 * @param {Box} box
 * @param {Under} under
 */
function isAtSea({x, y, w, h}, under) {
  for (let row = 0; row <= ROWS; row += 1)
    for (let column = 0; column <= COLUMNS; column += 1)
      if (under(x + (column / COLUMNS) * w, y + (row / ROWS) * h) !== SEA) return false;
  return true;
}

/**
 * A stack with its name, at a point.
 * @param {Stack} stack
 * @param {number} x
 * @param {number} y
 * @param {string} cities
 * @param {boolean} folded
 * @param {Sheet} sheet
 * @returns {Held}
 */
function heldAt({away, marks}, x, y, cities, folded, {size, unit, measure}) {
  const stack = spreadStack({x, y, away, ids: marks.map(({id}) => id)}, size, unit, folded);
  const name = placeBeyond(stack, cities, size.width, unit, measure);
  const [plate, words] = [plateOf(stack, unit), name.box];
  const [left, top] = [Math.min(plate.x, words.x), Math.min(plate.y, words.y)];
  const right = Math.max(plate.x + plate.w, words.x + words.w);
  const bottom = Math.max(plate.y + plate.h, words.y + words.h);
  return {stack, name: {...name, onLand: false}, box: {x: left, y: top, w: right - left, h: bottom - top}};
}

/**
 * Where a stack may stand along an edge, from a point outwards.
 * @param {Stack} stack
 * @param {Edge} edge
 * @param {string} cities
 * @param {Sheet} sheet
 * @returns {Generator<Held>}
 */
function* along({x, y, ...stack}, edge, cities, sheet) {
  const {width, height} = sheet.size;
  const isUpright = edge === 'left' || edge === 'right';
  const near = EDGE_PX * sheet.unit;
  const across = {left: near, right: width - near, top: near, bottom: height - near, '': 0}[edge];
  const forms = stack.marks.length > 1 && !stack.folded ? [false, true] : [stack.folded];
  for (const step of outwards(Math.ceil((isUpright ? height : width) / (STEP_PX * sheet.unit)))) {
    const at = (isUpright ? y : x) + step * STEP_PX * sheet.unit;
    if (at < near || at > (isUpright ? height : width) - near) continue;
    for (const folded of forms)
      yield heldAt({...stack, x, y}, isUpright ? across : at, isUpright ? at : across, cities, folded, sheet);
  }
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
  const {citiesOf, elsewhere, size, unit, blocked, under, open = null} = sheet;
  const here = stacks.filter(({away}) => !away);
  const taken = [...blocked, ...here.map((stack) => plateOf(stack, unit))];
  const [standing, lost] = [here, /** @type {Stack[]} */ ([])];
  /** @type {Map<Stack, EdgeName>} */
  const names = new Map();
  const isFree = (/** @type {Held} */ {box}) =>
    box.x >= 0 && box.x + box.w <= size.width && !taken.some((other) => meet(other, box));
  const isGood = (/** @type {Held} */ held) =>
    isFree(held) && isAtSea(held.name.box, under) && isAtSea(plateOf(held.stack, unit), under);

  function hold(/** @type {Held | undefined} */ held, onLand = false) {
    if (!held) return false;
    taken.push(held.box);
    standing.push(held.stack);
    names.set(held.stack, {...held.name, onLand});
    return true;
  }
  for (const stack of stacks.filter(({away}) => away)) {
    const atEdge = (/** @type {(held: Held) => boolean} */ isFit) =>
      firstOf(along(stack, stack.away, citiesOf(stack), sheet), isFit);
    const isOpen = stack.marks.some(({id}) => id === open);
    if (!hold(atEdge(isGood)) && !(isOpen && hold(atEdge(isFree), true))) lost.push(stack);
  }
  if (!lost.length) return {stacks: standing, names};
  const marks = lost.flatMap((stack) => stack.marks);
  const cities = citiesOf({marks});
  const isOne = lost.every((stack) => citiesOf(stack) === cities);
  const {x, y, away} = isOne ? lost[0] : {x: 0, y: size.height, away: /** @type {Edge} */ ('')};
  /** @type {Stack} */
  const rest = {x, y, away, folded: marks.length > 1, marks};
  const edges = away ? [away] : EDGES; // from another, an arrow would point across the map
  const tries = edges.flatMap((edge) => [...along(rest, edge, isOne ? cities : elsewhere, sheet)]);
  const atSea = tries.find(isGood);
  // A stage that has no size yet has no edge, and yet no mark is lost.
  const last = tries[0] ?? heldAt(rest, 0, 0, cities, rest.folded, sheet);
  hold(atSea ?? tries.find(isFree) ?? last, !atSea);
  return {stacks: standing, names};
}

/**
 * The boxes of the marks of stacks.
 * @param {Stack[]} stacks
 * @param {number} unit
 */
export const boxesOf = (stacks, unit) => stacks.flatMap(({marks}) => marks.map((mark) => boxOf(mark, unit)));
