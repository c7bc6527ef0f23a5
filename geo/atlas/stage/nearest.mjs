// A thin line from each city to the nearest land of the alliance, with its length.

import {s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';

/** @import {Camera, Point} from '../core/camera.mjs' */
/** @import {Pictures, Translate} from '../types' */

/**
 * @param {{pictures: Pictures, t: Translate}} of
 */
export function createNearest({pictures, t}) {
  const element = s('g');
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
        {class: 'place', x: ((ax + bx) / 2).toFixed(1), y: ((ay + by) / 2 - 10).toFixed(1), 'text-anchor': 'middle'},
        t('panel.km', {km: km.toLocaleString('en')}),
      ),
    ];
  };
  let drawn = '';
  return {
    element,
    /** Draw the lines of a year; null for none. Nothing is touched while they stay. */
    draw(/** @type {number | null} */ day, /** @type {Camera} */ camera) {
      const ends =
        day !== null
          ? pictures
              .nearest(day)
              .map(({from, to, km}) => ({from: onScreen(camera, from), to: onScreen(camera, to), km}))
          : [];
      const key = ends.map(({from, to, km}) => `${from} ${to} ${km}`).join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...ends.flatMap(line));
    },
  };
}
