// What keeps its size on the screen: names, statements with their arcs, forces, West Berlin, the lines to the nearest
// land.

import {s} from '../dom.mjs';
import {deskScale, onScreen} from '../core/camera.mjs';
import {boxesAlong} from '../core/force_layout.mjs';
import {lineGrid} from '../core/line_grid.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {statementsOnMap} from '../core/statements.mjs';
import {createBerlin} from './berlin.mjs';
import {createForces} from './forces.mjs';
import {createLayouts} from './layouts.mjs';
import {createMarks} from './marks.mjs';
import {createNames} from './names.mjs';
import {createNearest} from './nearest.mjs';
import {linesOf} from './outlines.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {ForcesLayout} from './forces.mjs' */
/** @import {MarksLayout} from './marks.mjs' */
/** @import {Listed, PlacedName, PlacedNames} from './names.mjs' */
/** @import {Describe} from './stage.mjs' */
/** @import {Facts, Pictures, State, Translate, View} from '../types' */
/**
 * @typedef {{facts: Facts, view: View, pictures: Pictures, t: Translate, large: () => number, fontFamily: () => string,
 *   covered: ((size: Size) => Box[]) | null, describe: Describe, onStatement: (id: string) => void, onForce: (at:
 *   number) => void, onListed: (listed: Listed[]) => void}} Signs `covered` tells what else lies over the map, and is
 *   null where nothing does; `onListed` is told the names that stand in a list
 */

/** @typedef {{marked: MarksLayout, placed: ForcesLayout | null, named: PlacedNames}} Layout */

const boxOfName = (/** @type {PlacedName} */ {x, y, width, height}) => ({
  x: x - width / 2,
  y: y - height / 2,
  w: width,
  h: height,
});

/** The units pointed at: an open card's, those that a statement names, those in focus. */
const pointedAt = (/** @type {Facts} */ facts, /** @type {State} */ {country, statement, focus}) =>
  new Set([...(country ? [country] : []), ...(statement ? entry(facts.statements, statement).targets : []), ...focus]);

/**
 * Tells where the outlines of a day run: of who joined, and of what is pointed at.
 * @param {{view: View, pictures: Pictures}} of
 */
function createOutlined({view, pictures}) {
  const linesAround = keep((/** @type {string} */ key) => {
    const [day, ...ids] = key.split(' ');
    const joined = pictures.of(Number(day)).joined.map((id) => ({id, units: [id]}));
    return linesOf(view, [...joined, ...ids.map((id) => pictures.outlined(id, Number(day)))]);
  });
  return (/** @type {number} */ day, /** @type {ReadonlySet<string>} */ pointed) =>
    linesAround([day, ...[...pointed].filter((id) => id !== '*' && view.paths[id])].join(' '));
}

/** The names that stand in a list: without the layer, those of who joined. */
const listedIn = (/** @type {PlacedNames} */ {listed}, /** @type {State} */ {layers}) =>
  listed.filter(({joined}) => joined || layers.includes('names'));

const dayOfLines = (/** @type {State} */ {layers, day}) => (layers.includes('nearest') ? day : null);

/** What no sign should cover of a name: its box, and boxes along its leader. */
const boxesOf = (/** @type {PlacedNames['names'][number]} */ name) => [
  boxOfName(name),
  ...(name.leader ? boxesAlong(name.leader) : []),
];

/** @type {number[]} */
const NO_FORCES = [];

/**
 * @param {Signs} of
 */
export function createNamesAndMarks({facts, view, pictures, t, large, fontFamily, covered, ...told}) {
  const {describe, onStatement, onForce, onListed} = told;
  const berlin = createBerlin({view, pictures});
  const outlined = createOutlined({view, pictures});
  const nearest = createNearest({pictures, t, fontFamily});
  const lists = () => covered !== null && !large(); // beside a picture and on the wall is none
  const names = createNames({view, pictures, fontFamily, large, lists});
  const marks = createMarks({facts, view, t, large, fontFamily, describe, onOpen: onStatement});
  const forces = createForces({facts, view, large, describe: describe.force, onOpen: onForce});

  /** @type {Camera} */
  let camera = {k: 1, x: 0, y: 0};
  /** @type {Size} */
  let size = {width: 1, height: 1};
  let taken = /** @type {Box[]} where no name may stand */ ([]);

  const statementsOf = (/** @type {State} */ state) =>
    state.layers.includes('statements') || state.statement ? statementsOnMap(facts, state) : [];
  const forcesOf = (/** @type {State} */ {layers, day}) =>
    layers.includes('forces') ? facts.forcesOn(day) : NO_FORCES;
  /** What stands where nothing is pointed at holds for a card too, if the name of its country is there. */
  function withoutPointing(/** @type {State} */ state) {
    if (!state.country && !state.focus.length) return null;
    const layout = layouts.of({...state, country: null, focus: []});
    const pointed = pointedAt(facts, state);
    const crosses = lineGrid(outlined(state.day, pointed), camera, size);
    return names.hold(layout.named.names, state.day, pointed, crosses) ? layout : null;
  }
  /** @type {ReturnType<typeof createLayouts<Layout>>} */
  const layouts = createLayouts({
    days: pictures.days,
    keyOf(state) {
      const {day, statement, country, focus} = state;
      const shown = [statementsOf(state).map(({id}) => id), forcesOf(state).length, dayOfLines(state)];
      return [day, statement, country, focus, ...shown].join('|');
    },
    layOut(state) {
      const plain = withoutPointing(state);
      if (plain) return plain;
      const toScreen = (/** @type {readonly number[]} */ point) => onScreen(camera, point);
      const marked = marks.place(statementsOf(state), toScreen, size, state.statement, taken, names.underOf(camera));
      const pointed = pointedAt(facts, state);
      const crosses = lineGrid(outlined(state.day, pointed), camera, size);
      const barred = [...nearest.boxes(dayOfLines(state), camera), ...taken];
      const nameIn = (/** @type {Box[]} */ boxes) =>
        names.place(state.day, pointed, {camera, size, blocked: [...boxes, ...barred], crosses});
      const named = nameIn(marked.boxes);
      const standing = forcesOf(state);
      if (!standing.length) return {marked, placed: null, named};
      // Signs step aside for names where a little is enough; where it is not, the name gives way.
      const placed = forces.place(standing, toScreen, size, marked.boxes, named.names.flatMap(boxesOf));
      return {marked, placed, named: nameIn([...marked.boxes, ...placed.boxes])};
    },
  });
  return {
    element: s('g', {}, berlin.element, nearest.element, marks.arcs, names.element, forces.element, marks.element),
    berlin: berlin.element,
    marks,
    draw(/** @type {State} */ state) {
      nearest.draw(dayOfLines(state), camera);
      berlin.draw(state.day, camera, large() ? Math.max(1, 1.6 * large()) : deskScale(size));
      const {marked, placed, named} = layouts.of(state);
      marks.show(marked);
      forces.show(placed);
      names.show(named.names);
      onListed(listedIn(named, state));
    },
    /** The camera or the stage has changed: the layouts no longer hold. */
    move(/** @type {Camera} */ toCamera, /** @type {Size} */ toSize, /** @type {State | null} */ state) {
      if (size !== toSize) taken = large() || !covered ? [] : covered(toSize);
      [camera, size] = [toCamera, toSize];
      layouts.clear();
      if (state) layouts.prepare(state);
    },
    stop: layouts.clear,
  };
}
