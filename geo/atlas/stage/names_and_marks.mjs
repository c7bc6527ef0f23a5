// What keeps its size on the screen: names, statements with their arcs, forces, West Berlin, the lines to the nearest
// land.

import {s} from '../dom.mjs';
import {unitsAbout} from '../core/about.mjs';
import {deskScale, onScreen} from '../core/camera.mjs';
import {boxesAlong} from '../core/force_layout.mjs';
import {lineGrid} from '../core/line_grid.mjs';
import {loneBoxes, markedBy} from '../core/lone_marks.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {statementsOnMap} from '../core/statements.mjs';
import {createBerlin} from './berlin.mjs';
import {createForces} from './forces.mjs';
import {createLayouts} from './layouts.mjs';
import {createMarks} from './marks.mjs';
import {createNames} from './names.mjs';
import {createNearest} from './nearest.mjs';
import {goldOf, linesOf} from './outlines.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {PlacedLength} from '../core/length_layout.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {ForcesLayout} from './forces.mjs' */
/** @import {MarksLayout} from './marks.mjs' */
/** @import {Listed} from '../core/name_numbers.mjs' */
/** @import {PlacedName, PlacedNames} from './names.mjs' */
/** @import {Describe} from './stage.mjs' */
/** @import {Facts, Pictures, State, Statement, Translate, View} from '../types' */
/**
 * @typedef {{facts: Facts, view: View, pictures: Pictures, t: Translate, large: () => number, fontFamily: () => string,
 *   covered: ((size: Size) => Box[]) | null, describe: Describe, onStatement: (id: string) => void,
 *   onForce: (at: number) => void, onFolded: () => void, onListed: (listed: Listed[]) => void}} Signs `covered` tells
 *   what else lies over the map, and is null where nothing does; `onFolded` is told
 *   that other signs came to stand folded, `onListed` the names that stand in a list
 */

/** @typedef {{marked: MarksLayout, lengths: PlacedLength[], placed: ForcesLayout | null, named: PlacedNames}} Layout */

const boxOfName = (/** @type {PlacedName} */ {x, y, width, height}) => ({
  x: x - width / 2,
  y: y - height / 2,
  w: width,
  h: height,
});

/** What a name and the line to it cover. */
const boxesOfName = (/** @type {PlacedName} */ name) => [
  boxOfName(name),
  ...(name.leader ? boxesAlong(name.leader) : []),
];

/** The units pointed at: an open card's, those that a statement names, those in focus. */
const pointedAt = (/** @type {Facts} */ facts, /** @type {State} */ {country, statement, focus}) =>
  new Set([...(country ? [country] : []), ...(statement ? entry(facts.statements, statement).targets : []), ...focus]);

/** Whose names must stand: they, whom a question is about, whom an article of the drafts touches. */
const mustBeNamed = (/** @type {Facts} */ facts, /** @type {State} */ state) =>
  new Set([
    ...pointedAt(facts, state),
    ...state.names,
    ...(state.draft ? entry(facts.drafts, state.draft).touchedOn(state.day) : []),
  ]);

/**
 * Tells where lines run that names keep clear of: outlines of who joined and of what is pointed at, and the fronts.
 * @param {{view: View, pictures: Pictures}} of
 */
function createLines({view, pictures}) {
  const linesAround = keep((/** @type {string} */ key) => {
    const [day, ...ids] = key.split(' ');
    const outlines = ids.map((id) => pictures.outlined(id, Number(day)));
    const lines = [...goldOf(view, pictures, pictures.of(Number(day))), ...linesOf(view, outlines)];
    return [lines.filter((d) => d.endsWith('z')), lines.filter((d) => !d.endsWith('z'))];
  });
  const outlined = (/** @type {number} */ day, /** @type {ReadonlySet<string>} */ pointed) =>
    linesAround([day, ...[...pointed].filter((id) => id !== '*' && view.paths[id])].join(' '));
  const fronts = keep((/** @type {number} */ day) => {
    const kinds = pictures.of(day).fronts;
    return pictures.borders.flatMap(({id}, i) => (kinds[i] ? view.borders[id] : []));
  });
  return (
    /** @type {State} */ {day, layers},
    /** @type {ReadonlySet<string>} */ pointed,
    /** @type {Camera} */ camera,
    /** @type {Size} */ size,
  ) => {
    const [closed, ends] = outlined(day, pointed);
    return lineGrid(closed, camera, size, [...ends, ...(layers.includes('front') ? fronts(day) : [])]);
  };
}

