// The shapes of the signs that explain a picture, each in a box of SIGN_WIDTH by SIGN_HEIGHT.

import {s} from '../dom.mjs';
import {SIGN_HEIGHT, SIGN_WIDTH} from './picture_column.mjs';
import {copyOf} from './picture_copy.mjs';

/** @import {Child} from '../dom.mjs' */

const inTheMiddle = (/** @type {Child[]} */ ...content) =>
  s('g', {transform: `translate(${SIGN_WIDTH / 2} ${SIGN_HEIGHT / 2})`}, ...content);

/**
 * Makers of signs. `colour(name)` reads a colour of the page; hatches are drawn `scale` times as large, as on the map.
 * @param {(name: string) => string} colour
 * @param {number} scale
 */
export function createSigns(colour, scale) {
  const frame = (/** @type {number} */ width, /** @type {string} */ stroke) =>
    s('rect', {
      x: 3,
      y: 3,
      width: SIGN_WIDTH - 6,
      height: SIGN_HEIGHT - 6,
      rx: 3,
      fill: 'none',
      stroke: colour(stroke),
      'stroke-width': width,
    });
  return {
    /** @param {string} casing @param {string} core */
    outline: (casing, core) => [frame(5, casing), frame(2.8, core)],
    /** @param {number} width @param {string} stroke @param {string | null} [dashes] */
    line: (width, stroke, dashes = null) =>
      s('path', {
        d: `M0 ${SIGN_HEIGHT / 2}H${SIGN_WIDTH}`,
        fill: 'none',
        stroke: colour(stroke),
        'stroke-width': width,
        'stroke-dasharray': dashes,
      }),
    /** @param {string} pattern */
    hatch: (pattern) => [
      s('rect', {width: SIGN_WIDTH, height: SIGN_HEIGHT, fill: colour('--raised'), stroke: colour('--rule')}),
      s(
        'g',
        {transform: `scale(${scale})`},
        s('rect', {width: SIGN_WIDTH / scale, height: SIGN_HEIGHT / scale, fill: `url(#${pattern})`}),
      ),
    ],
    berlin: () =>
      inTheMiddle(
        s('circle', {r: 5, fill: colour('--fill-member'), stroke: colour('--mark-casing'), 'stroke-width': 1.6}),
      ),
    badge: () =>
      inTheMiddle(
        s('circle', {r: 9.5, fill: colour('--mark-casing'), stroke: colour('--ink'), 'stroke-width': 1.8}),
        s(
          'text',
          {'text-anchor': 'middle', y: 4.5, 'font-size': 13, 'font-weight': 700, fill: colour('--ink')},
          String(2),
        ),
      ),
    /** @param {Element} glyph */
    glyph: (glyph) => inTheMiddle(copyOf(glyph)),
  };
}
