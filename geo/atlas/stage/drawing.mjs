// Everything that is drawn on a stage: units, borders, overlays, outlines, names and marks. A step touches only what
// changed.

import {mark} from '../dom.mjs';
import {deskScale} from '../core/camera.mjs';
import {drawnLayers} from '../core/layers.mjs';
import {entry} from '../core/lookup.mjs';
import {createPictures} from '../core/pictures.mjs';
import {createBorders} from './borders.mjs';
import {createFrameQueue} from './frame_queue.mjs';
import {createLayerStack} from './layer_stack.mjs';
import {createNamesAndMarks} from './names_and_marks.mjs';
import {createOutlines} from './outlines.mjs';
import {createOverlays} from './overlays.mjs';
import {createPartHint} from './part_hint.mjs';
import {createUnits} from './units.mjs';
import {createWeave} from './weave.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {Facts, How, Pictures, State, View} from '../types' */
/** @import {Signs} from './names_and_marks.mjs' */

/** What joined is outlined by itself: only a part of a country may have. */
const alone = (/** @type {string} */ id) => ({id, units: [id]});

/**
 * Whether a map wears patterns beside those of ground in dispute: names keep clear of them.
 * @param {Facts} facts
 * @param {State} state
 */
const isPatterned = (facts, state) =>
  Boolean(state.over || state.draft) || drawnLayers(state).some((name) => name in facts.hatches);

/** What a picture that is complete is called: a year's, or a day's. */
const nameOf = (/** @type {Facts} */ facts, /** @type {number} */ day) =>
  facts.isYearEnd(day) ? facts.yearOf(day) : facts.isoOf(day);

/**
 * A statement that is told without its card stands on the map as an open one does, in its own year.
 * @param {Facts} facts
 * @param {State} state
 * @returns {State}
 */
const withTold = (facts, state) =>
  state.told && !state.statement && facts.yearOf(entry(facts.statements, state.told).day) === facts.yearOf(state.day)
    ? {...state, statement: state.told}
    : state;

/**
 * The outlines of a stage: `elements` are their groups, the undermost first.
 * @param {{facts: Facts, view: View, pictures: Pictures, element: () => Element, walkedUnit: () => string | null}} of
 */
function createOutlining({facts, view, pictures, element, walkedUnit}) {
  const joined = createOutlines({view, pictures, name: 'news', group: 'joined', isInside: true});
  const focus = createOutlines({view, pictures, name: 'focus', group: 'focus'});
  return {
    elements: [focus.element, joined.element],
    show(/** @type {State} */ {day, country, statement, focus: ids}) {
      const picture = pictures.of(day);
      joined.show(picture.joined.map(alone), picture);
      // Where a question hides who joined, no other outline tells it either.
      const seen = element().closest('[data-mask~="news"]') ? [] : picture.joined;
      const named = statement ? entry(facts.statements, statement).targets.filter((id) => id !== '*') : [];
      const inFocus = ids.filter((id) => !seen.includes(id)); // the gold points at the others
      const outlined = new Set([country, walkedUnit(), ...named, ...inFocus].filter((id) => id !== null));
      focus.show(
        [...outlined].map((id) => pictures.outlined(id, day)),
        picture,
        [...seen, ...pictures.under('disputed', day)],
      );
    },
  };
}

/**
 * @param {Omit<Signs, 'pictures'> & {element: () => Element, walkedUnit: () => string | null}} of `element` is the
 *   stage's; what else names and marks need is handed on to them
 */
export function createDrawing({facts, view, element, walkedUnit, ...more}) {
  const pictures = createPictures({facts, view});
  const units = createUnits({view, pictures});
  const borders = createBorders({view, pictures});
  const overlays = createOverlays({facts, view, pictures});
  const weave = createWeave({facts, view, pictures, large: more.large});
  const outlining = createOutlining({facts, view, pictures, element, walkedUnit});
  const hint = createPartHint({view, pictures});
  const signs = createNamesAndMarks({facts, view, pictures, ...more});
  const layers = createLayerStack({
    patterns: [...overlays.patterns, ...weave.patterns],
    ground: units.ground,
    fills: [...units.nodes, borders.groups.seams, weave.element, overlays.element],
    lines: [borders.groups.casings, borders.groups.cores],
    news: [...outlining.elements, borders.groups.fronts, overlays.lone, hint.element],
    signs: signs.element,
    room: view.room,
    grow: (size) => (more.large() ? 1 : deskScale(size)),
    onDraw: (k) => [overlays, weave].forEach((each) => each.scale(k)),
  });
  let state = /** @type {State | null} the one last drawn */ (null);

  const queue = createFrameQueue(
    /** @type {((shown: State) => boolean | void)[]} */ [
      ({day}) => borders.paint(pictures.of(day)),
      (shown) => signs.draw(shown),
      (shown) => {
        outlining.show(shown);
        overlays.show(shown.day, [...drawnLayers(shown), shown.over ? 'over' : ''], shown.draft);
      },
    ],
    ({day}) => mark(element(), 'data-drawn', nameOf(facts, day)),
  );
  return {
    layers,
    berlin: signs.berlin,
    marks: signs.marks,
    folded: signs.folded,
    paint(/** @type {State} */ next, /** @type {How} */ how) {
      const before = state;
      const now = withTold(facts, next);
      state = now;
      if (before?.day !== now.day) {
        units.paint(pictures.of(now.day));
        borders.paintSeams(pictures.of(now.day));
      }
      weave.show(now.patterns ? pictures.of(now.day) : null);
      if (before?.layers !== now.layers) mark(element(), 'data-layers', now.layers.replaceAll(',', ' '));
      if (before?.layers !== now.layers || before?.over !== now.over || before?.draft !== now.draft)
        mark(element(), 'data-patterned', isPatterned(facts, now));
      if (before?.solo !== now.solo) mark(element(), 'data-solo', now.solo);
      queue.run(now, how === 'drag');
    },
    move(/** @type {Camera} */ camera, /** @type {Size} */ size, /** @type {boolean} */ inHand) {
      layers.move(camera, size, inHand);
      signs.move(camera, size, state);
      if (state) signs.draw(state);
    },
    /** Draw the outlines anew: the keys have moved on. */
    outline: () => state && outlining.show(state),
    /** Show where a unit lay inside a state; null for none. */
    hint: (/** @type {string | null} */ id) => state && hint.show(id, state.day),
    country: () => state?.country ?? null,
    /** Whose card a click on a unit opens. */
    openedBy: (/** @type {string | null} */ id) => (id && state ? facts.openedBy(id, state.day) : id),
    stop() {
      queue.stop();
      layers.stop();
      signs.stop();
    },
  };
}
