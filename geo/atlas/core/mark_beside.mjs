// Marks that would hide the country under them: they stand beside it, at sea or on the quiet ground of a large one
// where nobody speaks, on a short pin from their place that crosses no third country. Boxes and points, in px. The
// server's pictures follow the same rules (geo/drawing/mark_beside.py); tests/golden/mark_layout.json holds the two
// together.

import {ELSEWHERE, SEA} from './ground.mjs';
import {fold, isAbroad, pinsOf, plateOf} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @import {Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */
/**
 * @typedef {{under: Under, areaOf: (ground: number) => number, dear: () => ReadonlySet<number>}} Land `areaOf` tells in
 *   square px how large the ground of a unit is, `dear` the ground that the map is about
 */

const [INK_PX, BADGE_PX] = [9.5, [11.5, 8]]; // from the middle of a mark, and of a badge, to the edge of its ink
const CLEAR_PX = 3; // and from there to a shore
// Of it, across and down, the points at which is asked what lies there: no isle lies between.
const POINTS = Array.from({length: 14}, (_, i) => (2 * i - 13) / 14);
const HIDES = 0.4; // of a country: a sign that covers more hides it
const LEAST = 30; // square px; smaller ground, of one or of several, is missed only where the map is about it,
const LITTLE = 12; // or, down to this, where a short pin leads to sea or quiet ground
const QUIET = 0.1; // of a country: a sign that covers no more does no harm
const [NEAREST_PX, STEP_PX, FARTHEST_PX] = [18, 6, 55]; // from a place to its sign: no more than two signs and a half,
const SHORT_PX = 36; // or so far for the sake of little ground
const ALONG_PX = 3; // from point to point of a pin at which is asked what it crosses
export const SEAWARD = 1.7; // times as far a sign goes to stand at sea
const WAYS = Array.from({length: 16}, (_, i) => [Math.cos((i * Math.PI) / 8), Math.sin((i * Math.PI) / 8)]);

/**
 * How many of the points of some signs lie on which ground.
 * @param {{x: number, y: number}[]} signs
 * @param {readonly [number, number]} half of a sign, across and down
 * @param {Under} under
 */
export function pointsOn(signs, [across, down], under) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const {x, y} of signs)
    for (const dx of POINTS)
      for (const dy of POINTS) {
        const ground = under(x + dx * across, y + dy * down);
        found.set(ground, (found.get(ground) ?? 0) + 1);
      }
  return found;
}

/** What one point stands for, in square px. */
const areaOfPoint = (/** @type {readonly [number, number]} */ [across, down]) =>
  (4 * across * down) / POINTS.length ** 2;

/**
 * How many square px of countries signs hide; no end of it where the map is about one of these.
 * @param {Map<number, number>} found
 * @param {readonly [number, number]} half
 * @param {Land} land
 */
function hiddenOf(found, half, {areaOf, dear}) {
  let hidden = 0;
  for (const [ground, count] of found) {
    if (ground === SEA || ground === ELSEWHERE) continue;
    const area = areaOf(ground);
    if (count * areaOfPoint(half) <= HIDES * area) continue;
    if (dear().has(ground)) return Infinity;
    hidden += area;
  }
  return hidden;
}

/**
 * Whether signs with so many of their points on which ground hide a country, or several that are small.
 * @param {Map<number, number>} found
 * @param {readonly [number, number]} half
 * @param {Land} land
 */
export const areHiding = (found, half, land) => hiddenOf(found, half, land) >= LEAST;

/**
 * Whether the ground of a country is so large, and so little asked for, that signs upon it do no harm.
 * @param {number} ground
 * @param {number} count
 * @param {readonly [number, number]} half
 * @param {Land} land
 */
export const isQuiet = (ground, count, half, {areaOf, dear}) =>
  ground === ELSEWHERE || (count * areaOfPoint(half) <= QUIET * areaOf(ground) && !dear().has(ground));

/**
 * From the middle of each sign of a stack to the edge of its ink, or so far beyond, across and down.
 * @param {Stack} stack
 * @param {number} unit
 * @returns {readonly [number, number]}
 */
function halfOf({folded}, unit, clear = 0) {
  const [across, down] = folded ? BADGE_PX : [INK_PX, INK_PX];
  return [(across + clear) * unit, (down + clear) * unit];
}

/** The signs of a stack that are seen. */
const signsOf = (/** @type {Stack} */ {marks, folded}) => (folded ? marks.slice(0, 1) : marks);

/**
 * How much of countries the signs of a stack hide.
 * @param {Stack} stack
 * @param {number} unit
 * @param {Land} land
 */
function hiddenBy(stack, unit, land) {
  const half = halfOf(stack, unit);
  return hiddenOf(pointsOn(signsOf(stack), half, land.under), half, land);
}

