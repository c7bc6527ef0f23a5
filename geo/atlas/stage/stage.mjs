// The map itself: what is drawn, the camera over it, the hand and the keys on it.

import {h, pointIn, within} from '../dom.mjs';
import {onScreen, stageLimits, zoomAt} from '../core/camera.mjs';
import {createCamera} from './camera.mjs';
import {createDrawing} from './drawing.mjs';
import {listenToGestures} from './gestures.mjs';
import {listenToPointer} from './pointer.mjs';
import {createTip} from './tip.mjs';
import {createWalker} from './walker.mjs';

/** @import {OnMove} from './camera.mjs' */
/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Props} from '../dom.mjs' */
/** @import {Beside, Facts, How, State, Statement, Translate, View} from '../types' */
/**
 * @typedef {{unit: (id: string) => string[], statement: (statement: Statement) => string, statementTip: (id: string) =>
 *   string[], force: (at: number) => string[]}} Describe
 */

const NEARER = 4; // to a crowd that is clicked

/**
 * The font of the element, looked up once it is in the page.
 * @param {() => Element} element
 */
function createFontFamily(element) {
  /** @type {string | undefined} */
  let family;
  return () => (family ??= getComputedStyle(element()).fontFamily);
}

/**
 * What the hand and the keys are told: a label beside them, and a line where a unit lay inside a state.
 * @param {{facts: Facts, view: View, camera: ReturnType<typeof createCamera>, drawing: ReturnType<typeof
 *   createDrawing>, describe: Describe}} of
 */
function createTelling({facts, view, camera, drawing, describe}) {
  const tip = createTip(() => drawing.hint(null));
  const show = (/** @type {string[]} */ lines, /** @type {Point} */ at) => tip.show(lines, at, camera.size());
  return {
    element: tip.element,
    hide: tip.hide,
    statement: (/** @type {string} */ id, /** @type {Point} */ at) => show(describe.statementTip(id), at),
    force: (/** @type {number} */ force, /** @type {Point} */ at) => show(describe.force(force), at),
    berlin: (/** @type {Point} */ at) => show([facts.west_berlin[0].title, facts.west_berlin[0].note], at),
    unit(/** @type {string | null} */ id, /** @type {Point} */ at) {
      if (!id) return tip.leave(at);
      drawing.hint(id);
      return show(describe.unit(id), at);
    },
    walkedUnit: (/** @type {string} */ id) => show(describe.unit(id), onScreen(camera.get(), view.anchors[id])),
  };
}

/**
 * The element of a stage, which ends where the drawing does; a globe stands free on it.
 * @param {View} view
 * @param {Translate} t
 * @returns {Props}
 */
function stageProps({name, sphere, frame, ...extent}, t) {
  const {widest, tallest} = stageLimits(extent, frame);
  const [wide, high] = [`${100 * widest}cqh`, `${100 * tallest}cqw`];
  const style = sphere ? {} : {'max-width': wide, 'max-height': high, '--bare': `max(0px, 100cqw - ${wide})`};
  const label = t('stage.label', {view: t(`view.${name}`)});
  return {class: 'stage', tabindex: 0, role: 'application', 'aria-label': label, style};
}

/**
 * The camera is told the size of the stage; while a sheet is drawn, the hand changes it.
 * @param {HTMLElement} element
 * @param {ReturnType<typeof createCamera>} camera
 */
function followSize(element, camera) {
  const tell = (/** @type {ResizeObserverEntry[]} */ [{contentRect}]) =>
    camera.resize(contentRect, element.closest('[data-drawing]') !== null);
  new ResizeObserver(tell).observe(element);
}

/**
 * A hand moves the map and opens cards; where a finger may mean either of two, or a crowd, the map comes nearer
 * instead.
 * @param {HTMLElement} element
 * @param {{camera: ReturnType<typeof createCamera>, drawing: ReturnType<typeof createDrawing>, pointer:
 *   ReturnType<typeof listenToPointer>, onUnit: (id: string | null) => void}} of
 */
