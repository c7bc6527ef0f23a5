// What holds signs together on the stage, or one to its place.

import {s} from '../dom.mjs';

const HALF_PX = 2.6; // of the width of a pin at its sign
export const PIN_PX = 7.5; // that it takes across, with its edge

/** A cased line that holds signs together. */
export function string(/** @type {readonly number[]} */ [x, y, toX, toY], /** @type {number} */ unit) {
  const d = `M${x.toFixed(1)} ${y.toFixed(1)}L${toX.toFixed(1)} ${toY.toFixed(1)}`;
  return [
    s('path', {class: 'string-casing', d, 'stroke-width': 3.6 * unit}),
    s('path', {class: 'string', d, 'stroke-width': 1.4 * unit}),
  ];
}

/**
 * What leads to a sign from its place: a wedge with its point there, which no line on the map has at its end, cased,
 * since the point is all edge, which dark ground swallows.
 */
export function pin(/** @type {readonly number[]} */ [x, y, toX, toY], /** @type {number} */ unit) {
  const part = (HALF_PX * unit) / (Math.hypot(toX - x, toY - y) || 1);
  const [dx, dy] = [(toY - y) * part, (x - toX) * part];
  const corners = [x, y, toX + dx, toY + dy, toX - dx, toY - dy].map((value) => value.toFixed(1));
  const d = `M${corners.join(' ')}z`;
  return [
    s('path', {class: 'string-casing', d, 'stroke-width': 4.6 * unit, 'stroke-linejoin': 'round'}),
    s('path', {class: 'pin', d, 'stroke-width': 2.2 * unit}),
  ];
}
