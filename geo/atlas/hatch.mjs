// What a tile of a pattern holds, on the map and in its key: strokes across it, dots and marks in its middle.

import {s} from './dom.mjs';

/** @import {Hatch} from './payload' */

/**
 * @param {Hatch} hatch
 * @returns {SVGElement[]}
 */
export function hatchInk({tile, strokes, dots, marks}) {
  const middle = tile / 2;
  return [
    ...strokes.map(([ink, x, width]) => s('rect', {class: `pattern-${ink}`, x, y: 0, width, height: tile})),
    ...dots.map(([ink, r]) => s('circle', {class: `pattern-${ink}`, cx: middle, cy: middle, r})),
    ...marks.map(([ink, d]) => s('path', {class: `pattern-${ink}`, d, transform: `translate(${middle} ${middle})`})),
  ];
}
