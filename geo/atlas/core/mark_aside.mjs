// Marks whose place lies under a button over the map: they step aside, if a little is enough, farther in their own
// country, or else on a pin. Boxes and points, in px.

import {movedBy} from './mark_beside.mjs';
import {plateOf} from './mark_layout.mjs';
import {meet} from './name_taken.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {Under} from './edge_layout.mjs' */
/** @import {Stack} from './mark_layout.mjs' */
/** @import {Box} from './name_layout.mjs' */

const FARTHEST_PX = 30; // farther away a mark would stand in another country,
const FARTHER_PX = 60; // or past a row of buttons still in its own; where it cannot, its pin tells where it belongs
const GAP_PX = 2;

const isShort = (/** @type {number} */ dx, /** @type {number} */ dy) => Math.abs(dx + dy) <= FARTHEST_PX;

/**
 * The shortest way out of boxes for one, and onto none of the others; null where there is none that is short, or none
 * is needed.
 * @param {Box} own
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {Box[]} [others]
 * @param {(dx: number, dy: number) => boolean} [isNear]
 * @returns {{dx: number, dy: number} | null}
 */
export function wayOut(own, boxes, {width, height}, others = [], isNear = isShort) {
  const over = boxes.filter((box) => meet(box, own));
  const ways = over.flatMap(({x, y, w, h}) => [
    {dx: 0, dy: y - GAP_PX - own.y - own.h},
    {dx: x - GAP_PX - own.x - own.w, dy: 0},
    {dx: x + w + GAP_PX - own.x, dy: 0},
    {dx: 0, dy: y + h + GAP_PX - own.y},
  ]);
  const isGood = (/** @type {{dx: number, dy: number}} */ {dx, dy}) => {
    const [x, y] = [own.x + dx, own.y + dy];
    const isOn = x >= 0 && y >= 0 && x + own.w <= width && y + own.h <= height;
    const isMet = (/** @type {Box} */ box) => meet(box, {...own, x, y});
    return isOn && isNear(dx, dy) && !boxes.some(isMet) && !others.some(isMet);
  };
  return ways.filter(isGood).sort((a, b) => Math.abs(a.dx + a.dy) - Math.abs(b.dx + b.dy))[0] ?? null;
}

/**
 * The same stacks, those that stand at their own places out of the boxes: two that stood apart never come to meet.
 * @param {Stack[]} stacks
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {number} unit
 * @param {Under | null} [under] whose ground lies under a point, where a mark may go farther in its country
 * @returns {Stack[]}
 */
export function stepAside(stacks, boxes, size, unit, under = null) {
  const plates = stacks.map((stack) => plateOf(stack, unit));
  return stacks.map((stack, i) => {
    if (stack.away) return stack;
    const others = plates.filter((other, j) => j !== i && !stacks[j].away && !meet(other, plates[i]));
    const isHome = (/** @type {number} */ dx, /** @type {number} */ dy) =>
      under !== null && Math.abs(dx + dy) <= FARTHER_PX && under(stack.x + dx, stack.y + dy) === under(...stack.place);
    const isPinned = (/** @type {number} */ dx, /** @type {number} */ dy) => Math.abs(dx + dy) <= FARTHER_PX;
    const way = [undefined, isHome, isPinned].reduce(
      (/** @type {ReturnType<typeof wayOut>} */ found, isNear) =>
        found ?? wayOut(plates[i], boxes, size, others, isNear),
      null,
    );
    if (!way) return stack;
    const moved = movedBy(stack, way.dx, way.dy);
    plates[i] = plateOf(moved, unit);
    return moved;
  });
}
