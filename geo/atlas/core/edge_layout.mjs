// Where the places beyond the stage stand. Their sign, of several statements a badge, hangs on a small tag at the edge
// beyond which they lie or at the next one towards them, with an arrow to them; the key has their names, since words
// hide the land. A tag hangs at sea, clear of others, of all marks and of what lies over the map. Those beyond one edge
// that find no such place, or are too many, are one badge, and the one whose card is open stands by itself: there at
// sea, or off all shores on land that the map is not about, or so at another edge; or else on as little land as can be,
// and on what the map is about only where there is nothing else.
// geo/drawing/edge_layout.py has the same rules, but for the card; tests/golden/mark_layout.json holds both to them.

import {badgeBox, boxOf, plateOf} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';
import {outwards} from './name_tries.mjs';

/** @import {Point, Size} from './camera.mjs' */
/** @import {Edge, Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {(x: number, y: number) => number} Under whose ground lies under a point, 0 for the sea */
/**
 * @typedef {{stack: Stack, tag: Box, arrow: Point, turn: number, onLand: boolean}} Held `tag` is what it takes; all of
 *   one that is not on land lies at sea. The arrow on it is turned so many degrees from the right, downwards
 */
/**
 * @typedef {{size: Size, unit: number, blocked: Box[], under: Under, open?: string | null, dear?: ReadonlySet<number>}}
 *   Sheet `open` is the statement whose card is; `dear` is the ground that the map is about
 */

const STEP_PX = 10; // from try to try along an edge
const SHORE_PX = 4; // from a tag to a shore
const [WIDTH_PX, HEIGHT_PX] = [46, 30]; // of a tag
const ARROW_PX = 9; // from its end to the middle of the arrow
const MOST = 0.25; // of an edge: places beyond it whose tags would take more are one
const POINTS = 8; // what lies under a box is asked at so many points across and down, and one more
const SEA = 0;
/** @type {ReadonlySet<number>} */
const NONE = new Set();
/** @type {Edge[]} */
const EDGES = ['bottom', 'left', 'right', 'top'];

const isUpright = (/** @type {Edge} */ edge) => edge === 'left' || edge === 'right';

/**
 * At how many of the points that are asked a box lies on ground that is asked for.
 * @param {Box} box
 * @param {Under} under
 * @param {(ground: number) => boolean} isAsked
 */
function countUnder({x, y, w, h}, under, isAsked) {
  let count = 0;
  for (let row = 0; row <= POINTS; row += 1)
    for (let column = 0; column <= POINTS; column += 1)
      if (isAsked(under(x + (column / POINTS) * w, y + (row / POINTS) * h))) count += 1;
  return count;
}

const isLand = (/** @type {number} */ ground) => ground !== SEA;

/**
 * A box so much larger on each side, as far as that lies on the stage, whose last px may be that of its ground.
 * @param {Box} box
 * @param {number} by
 * @param {Size} size
 */
function grown({x, y, w, h}, by, {width, height}) {
  const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)];
  return {x: left, y: top, w: Math.min(width - 1, x + w + by) - left, h: Math.min(height - 1, y + h + by) - top};
}

/**
 * The edges that a stack may hang at: the one that it lies beyond, and of those next to it the nearer.
 * @param {Pick<Stack, 'away' | 'place'>} stack
 * @param {Size} size
 * @returns {Edge[]}
 */
