// Everything that is drawn on a stage: units, borders, overlays, outlines, names and marks. A step touches only what changed.

import {mark} from '../dom.mjs';
import {createPictures} from '../core/pictures.mjs';
import {createBorders} from './borders.mjs';
import {createFrameQueue} from './frame_queue.mjs';
import {createLayerStack} from './layer_stack.mjs';
import {createNamesAndMarks} from './names_and_marks.mjs';
import {createOutlines} from './outlines.mjs';
import {createOverlays} from './overlays.mjs';
import {createPartHint} from './part_hint.mjs';
import {createUnits} from './units.mjs';

/** What joined is outlined by itself: only a part of a country may have. */
const alone = (id) => ({id, units: [id]});

/** A statement that is told without its card stands on the map as an open one does, in its own year. */
const withTold = (facts, state) =>
  state.told && !state.statement && facts.yearOf(facts.statements.get(state.told).day) === facts.yearOf(state.day)
    ? {...state, statement: state.told}
    : state;

/**
 * @param {{facts: any, view: any, element: () => any, walkedUnit: () => string | null}} of `element` is the stage's; what
 *   else names and marks need is handed on to them
 */
export function createDrawing({facts, view, element, walkedUnit, ...more}) {
  const pictures = createPictures({facts, view});
  const units = createUnits({view, pictures});
  const borders = createBorders({view, pictures});
  const overlays = createOverlays({facts, view, pictures});
  const joined = createOutlines({view, name: 'news', group: 'joined'});
  const focus = createOutlines({view, name: 'focus', group: 'focus'});
  const hint = createPartHint({view, pictures});
  const signs = createNamesAndMarks({facts, view, pictures, ...more});
  const {seams, casings, cores, fronts} = borders.groups;
  const layers = createLayerStack({
    patterns: overlays.patterns,
    fills: [...units.nodes, seams, overlays.element],
    lines: [casings, cores],
    news: [joined.element, fronts, hint.element, focus.element],
    signs: signs.element,
    onDraw: ({k}) => overlays.scale(k),
  });
  /** @type {any} the state last drawn */
  let state = null;

  function outline() {
    const {day, country, statement, focus: ids} = state;
    joined.show(pictures.of(day).joined.map(alone));
    const named = statement ? facts.statements.get(statement).targets.filter((id) => id !== '*') : [];
    const outlined = [...new Set([country, walkedUnit(), ...named, ...ids].filter(Boolean))];
    focus.show(outlined.map((id) => pictures.outlined(id, day)));
  }
  /** A year's picture is complete, or a day's. */
  const markDrawn = () =>
    mark(element(), 'data-drawn', facts.isYearEnd(state.day) ? facts.yearOf(state.day) : facts.isoOf(state.day));
  const queue = createFrameQueue(
    [
      () => borders.paint(pictures.of(state.day)),
      () => signs.draw(state),
      () => {
        outline();
        overlays.show(state.day, state.layers.split(','), state.draft);
      },
    ],
    markDrawn,
  );
  return {
    layers,
    berlin: signs.berlin,
    paint(next, how) {
      const before = state;
      state = withTold(facts, next);
      if (before?.day !== state.day) {
        units.paint(pictures.of(state.day));
        borders.paintSeams(pictures.of(state.day));
      }
      if (before?.layers !== state.layers) mark(element(), 'data-layers', state.layers.replaceAll(',', ' '));
      if (before?.solo !== state.solo) mark(element(), 'data-solo', state.solo);
      queue.run(how === 'drag');
    },
    move(camera, size, inHand) {
      layers.move(camera, size, inHand);
      signs.move(camera, size, state);
      if (state) signs.draw(state);
    },
    /** Draw the outlines anew: the keys have moved on. */
    outline: () => state && outline(),
    /** Show where a unit lay inside a state; null for none. */
    hint: (id) => hint.show(id, state?.day),
    country: () => state?.country ?? null,
    /** Whose card a click on a unit opens. */
    openedBy: (id) => (id && state ? facts.openedBy(id, state.day) : id),
    stop() {
      queue.stop();
      layers.stop();
      signs.stop();
    },
  };
}
