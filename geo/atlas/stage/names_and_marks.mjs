// What keeps its size on the screen: names, statements with their arcs, West Berlin, the lines to the nearest land.

import {s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {statementsOnMap} from '../core/statements.mjs';
import {createBerlin} from './berlin.mjs';
import {createLayouts} from './layouts.mjs';
import {createMarks} from './marks.mjs';
import {createNames} from './names.mjs';
import {createNearest} from './nearest.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Facts, Pictures, State, Statement, Translate, View} from '../types' */
/**
 * @typedef {{facts: Facts, view: View, pictures: Pictures, t: Translate, large: () => number, fontFamily: () => string,
 *   covered: ((size: Size) => Box[]) | null, describe: (statement: Statement) => string, onStatement: (id: string) =>
 *   void}} Signs `covered` tells what else lies over the map, and is null where nothing does
 */

/** The boxes of what stands on the map: the menu, the tools, the members beyond it. */
const onMap = (/** @type {Size} */ {width}) => [
  {x: width - 250, y: 0, w: 250, h: 56},
  {x: width - 62, y: 0, w: 62, h: 172},
  {x: 0, y: 0, w: 190, h: 90},
];

/**
 * @param {Signs} of
 */
export function createNamesAndMarks({facts, view, pictures, t, large, fontFamily, covered, describe, onStatement}) {
  const berlin = createBerlin({view, pictures});
  const nearest = createNearest({pictures, t});
  const names = createNames({pictures, fontFamily, large});
  const marks = createMarks({facts, view, large, describe, onOpen: onStatement});

  /** @type {Camera} */
  let camera = {k: 1, x: 0, y: 0};
  /** @type {Size} */
  let size = {width: 1, height: 1};
  /** @type {Box[]} where no name may stand */
  let taken = [];

  const statementsOf = (/** @type {State} */ state) =>
    state.layers.includes('statements') || state.statement ? statementsOnMap(facts, state) : [];
  const layouts = createLayouts({
    days: pictures.days,
    keyOf: (state) => `${state.day}|${state.statement ?? ''}|${statementsOf(state).map(({id}) => id)}`,
    layOut(state) {
      const marked = marks.place(statementsOf(state), (point) => onScreen(camera, point), size, state.statement);
      return {marked, named: names.place(state.day, camera, size, [...marked.boxes, ...taken])};
    },
  });
  return {
    element: s('g', {}, berlin.element, nearest.element, marks.arcs, names.element, marks.element),
    berlin: berlin.element,
    draw(/** @type {State} */ state) {
      nearest.draw(state.layers.includes('nearest') ? state.day : null, camera);
      berlin.draw(state.day, camera);
      const {marked, named} = layouts.of(state);
      marks.show(marked);
      names.show(named);
    },
    /** The camera or the stage has changed: the layouts no longer hold. */
    move(/** @type {Camera} */ toCamera, /** @type {Size} */ toSize, /** @type {State | null} */ state) {
      if (size !== toSize) taken = large() || !covered ? [] : [...onMap(toSize), ...covered(toSize)];
      [camera, size] = [toCamera, toSize];
      layouts.clear();
      if (state) layouts.prepare(state);
    },
    stop: layouts.clear,
  };
}