function sidesOf({away, place: [x, y]}, {width, height}) {
  if (isUpright(away)) return [away, y < height / 2 ? 'top' : 'bottom'];
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
 * A stack on its tag, at a point of an edge; its arrow stands on the side of its place.
 * @param {Stack} stack
 * @param {Edge} edge
 * @param {number} at
 * @param {Sheet} sheet
 * @returns {Held}
 */
function heldAt(stack, edge, at, {size: {width, height}, unit}) {
  const [w, h, inset] = [WIDTH_PX * unit, HEIGHT_PX * unit, ARROW_PX * unit];
  const x = isUpright(edge) ? (edge === 'left' ? 0 : width - w) : at - w / 2;
  const y = isUpright(edge) ? at - h / 2 : edge === 'top' ? 0 : height - h;
  const middle = y + h / 2;
  const isWest = stack.place[0] < x + w / 2;
  const [markX, arrowX] = isWest ? [x + w - h / 2, x + inset] : [x + h / 2, x + w - inset];
  const turn = (Math.atan2(stack.place[1] - middle, stack.place[0] - arrowX) * 180) / Math.PI;
  const marks = stack.marks.map((each) => ({...each, x: markX, y: middle}));
  const standing = {...stack, x: markX, y: middle, away: edge, marks};
  return {stack: standing, tag: {x, y, w, h}, arrow: [arrowX, middle], turn, onLand: false};
}

/**
 * Where a stack may stand along edges, from its point outwards.
 * @param {Stack} stack
 * @param {Edge[]} edges
 * @param {Sheet} sheet
 * @returns {Generator<Held>}
 */
function* along(stack, edges, sheet) {
  const {size, unit} = sheet;
  for (const edge of edges) {
    const [start, length, side] = isUpright(edge) ? [stack.y, size.height, HEIGHT_PX] : [stack.x, size.width, WIDTH_PX];
    const near = (side / 2) * unit;
    for (const step of outwards(Math.ceil(length / (STEP_PX * unit)))) {
      const at = start + step * STEP_PX * unit;
      if (at >= near && at <= length - near) yield heldAt(stack, edge, at, sheet);
    }
  }
}

/**
 * All stacks, those beyond the stage where they stand at its edge, and what these hang on.
 * @param {Stack[]} stacks
 * @param {Sheet} sheet
 * @returns {{stacks: Stack[], held: Held[]}}
 */
export function holdAtEdges(stacks, sheet) {
  const {size, unit, blocked, under, open = null, dear = NONE} = sheet;
  const here = stacks.filter(({away}) => !away);
  const taken = [...blocked, ...here.map((stack) => plateOf(stack, unit))];
  const [held, lost] = [/** @type {Held[]} */ ([]), /** @type {Stack[]} */ ([])];
  const isFree = (/** @type {Held} */ {tag}) => !taken.some((other) => meet(other, tag));
  // Asked of both boxes: a small isle lies between the points of one.
  const liesOn = (/** @type {Held} */ {tag}, /** @type {(ground: number) => boolean} */ willDo) =>
    [0, SHORE_PX * unit].every((by) => !countUnder(grown(tag, by, size), under, (ground) => !willDo(ground)));
  const isAtSea = (/** @type {Held} */ each) => liesOn(each, (ground) => ground === SEA);
  const isInland = (/** @type {Held} */ each) => liesOn(each, (ground) => ground !== SEA && !dear.has(ground));
  const isClear = (/** @type {Held} */ {tag}) => !countUnder(tag, under, (ground) => dear.has(ground));
  const landOf = (/** @type {Held} */ {tag}) => countUnder(tag, under, isLand);

  /** Whether tags for all the places beyond an edge would be more than a stage of its size bears. */
  function isCrowded(/** @type {Edge} */ edge) {
    const count = stacks.filter(({away}) => away === edge).length;
    const [takes, length] = isUpright(edge) ? [HEIGHT_PX, size.height] : [WIDTH_PX, size.width];
    return count * takes * unit > MOST * length;
  }
  const crowded = EDGES.filter(isCrowded);

  /** The best place for a stack, at its own edges if they have any that will do. */
  function bestFor(/** @type {Stack} */ stack) {
    const sides = sidesOf(stack, size);
    const edges = [sides, EDGES.filter((edge) => !sides.includes(edge))];
    const rooms = edges.map((each) => [...along(stack, each, sheet)].filter(isFree));
    for (const room of rooms) {
      const atSea = room.find(isAtSea);
      if (atSea) return atSea;
      const inland = room.find(isInland);
      if (inland) return {...inland, onLand: true};
    }
    const clear = dear.size ? rooms.map((room) => room.filter(isClear)) : [];
    const room = [...clear, ...rooms].find(({length}) => length);
    if (!room) return {...heldAt(stack, stack.away, isUpright(stack.away) ? stack.y : stack.x, sheet), onLand: true};
    const land = room.map(landOf);
    return {...room[land.indexOf(Math.min(...land))], onLand: true};
  }
  /** The first place for a stack at its own edges, where it is at sea. */
  function nearFor(/** @type {Stack} */ stack) {
    if (stack.marks.some(({id}) => id === open)) return bestFor(stack);
    if (crowded.includes(stack.away)) return null;
    for (const tried of along(stack, sidesOf(stack, size), sheet)) if (isFree(tried) && isAtSea(tried)) return tried;
    return null;
  }
  function hold(/** @type {Held} */ found) {
    taken.push(found.tag);
    held.push(found);
  }
  for (const stack of stacks.filter(({away}) => away)) {
    const found = nearFor(stack);
    if (found) hold(found);
    else lost.push(stack);
  }
  for (const edge of EDGES) {
    const those = lost.filter(({away}) => away === edge);
    if (those.length) hold(bestFor(asOne(those)));
  }
  return {stacks: [...here, ...held.map(({stack}) => stack)], held};
}

/**
 * The boxes of the marks of stacks.
 * @param {Stack[]} stacks
 * @param {number} unit
 */
export const boxesOf = (stacks, unit) =>
  stacks.flatMap((stack) => (stack.folded ? [badgeBox(stack, unit)] : stack.marks.map((each) => boxOf(each, unit))));
