// Countries with a line around them: who joined this year, and what is in focus.

import {s} from '../dom.mjs';
import {keep} from '../core/lookup.mjs';
import {mainRings} from '../core/rings.mjs';

/** @import {View} from '../types' */

/** @typedef {{id: string, units: string[]}} Outline a country and the units that its line encloses */

/** The line around units of a view that belong together. */
const pathOf = (/** @type {View} */ view, /** @type {string[]} */ units) =>
  units.length === 1 ? view.paths[units[0]] : view.outlines[units.join(' ')];

/** Outlines as far as they lie on a view. */
const onView = (/** @type {View} */ view, /** @type {Outline[]} */ outlines) =>
  outlines
    .map(({id, units}) => ({id, units: units.filter((unit) => view.paths[unit])}))
    .filter(({units}) => units.length);

/** The lines of outlines, as `createOutlines` draws them. */
export const linesOf = (/** @type {View} */ view, /** @type {Outline[]} */ outlines) =>
  onView(view, outlines).map(({units}) => mainRings(pathOf(view, units)));

/**
 * Lines that lie wholly inside what they run around: another line may follow the same border outside. The style asks
 * how much room there is from its middle to its border.
 * @param {string} id
 * @param {string} d
 * @param {number | undefined} room none of a country that only reaches into the view
 * @param {SVGElement[]} lines
 */
const inside = (id, d, room, lines) => [
  s('defs', {}, s('clipPath', {id}, s('path', {d}))),
  s('g', {'clip-path': `url(#${id})`, style: room === undefined ? {} : {'--room': String(room)}}, lines),
];

/**
 * Outlines of one kind: a dark line under a bright one, islets left out.
 * @param {{view: View, name: string, group: string, isInside?: boolean}} of `name` begins the classes of the lines,
 *   `group` is the group's; `isInside` keeps the lines within the border
 */
export function createOutlines({view, name, group, isInside = false}) {
  const element = s('g', {class: group});
  const nodesOf = keep((/** @type {string} */ key) => {
    const [id, ...units] = key.split(' ');
    const d = mainRings(pathOf(view, units));
    const hooks = {'data-outlined': id, 'data-outline': id, 'data-units': units.join(' ')};
    const lines = [s('path', {class: `${name}-casing`, d}), s('path', {class: `${name}-line`, d, ...hooks})];
    if (!isInside) return lines;
    return inside(`${view.name}-${name}-${id}`, d, view.anchors[units[0]]?.[2], [
      ...lines,
      s('path', {class: `${name}-edge`, d}),
    ]);
  });
  let drawn = '';
  return {
    element,
    /** Outline these and no others; nothing is touched while they stay. */
    show(/** @type {Outline[]} */ outlines) {
      const here = onView(view, outlines);
      const key = here.map(({id, units}) => `${id}:${units.join(' ')}`).join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...here.flatMap(({id, units}) => nodesOf([id, ...units].join(' '))));
    },
  };
}
