// Signs of forces that stand folded, where so many would hide the ground. Boxes and points, in px.

import {GAP_PX, LINE_PX, boxAround, heapsOf, inside, isHiding, spread} from './force_layout.mjs';
import {meet} from './name_taken.mjs';

/** @import {Size} from './camera.mjs' */
/** @import {PlacedForce} from './force_layout.mjs' */
/** @import {Land} from './mark_beside.mjs' */
/** @import {Box} from './name_layout.mjs' */

const FEWEST = 4; // signs; fewer are no crowd
const CROWDED = 0.5; // of the ground from the first to the last of those that touch: signs that take more of it hide it
const LARGER = 1.4; // times as large is the sign of those that stand folded, where it hides no country,
const [COUNT_PX, LEAST_COUNT_PX] = [11, 12]; // or as large as another, and its number no less than this

/**
 * Boxes, by their places, in groups: those that meet, and those that meet one of these.
 * @param {Box[]} boxes
 */
function touching(boxes) {
  /** @type {number[][]} */
  const groups = [];
  let left = boxes.map((_, at) => at);
  while (left.length) {
    const group = left.splice(0, 1);
    for (const at of group) {
      const near = left.filter((other) => meet(boxes[at], boxes[other]));
      group.push(...near);
      left = left.filter((other) => !near.includes(other));
    }
    groups.push(group);
  }
  return groups;
}

/**
 * The area of the box around some boxes.
 * @param {Box[]} boxes
 */
function areaAround(boxes) {
  const width = Math.max(...boxes.map(({x, w}) => x + w)) - Math.min(...boxes.map(({x}) => x));
  return width * (Math.max(...boxes.map(({y, h}) => y + h)) - Math.min(...boxes.map(({y}) => y)));
}

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The points that are left where signs that would hide the ground stand folded, and whom each of these holds. Of a
 * crowd, those of a camp are one point, the place nearest to their middle, which has the first of their ids.
 * @param {PlacedForce[]} points
 * @param {(id: number) => string} campOf
 * @param {Size} size
 * @param {number} [unit]
 * @returns {{points: PlacedForce[], held: Map<number, number[]>}}
 */
export function foldCrowds(points, campOf, size, unit = 1) {
  const heaps = heapsOf(points, size, unit);
  const boxes = heaps.map((heap) => boxAround(inside(spread(heap, heap[0].x, heap[0].y, unit), size, unit), unit));
  /** @type {PlacedForce[]} */
  const folded = [];
  /** @type {Map<number, number[]>} */
  const held = new Map();
  for (const group of touching(boxes)) {
    const crowd = group.flatMap((at) => heaps[at]).sort((a, b) => a.id - b.id);
    const covered = crowd.length * GAP_PX * LINE_PX * unit ** 2;
    if (crowd.length < FEWEST || covered <= CROWDED * areaAround(group.map((at) => boxes[at]))) continue;
    for (const camp of new Set(crowd.map(({id}) => campOf(id)))) {
      const own = crowd.filter(({id}) => campOf(id) === camp);
      const [{id}] = own;
      const [middleX, middleY] = [mean(own.map(({x}) => x)), mean(own.map(({y}) => y))];
      const away = own.map(({x, y}) => (x - middleX) ** 2 + (y - middleY) ** 2);
      folded.push({...own[away.indexOf(Math.min(...away))], id});
      held.set(
        id,
        own.map((each) => each.id),
      );
    }
  }
  const gone = new Set([...held.values()].flat());
  return {
    points: [...folded, ...points.filter(({id}) => !gone.has(id))],
    held: new Map([...held].filter(([, ids]) => ids.length > 1)),
  };
}

/**
 * The size of the signs of crowds: larger than others, unless they would hide a country.
 * @param {PlacedForce[]} points
 * @param {Size} size
 * @param {number} unit
 * @param {Land} land
 */
export function crowdUnit(points, size, unit, land) {
  const larger = LARGER * unit;
  const areLarge = !points.some((point) => isHiding(inside([point], size, larger), larger, land));
  return areLarge ? larger : Math.min(larger, Math.max(unit, LEAST_COUNT_PX / COUNT_PX));
}