/**
 * On what a stack would stand: the sea, the ground of one large country or ground of which it hides little; none of it
 * shunned, or none of these.
 * @param {Stack} stack
 * @param {number} unit
 * @param {Land} land
 * @param {(ground: number) => boolean} isShunned
 * @returns {'sea' | 'quiet' | 'bare' | ''}
 */
function groundFor(stack, unit, land, isShunned) {
  const half = halfOf(stack, unit, CLEAR_PX);
  const on = pointsOn(signsOf(stack), half, land.under);
  if ([...on.keys()].some(isShunned)) return '';
  const [[ground, count], ...others] = on;
  if (!others.length && ground === SEA) return 'sea';
  if (!others.length && isQuiet(ground, count, half, land)) return 'quiet';
  return hiddenBy(stack, unit, land) < LITTLE ? 'bare' : '';
}

/**
 * The same stack elsewhere, off its place.
 * @param {Stack} stack
 * @param {number} dx
 * @param {number} dy
 * @returns {Stack}
 */
export const movedBy = (stack, dx, dy) => ({
  ...stack,
  x: stack.x + dx,
  y: stack.y + dy,
  pinned: true,
  marks: stack.marks.map((each) => ({...each, x: each.x + dx, y: each.y + dy})),
});

/**
 * Whether a pin of a stack crosses ground of neither end.
 * @param {Stack} stack
 * @param {number} unit
 * @param {Under} under
 */
const isAcross = (stack, unit, under) =>
  pinsOf(stack, unit).some(([ax, ay, bx, by]) => {
    const ends = new Set([SEA, under(ax, ay), under(bx, by)]);
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / (ALONG_PX * unit));
    for (let i = 0; i <= steps; i += 1)
      if (!ends.has(under(ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps))) return true;
    return false;
  });

/**
 * The nearest place for a stack where it hides nothing, rather at sea; the stack itself if it hides nothing there.
 * Without sea or quiet ground, it stands across others at sea, or else on ground of which it hides little. If it hides
 * but little itself, it stays there.
 * @param {Stack} stack
 * @param {Box[]} taken
 * @param {Size} size
 * @param {number} unit
 * @param {Land} land
 * @param {ReadonlySet<number>} spoken ground where statements were made
 * @returns {Stack}
 */
function besideOf(stack, taken, {width, height}, unit, land, spoken) {
  const hidden = hiddenBy(stack, unit, land);
  if (hidden < LITTLE) return stack;
  /** @type {Record<'quiet' | 'across' | 'bare', Stack | undefined>} */
  const found = {quiet: undefined, across: undefined, bare: undefined};
  let farthest = hidden < LEAST ? SHORT_PX : FARTHEST_PX;
  const [homeX, homeY] = [stack.place[0] - stack.x, stack.place[1] - stack.y];
  const isShunned = (/** @type {number} */ ground) =>
    ![SEA, ELSEWHERE].includes(ground) && (spoken.has(ground) || land.dear().has(ground));
  for (let far = NEAREST_PX; far <= farthest; far += STEP_PX)
    for (const [dx, dy] of WAYS) {
      const moved = movedBy(stack, homeX + dx * far * unit, homeY + dy * far * unit);
      const plate = plateOf(moved, unit);
      const isOn = plate.x >= 0 && plate.y >= 0 && plate.x + plate.w <= width && plate.y + plate.h <= height;
      if (!isOn || taken.some((box) => meet(box, plate))) continue;
      const ground = groundFor(moved, unit, land, isShunned);
      if (!ground) continue;
      const isThrough = isAcross(moved, unit, land.under);
      if (ground === 'sea' && !isThrough) return moved;
      const kind = ground === 'sea' ? 'across' : isThrough ? 'bare' : ground;
      if (kind === 'quiet' && !found.quiet) farthest = Math.min(farthest, far * SEAWARD);
      found[kind] ??= moved;
    }
  return found.quiet ?? (hidden < LEAST ? stack : (found.across ?? found.bare ?? stack));
}

/**
 * The same stacks, those that would hide the country under them beside it, clear of boxes and of each other.
 * @param {Stack[]} stacks
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {number} unit
 * @param {Land} land
 * @returns {Stack[]}
 */
export function standBeside(stacks, boxes, size, unit, land) {
  const plates = stacks.map((stack) => plateOf(stack, unit));
  const spoken = new Set(stacks.filter(({away}) => !away).map(({place}) => land.under(...place)));
  return stacks.map((stack, i) => {
    if (stack.away) return stack;
    const others = plates.filter((_, j) => j !== i && !stacks[j].away);
    const taken = [...boxes, ...others];
    let found = besideOf(stack, taken, size, unit, land, spoken);
    if (!stack.folded && stack.marks.length > 1 && isAbroad(found, unit, land.under))
      found = besideOf(fold(stack, size, unit), taken, size, unit, land, spoken);
    plates[i] = plateOf(found, unit);
    return found;
  });
}
