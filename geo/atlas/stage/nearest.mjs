// A thin line from each city to the nearest land of the alliance, with its length, and the name of the city where
// there is room for it.

import {rulerOf, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {placeLengths} from '../core/length_layout.mjs';
import {keep} from '../core/lookup.mjs';

/** @import {Crosses} from '../core/line_grid.mjs' */
/** @import {Camera, Point, Size} from '../core/camera.mjs' */
/** @import {PlacedLength} from '../core/length_layout.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Pictures, Translate} from '../types' */

const PX = 14; // of a length
const PAD = 3; // from its words to the ends of their plate
const LEAST_LINE = 0.75; // of the width of its words with the city's name, which a shorter line does not have

const HALF_END = 5; // px of the bar across an end, as of a measure
const END = {w: 16, h: 4}; // of a line, off which a sign goes rather up or down

function line(/** @type {{from: Point, to: Point}} */ {from: [ax, ay], to: [bx, by]}) {
  const d = `M${ax.toFixed(1)} ${ay.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}`;
  const part = HALF_END / (Math.hypot(bx - ax, by - ay) || 1);
  const [dx, dy] = [(by - ay) * part, (ax - bx) * part];
  const end = (/** @type {number} */ x, /** @type {number} */ y) =>
    `M${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}L${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)}`;
  const ends = end(ax, ay) + end(bx, by);
  return [
    s('path', {class: 'nearest-casing', d: d + ends}),
    s('path', {class: 'nearest-line', d}),
    s('path', {class: 'nearest-end', d: ends}),
  ];
}

/**
 * @param {{pictures: Pictures, t: Translate, fontFamily: () => string}} of
 */
export function createNearest({pictures, t, fontFamily}) {
  const element = s('g');
  const ruler = rulerOf();
  const widthOf = keep((/** @type {string} */ text) => ruler(text, `${PX}px ${fontFamily()}`));
  const told = (/** @type {number} */ km) => t('panel.km', {km: km.toLocaleString('en')});
  const endsOn = (/** @type {number | null} */ day, /** @type {Camera} */ camera) =>
    (day === null ? [] : pictures.nearest(day)).map(({from, to, ...told}) => ({
      from: onScreen(camera, from),
      to: onScreen(camera, to),
      ...told,
    }));
  /** With its city, where the line is long enough to carry the words: short ones lie among small countries. */
  const lengthOf = (/** @type {{from: Point, to: Point, city: string, km: number}} */ {from, to, city, km}) => {
    const text = t('stage.length', {city, length: told(km)});
    return Math.hypot(to[0] - from[0], to[1] - from[1]) < LEAST_LINE * widthOf(text) ? told(km) : text;
  };
  const length = (/** @type {PlacedLength} */ {text, x, y, box}) => [
    s('rect', {
      class: 'length-plate',
      x: (box.x - PAD).toFixed(1),
      y: box.y.toFixed(1),
      width: box.w + 2 * PAD,
      height: PX,
      rx: PAD,
    }),
    s('text', {class: 'length', 'font-size': PX, x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': 'middle'}, text),
  ];
  let drawn = '';
  return {
    element,
    /**
     * Boxes at the ends of the lines of a day, which no sign hides; none for null.
     * @param {number | null} day
     * @param {Camera} camera
     * @returns {Box[]}
     */
    ends: (day, camera) =>
      endsOn(day, camera).flatMap(({from, to}) =>
        [from, to].map(([x, y]) => ({x: x - END.w / 2, y: y - END.h / 2, ...END})),
      ),
    /**
     * Where the lengths of a day stand beside what is taken; none for null.
     * @param {number | null} day
     * @param {Camera} camera
     * @param {Size} size
     * @param {Box[]} taken
     * @param {Crosses | null} crosses tells whether an outline crosses a box
     */
    place(day, camera, size, taken, crosses) {
      const lines = endsOn(day, camera);
      const placed = (/** @type {(line: typeof lines[number]) => string} */ textOf) => {
        const inWords = lines.map((each) => ({...each, text: textOf(each), width: widthOf(textOf(each))}));
        return placeLengths(inWords, taken, size, PX, crosses);
      };
      const named = placed(lengthOf);
      const bare = named.length < lines.length ? placed(({km}) => told(km)) : [];
      return bare.length > named.length ? bare : named;
    },
    /** Draw the lines of a day, null for none, and their lengths. Nothing is touched while they stay. */
    draw(/** @type {number | null} */ day, /** @type {Camera} */ camera, /** @type {PlacedLength[]} */ lengths) {
      const ends = endsOn(day, camera);
      const at = lengths.map(({x, y}) => `${x} ${y}`);
      const key = ends
        .map(({from, to, km}) => `${from} ${to} ${km}`)
        .concat(at)
        .join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...ends.flatMap(line), ...lengths.flatMap(length));
    },
  };
}