function listenToHand(element, {camera, drawing, pointer, onUnit}) {
  function onClick(/** @type {PointerEvent} */ event) {
    if (within(event, '[data-statement], [data-force]')) return;
    const before = camera.get();
    if (within(event, '[data-crowd]')) {
      camera.move(zoomAt(before, NEARER, pointIn(element, event)));
      return;
    }
    const zoom = pointer.zoomFor(event, drawing.openedBy);
    if (zoom > 1) camera.move(zoomAt(before, zoom, pointIn(element, event)));
    if (camera.get().k === before.k) onUnit(drawing.openedBy(pointer.unitAt(event)));
  }
  listenToGestures(element, {camera: camera.get, move: camera.move, onPress: drawing.marks.fold, onClick});
}

/**
 * The stage of one view.
 * @param {{facts: Facts, view: View, t: Translate, large: () => number, covered: ((size: Size) => Box[]) | null,
 *   describe: Describe, onUnit: (id: string | null) => void, onStatement: (id: string) => void,
 *   onForce: (at: number) => void, onWalk: (id: string) => void, walking: {beside: Beside, onEdge: () => void}}} of
 *   `large` gives how much larger than on a desk names and marks are, or 0; `covered` the boxes of what lies over the
 *   map
 */
export function createStage({facts, view, t, large, covered, describe, onUnit, onStatement, onForce, ...more}) {
  const drawing = createDrawing({
    facts,
    view,
    t,
    large,
    covered,
    describe,
    onStatement,
    onForce,
    fontFamily: createFontFamily(() => element),
    element: () => element,
    walkedUnit: () => walker.unitInFocus(),
    onFolded: () => element.dispatchEvent(new Event('folded', {bubbles: true})),
    onListed: (listed) => element.dispatchEvent(new CustomEvent('numbered', {bubbles: true, detail: listed})),
  });
  const camera = createCamera({view, covered, onMove});
  /** @type {OnMove} */
  function onMove(to, size, inHand) {
    drawing.move(to, size, inHand);
    telling.hide();
    element.dispatchEvent(new Event('camera', {bubbles: true}));
  }
  const telling = createTelling({facts, view, camera, drawing, describe});
  const element = h('div', stageProps(view, t), drawing.layers.elements, drawing.marks.badges, telling.element);
  const pointer = listenToPointer(element, {
    view,
    camera,
    berlin: drawing.berlin,
    onUnit: telling.unit,
    onStatement: telling.statement,
    onForce: telling.force,
    onBerlin: telling.berlin,
    onAway: telling.hide,
  });
  listenToHand(element, {camera, drawing, pointer, onUnit});
  const walker = createWalker(element, {
    view,
    ...more.walking,
    start: drawing.country,
    onStep(id) {
      camera.reveal(view.anchors[id]);
      drawing.outline();
      telling.walkedUnit(id);
      more.onWalk(id);
    },
    onLeave: telling.hide,
    onChange: drawing.outline,
  });
  followSize(element, camera);

  return {
    element,
    view,
    camera,
    /** What of the view is in sight. */
    sight: () => ({frame: camera.frame(), k: camera.get().k, ...drawing.folded()}),
    layers: drawing.layers.parts,
    resize: camera.resize,
    paint(/** @type {State} */ state, /** @type {How} */ how) {
      // Asked for once, so that nothing is laid out for a stage of no size.
      if (!camera.hasSize()) camera.resize(element.getBoundingClientRect());
      drawing.paint(state, how);
      telling.hide();
    },
    point: drawing.marks.point,
    walker,
    // A click on a country that is in sight must not move the map.
    reveal: (/** @type {string} */ id) => view.anchors[id] && camera.reveal(view.anchors[id], 0),
    stop: drawing.stop,
  };
}
