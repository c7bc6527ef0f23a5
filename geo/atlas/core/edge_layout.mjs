// Where the places beyond the stage stand. Their sign, of several statements a badge, hangs on a small tag where the
// straight way to them leaves the stage, with an arrow to them; the key has their names, since words hide the land.
// From there a tag slides a part of the rim to stand at sea, or else on plain land that the map is not about and of
// which it does not hide most, clear of others, of all marks and of what lies over the map. Those of one edge that find
// no such place, or are too many, are one badge for all that lie much the same way, and the one whose card is open
// stands by itself: there or as far as it still hangs towards its place, or else on as little land as can be, on that
// of a large country that the map is about, farther along the rim, and on what else the map is about only where there
// is nothing else.
// geo/drawing/edge_layout.py has the same rules, but for the card; tests/golden/mark_layout.json holds both to them.

import {badgeBox, boxOf, plateOf} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';
import {atRim, wayOut} from './rim.mjs';

/** @import {Point, Size} from './camera.mjs' */
/** @import {Land} from './mark_beside.mjs' */
/** @import {Edge, Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @typedef {(x: number, y: number) => number} Under whose ground lies under a point, 0 for the sea */
/**
 * @typedef {{stack: Stack, tag: Box, arrow: Point, turn: number, onLand: boolean}} Held `tag` is what it takes; all of
 *   one that is not on land lies at sea. The arrow on it is turned so many degrees from the right, downwards
 */
/**
 * @typedef {{size: Size, unit: number, blocked: Box[], under: Under, areaOf: Land['areaOf'], open?: string | null,
 *   dear?: ReadonlySet<number>}} Sheet `open` is the statement whose card is; `dear` the ground that the map is about
 */

const STEP_PX = 10; // from try to try along the rim
const SLIDE = 0.05; // of the rim: the part that a tag slides from where the way to its place leaves the stage,
const TOWARDS_IT = Math.PI / 4; // and as far as this, seen from the middle of the stage, it still hangs towards it
const LARGE = 0.03; // of a country: a tag that covers no more of it hides little,
const HIDING = 0.25; // and one that covers more than this hides it, whatever the map is about
const [NEAR, TOWARDS, ASTRAY] = [0, 1, 2]; // the rooms along the rim in which a tag may hang
const SHORE_PX = 4; // from a tag to a shore
const [WIDTH_PX, HEIGHT_PX] = [46, 30]; // of a tag
const ARROW_PX = 9; // from its end to the middle of the arrow
const MOST = 0.25; // of an edge: places that lie through it whose tags would take more are one
const POINTS = 8; // what lies under a box is asked at so many points across and down, and one more
const [SEA, ELSEWHERE] = [0, 1]; // what is no country
/** @type {ReadonlySet<number>} */
const NONE = new Set();
/** @type {Edge[]} */
const EDGES = ['bottom', 'left', 'right', 'top'];

const isUpright = (/** @type {Edge} */ edge) => edge === 'left' || edge === 'right';

/**
 * At how many of the points that are asked a box lies on ground that is asked for; no more than `most` are counted.
 * @param {Box} box
 * @param {Under} under
 * @param {(ground: number) => boolean} isAsked
 * @param {number} [most]
 */
