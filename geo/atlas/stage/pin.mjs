// Lines on the stage that hold signs together, or one to its place.

import {s} from '../dom.mjs';

/** A cased line that holds signs together, or one to its place. */
export function string(/** @type {readonly number[]} */ [x, y, toX, toY], /** @type {number} */ unit) {
  const d = `M${x.toFixed(1)} ${y.toFixed(1)}L${toX.toFixed(1)} ${toY.toFixed(1)}`;
  return [
    s('path', {class: 'string-casing', d, 'stroke-width': 3.6 * unit}),
    s('path', {class: 'string', d, 'stroke-width': 1.4 * unit}),
  ];
}

/** The line to a sign from its place, and a dot there. */
export function pin(/** @type {readonly number[]} */ line, /** @type {number} */ unit) {
  const [cx, cy] = line.map((value) => value.toFixed(1));
  return [...string(line, unit), s('circle', {class: 'pin-end', cx, cy, r: 2.6 * unit, 'stroke-width': 1.2 * unit})];
}