/** The names that stand in a list: without the layer, those of who joined. */
const listedIn = (/** @type {PlacedNames} */ {listed}, /** @type {State} */ {layers}) =>
  listed.filter(({joined}) => joined || layers.includes('names'));

const dayOfLines = (/** @type {State} */ {layers, day}) => (layers.includes('nearest') ? day : null);

/** @type {number[]} */
const NO_FORCES = [];
const EDGE_PX = 6; // a plate at the edge of the stage is wider than what stands on it,
const APART_PX = 16; // and keeps so far from a button and what is around that, or it would be taken for another

const grown =
  (/** @type {number} */ by) =>
  (/** @type {Box} */ {x, y, w, h}) => ({
    x: x - by,
    y: y - by,
    w: w + 2 * by,
    h: h + 2 * by,
  });

/**
 * Works out where all signs of a day stand: those first that have their own place, then what keeps clear of them.
 * @param {{facts: Facts, pictures: Pictures, lines: ReturnType<typeof createLines>, nearest: ReturnType<typeof
 *   createNearest>, names: ReturnType<typeof createNames>, marks: ReturnType<typeof createMarks>, forces:
 *   ReturnType<typeof createForces>}} of
 */
function createLayingOut({facts, pictures, lines, nearest, names, marks, forces}) {
  /**
   * @param {State} state
   * @param {Statement[]} statements
   * @param {number[]} standing the forces
   * @param {{camera: Camera, size: Size, taken: Box[], fixed: Box[]}} of `taken` is where no name may stand, `fixed`
   *   what stands on the map already
   * @returns {Layout}
   */
  return (state, statements, standing, {camera, size, taken, fixed}) => {
    const toScreen = (/** @type {readonly number[]} */ point) => onScreen(camera, point);
    const asked = mustBeNamed(facts, state);
    const crosses = lines(state, pointedAt(facts, state), camera, size);
    const dearOn = keep((/** @type {number} */ day) =>
      names.groundsOf(unitsAbout({facts, units: pictures.units, day, pointedAt: asked})),
    );
    const land = {
      under: names.underOf(camera),
      areaOf: names.areaOf(camera),
      dear: () => dearOn(state.day),
    };
    const ends = nearest.ends(dayOfLines(state), camera);
    const stood = marks.stand(statements, toScreen, size, [...taken, ...ends], land);
    const lengthsBeside = (/** @type {Box[]} */ signs) =>
      nearest.place(dayOfLines(state), camera, size, [...stood.plates, ...signs, ...taken], crosses);
    const marked = marks.place(stood, {
      toScreen,
      size,
      selected: state.statement,
      blocked: [...taken.map(grown(APART_PX)), ...lengthsBeside([]).map(({box}) => grown(EDGE_PX)(box))],
      ...land,
    });
    // A sign that found no free place at the edge stands there all the same.
    const lengths = lengthsBeside(marked.boxes);
    const lengthBoxes = lengths.map(({box}) => box);
    const blocked = [...fixed, ...lengthBoxes, ...taken];
    const nameIn = (/** @type {Box[]} */ boxes) =>
      names.place(state.day, asked, {camera, size, blocked: [...boxes, ...blocked], covered: taken, crosses});
    const named = nameIn(marked.boxes);
    if (!standing.length) return {marked, lengths, placed: null, named};
    // Signs step aside for names where a little is enough; where it is not, the name gives way.
    const before = [...marked.boxes, ...blocked];
    const yielding = named.names.flatMap(boxesOfName);
    const placed = forces.place(standing, toScreen, size, before, yielding, land);
    return {marked, lengths, placed, named: nameIn([...marked.boxes, ...placed.boxes])};
  };
}

/**
 * @param {Signs} of
 */