function countUnder({x, y, w, h}, under, isAsked, most = Infinity) {
  let count = 0;
  for (let row = 0; row <= POINTS; row += 1)
    for (let column = 0; column <= POINTS && count < most; column += 1)
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
 * A stack on its tag, so far along the rim; its arrow stands on the side of its place.
 * @param {Stack} stack
 * @param {number} far
 * @param {Sheet} sheet
 * @returns {Held}
 */
function heldAt(stack, far, {size, unit}) {
  const [w, h, inset] = [WIDTH_PX * unit, HEIGHT_PX * unit, ARROW_PX * unit];
  const [edge, at] = atRim(far, size);
  const [right, bottom] = [size.width - w, size.height - h];
  const x = isUpright(edge) ? (edge === 'left' ? 0 : right) : Math.max(0, Math.min(right, at - w / 2));
  const y = isUpright(edge) ? Math.max(0, Math.min(bottom, at - h / 2)) : edge === 'top' ? 0 : bottom;
  const middle = y + h / 2;
  const isWest = stack.place[0] < x + w / 2;
  const [markX, arrowX] = isWest ? [x + w - h / 2, x + inset] : [x + h / 2, x + w - inset];
  const turn = (Math.atan2(stack.place[1] - middle, stack.place[0] - arrowX) * 180) / Math.PI;
  const marks = stack.marks.map((each) => ({...each, x: markX, y: middle}));
  const standing = {...stack, x: markX, y: middle, away: edge, marks};
  return {stack: standing, tag: {x, y, w, h}, arrow: [arrowX, middle], turn, onLand: false};
}

/**
 * The edge through which the straight way from the middle of the stage to a place leaves it.
 * @param {Stack} stack
 * @param {Size} size
 */
const edgeTo = ({place}, size) => atRim(wayOut(place, size), size)[0];

/**
 * The angle between the ways to two points from the middle of the stage.
 * @param {Point} one
 * @param {Point} other
 * @param {Size} size
 */
function apart(one, other, {width, height}) {
  const [way, back] = [one, other].map(([x, y]) => Math.atan2(y - height / 2, x - width / 2));
  const angle = Math.abs(way - back);
  return Math.min(angle, 2 * Math.PI - angle);
}

/**
 * How far a tag hangs aside of the way to its place, seen from the middle of the stage.
 * @param {Held} held
 * @param {Size} size
 */
const asideOf = ({tag: {x, y, w, h}, stack: {place}}, size) => apart([x + w / 2, y + h / 2], place, size);

/**
 * Stacks beyond one edge by the way to them: none in a bundle lies farther aside of its first than a tag may hang.
 * @param {Stack[]} stacks
 * @param {Size} size
 */
function bundlesOf(stacks, size) {
  const found = /** @type {Stack[][]} */ ([]);
  const way = new Map(stacks.map((stack) => [stack, wayOut(stack.place, size)]));
  const inOrder = [...way].sort(([, a], [, b]) => a - b);
  for (const [stack] of inOrder) {
    const last = found.at(-1);
    if (last && apart(stack.place, last[0].place, size) <= TOWARDS_IT) last.push(stack);
    else found.push([stack]);
  }
  return found.map((bundle) => stacks.filter((stack) => bundle.includes(stack)));
}

/**
 * Where a stack may stand in a room, from where the way to its place leaves the stage to both sides of that.
 * @param {Stack} stack
 * @param {number} room
 * @param {Sheet} sheet
 * @returns {Held[]}
 */
function along(stack, room, sheet) {
  const {size, unit} = sheet;
  const [start, step, half] = [wayOut(stack.place, size), STEP_PX * unit, size.width + size.height];
  const near = Math.floor((2 * half * SLIDE) / step);
  const [first, last] = room === NEAR ? [0, near] : [near + 1, Math.floor(half / step)];
  const tries = [];
  for (let i = first; i <= last; i += 1)
    for (const side of i ? [1, -1] : [1]) {
      const tried = heldAt(stack, start + side * i * step, sheet);
      if (room === NEAR || (room === ASTRAY) === asideOf(tried, size) > TOWARDS_IT) tries.push(tried);
    }
  return tries;
}

/**
 * What tells of tags what they hide, and finds those that hide least.
 * @param {Sheet} sheet
 */
function judgeOf({size, unit, under, areaOf, dear = NONE}) {
  /** The one ground on which a tag lies, and what is close to it: a small isle lies between the points of one box. */
  function soleGround(/** @type {Held} */ {tag}) {
    const sole = under(tag.x, tag.y);
    const isOther = (/** @type {number} */ ground) => ground !== sole;
    return [0, SHORE_PX * unit].some((by) => countUnder(grown(tag, by, size), under, isOther, 1)) ? null : sole;
  }
  const isDear = (/** @type {number} */ ground) => dear.has(ground);
  const isWithin = (/** @type {Held} */ {tag: {w, h}}, /** @type {number} */ ground, /** @type {number} */ part) =>
    w * h <= part * areaOf(ground);
  const isHidden = (/** @type {Held} */ held, /** @type {number} */ ground) =>
    isDear(ground) || (ground > ELSEWHERE && !isWithin(held, ground, HIDING));
  const isClear = (/** @type {Held} */ held) => !countUnder(held.tag, under, (ground) => isHidden(held, ground), 1);
  const isBare = (/** @type {Held} */ {tag}) => !countUnder(tag, under, isDear, 1);

  /** Of places one at sea, or off shores and borders on land that the map is not about, or large if that will do. */
  function bareOf(/** @type {Held[]} */ room, mayBeDear = false) {
    let plain = null;
    for (const tried of room) {
      const ground = soleGround(tried);
      if (ground === SEA) return tried;
      if (plain || ground === null) continue;
      if (!isHidden(tried, ground) || (mayBeDear && isWithin(tried, ground, LARGE))) plain = {...tried, onLand: true};
    }
    return plain;
  }
  /** Of places the one on the least land. */
  function leastOf(/** @type {Held[]} */ room) {
    if (!room.length) return null;
    const land = room.map(({tag}) => countUnder(tag, under, isLand));
    return {...room[land.indexOf(Math.min(...land))], onLand: true};
  }
  return {isClear, isBare, bareOf, leastOf};
}

/**
 * All stacks, those beyond the stage where they stand at its edge, and what these hang on.
 * @param {Stack[]} stacks
 * @param {Sheet} sheet
 * @returns {{stacks: Stack[], held: Held[]}}
 */
export function holdAtEdges(stacks, sheet) {
  const {size, unit, blocked, open = null} = sheet;
  const here = stacks.filter(({away}) => !away);
  const taken = [...blocked, ...here.map((stack) => plateOf(stack, unit))];
  const [held, lost] = [/** @type {Held[]} */ ([]), /** @type {Stack[]} */ ([])];
  const isFree = (/** @type {Held} */ {tag}) => !taken.some((other) => meet(other, tag));
  const {isClear, isBare, bareOf, leastOf} = judgeOf(sheet);
  const away = stacks.filter((stack) => stack.away);
  const edges = new Map(away.map((stack) => [stack, edgeTo(stack, size)]));
  /** Whether tags for all the places that lie through an edge would be more than a stage of its size bears. */
  function isCrowded(/** @type {Edge} */ edge) {
    const count = [...edges.values()].filter((to) => to === edge).length;
    const [side, length] = isUpright(edge) ? [HEIGHT_PX, size.height] : [WIDTH_PX, size.width];
    return count * side * unit > MOST * length;
  }
  const crowded = EDGES.filter(isCrowded);

  const roomOf = (/** @type {Stack} */ stack, /** @type {number} */ room) => along(stack, room, sheet).filter(isFree);
  /** The best place for a stack, where the way to its own leaves the stage if that will do. */
  function bestFor(/** @type {Stack} */ stack) {
    const [near, towards] = [roomOf(stack, NEAR), roomOf(stack, TOWARDS)];
    const found =
      bareOf(near) ??
      bareOf(towards) ??
      leastOf(near.filter(isClear)) ??
      leastOf(towards.filter(isClear)) ??
      bareOf(near, true) ??
      bareOf(towards, true);
    if (found) return found;
    const astray = roomOf(stack, ASTRAY);
    const rooms = [near, towards, astray];
    const tries = [astray.filter(isClear), ...rooms.map((room) => room.filter(isBare)), ...rooms];
    const last = bareOf(astray) ?? leastOf(tries.find((room) => room.length) ?? []);
    return last ?? {...heldAt(stack, wayOut(stack.place, size), sheet), onLand: true};
  }
  /** The nearest place for a stack, where it hides nothing. */
  function nearFor(/** @type {Stack} */ stack) {
    if (stack.marks.some(({id}) => id === open)) return bestFor(stack);
    return crowded.includes(/** @type {Edge} */ (edges.get(stack))) ? null : bareOf(roomOf(stack, NEAR));
  }
  function hold(/** @type {Held} */ found) {
    taken.push(found.tag);
    held.push(found);
  }
  for (const stack of away) {
    const found = nearFor(stack);
    if (found) hold(found);
    else lost.push(stack);
  }
  for (const edge of EDGES) {
    const those = lost.filter((stack) => edges.get(stack) === edge);
    for (const bundle of bundlesOf(those, size)) hold(bestFor(asOne(bundle)));
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
