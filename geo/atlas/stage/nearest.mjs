// A thin line from each city to the nearest land of the alliance, with its length.

import {rulerOf, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {keep} from '../core/lookup.mjs';

/** @import {Camera, Point} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Pictures, Translate} from '../types' */

const [PX, ABOVE] = [14, 10]; // of a length, and from the middle of its line to its own

/**
 * @param {{pictures: Pictures, t: Translate, fontFamily: () => string}} of
 */
export function createNearest({pictures, t, fontFamily}) {
  const element = s('g');
  const ruler = rulerOf();
  const widthOf = keep((/** @type {string} */ text) => ruler(text, `${PX}px ${fontFamily()}`));
  const told = (/** @type {number} */ km) => t('panel.km', {km: km.toLocaleString('en')});
  const endsOn = (/** @type {number | null} */ day, /** @type {Camera} */ camera) =>
    (day === null ? [] : pictures.nearest(day)).map(({from, to, km}) => ({
      from: onScreen(camera, from),
      to: onScreen(camera, to),
      km,
    }));
  const line = (/** @type {{from: Point, to: Point, km: number}} */ {from: [ax, ay], to: [bx, by], km}) => {
    const d = `M${ax.toFixed(1)} ${ay.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}`;
    const end = (/** @type {number} */ x, /** @type {number} */ y) =>
      s('circle', {class: 'nearest-end', cx: x.toFixed(1), cy: y.toFixed(1), r: 4});
    return [
      s('path', {class: 'nearest-casing', d}),
      s('path', {class: 'nearest-line', d}),
      end(ax, ay),
      end(bx, by),
      s(
        'text',
        {
          class: 'place',
          'font-size': PX,
          x: ((ax + bx) / 2).toFixed(1),
          y: ((ay + by) / 2 - ABOVE).toFixed(1),
          'text-anchor': 'middle',
        },
        told(km),
      ),
    ];
  };
  let drawn = '';
  return {
    element,
    /**
     * Where the lengths of a day stand: no name may.
     * @param {number | null} day
     * @param {Camera} camera
     * @returns {Box[]}
     */
    boxes: (day, camera) =>
      endsOn(day, camera).map(({from: [ax, ay], to: [bx, by], km}) => {
        const width = widthOf(told(km));
        return {x: (ax + bx - width) / 2, y: (ay + by) / 2 - ABOVE - PX / 2, w: width, h: PX};
      }),
    /** Draw the lines of a year; null for none. Nothing is touched while they stay. */
    draw(/** @type {number | null} */ day, /** @type {Camera} */ camera) {
      const ends = endsOn(day, camera);
      const key = ends.map(({from, to, km}) => `${from} ${to} ${km}`).join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...ends.flatMap(line));
    },
  };
}