export function createNamesAndMarks({facts, view, pictures, t, large, fontFamily, covered, ...told}) {
  const {describe, onStatement, onForce, onFolded, onListed} = told;
  const berlin = createBerlin({view, pictures});
  const lines = createLines({view, pictures});
  const nearest = createNearest({pictures, t, fontFamily});
  const names = createNames({facts, view, pictures, fontFamily, large, hasList: covered !== null});
  const marks = createMarks({facts, view, t, large, describe, onOpen: onStatement, onFolded});
  const forces = createForces({facts, view, t, large, describe: describe.force, onOpen: onForce, onFolded});
  const layOut = createLayingOut({facts, pictures, lines, nearest, names, marks, forces});

  /** @type {Camera} */
  let camera = {k: 1, x: 0, y: 0};
  /** @type {Size} */
  let size = {width: 1, height: 1};
  let taken = /** @type {Box[]} where no name may stand */ ([]);

  const growOf = (/** @type {Size} */ on) => (large() ? Math.max(1, 1.6 * large()) : deskScale(on));
  const statementsOf = (/** @type {State} */ state) =>
    state.layers.includes('statements') || state.statement ? statementsOnMap(facts, state) : [];
  const forcesOf = (/** @type {State} */ {layers, day}) =>
    layers.includes('forces') ? facts.forcesOn(day) : NO_FORCES;
  /** What stands where nothing is pointed at holds for a card too, if the name of its country is there. */
  function withoutPointing(/** @type {State} */ state) {
    if (!state.country && !state.focus.length) return null;
    const layout = layouts.of({...state, country: null, focus: []});
    const crosses = lines(state, pointedAt(facts, state), camera, size);
    return names.hold(layout.named.names, state.day, mustBeNamed(facts, state), crosses) ? layout : null;
  }
  /** @type {ReturnType<typeof createLayouts<Layout>>} */
  const layouts = createLayouts({
    days: pictures.days,
    keyOf(state) {
      const {day, statement, country, focus, names: asked, draft, layers} = state;
      const statements = statementsOf(state).map(({id}) => id);
      const shown = [statements, forcesOf(state).length, dayOfLines(state), layers.includes('front')];
      const told = [names.toldBy(), markedBy(facts, state), ...shown];
      return [day, statement, country, focus, asked, draft, state.over, ...told].join('|');
    },
    layOut(state) {
      const plain = withoutPointing(state);
      if (plain) return plain;
      const lone = loneBoxes({facts, view, pictures}, state, camera, large() ? 1 : deskScale(size));
      const fixed = [...lone, ...berlin.boxes(state.day, camera, growOf(size))];
      return layOut(state, statementsOf(state), forcesOf(state), {camera, size, taken, fixed});
    },
  });
  return {
    element: s('g', {}, nearest.element, marks.arcs, names.element, forces.element, berlin.element, marks.element),
    berlin: berlin.element,
    marks,
    /** What of statements and forces stands folded or beside its place, and what lies over the map. */
    folded: () => ({
      ...{folded: marks.inBadges(), crowds: forces.areFolded(), covered: taken},
      pinned: marks.arePinned() || forces.arePinned(),
    }),
    draw(/** @type {State} */ state) {
      berlin.draw(state.day, camera, growOf(size));
      const {marked, lengths, placed, named} = layouts.of(state);
      nearest.draw(dayOfLines(state), camera, lengths);
      marks.show(marked, () => [
        ...[...marked.boxes, ...lengths.map(({box}) => box), ...(placed?.boxes ?? []), ...taken],
        ...[...named.names.map(boxOfName), ...berlin.boxes(state.day, camera, growOf(size))],
      ]);
      forces.show(placed);
      names.show(named.names);
      onListed(listedIn(named, state));
    },
    /** The camera or the stage has changed: the layouts no longer hold. */
    move(/** @type {Camera} */ toCamera, /** @type {Size} */ toSize, /** @type {State | null} */ state) {
      if (size !== toSize) taken = covered?.(toSize) ?? [];
      [camera, size] = [toCamera, toSize];
      layouts.clear();
      if (state) layouts.prepare(state);
    },
    stop: layouts.clear,
  };
}
