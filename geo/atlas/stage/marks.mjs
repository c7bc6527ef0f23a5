// Where statements were made, and whom they name: marks and arcs on the stage.

import {mark, s} from '../dom.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {boxesOf, placeEdgeNames} from '../core/edge_layout.mjs';
import {arcPath, isArc, plateOf, stackMarks} from '../core/mark_layout.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {PlacedMark, Stack} from '../core/mark_layout.mjs' */
/** @import {EdgeName} from '../core/edge_layout.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Anchor, Facts, Place, Statement, View} from '../types' */
/** @typedef {(at: Place | Anchor) => Point} ToScreen */
/**
 * @typedef {{marks: {id: string, transform: string, selected: boolean}[], nodes: SVGElement[], arcs: SVGElement[],
 *   boxes: Box[]}} MarksLayout
 */

const LARGE = 1.8; // how much larger marks are where a class reads from the back row
/** @type {MarksLayout} */
const NO_LAYOUT = {marks: [], nodes: [], arcs: [], boxes: []};

const nameBeyond = (/** @type {EdgeName} */ {text, x, y, onLeft}) =>
  s('text', {class: 'place', x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': onLeft ? 'start' : 'end'}, text);

const plate = (/** @type {ReturnType<typeof plateOf>} */ {x, y, w, h, round}) =>
  s('rect', {class: 'stack', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: round});

/**
 * @param {Point} from
 * @param {Point} to
 * @param {string} stance
 * @param {boolean} isQuiet
 */
function arc(from, to, stance, isQuiet) {
  const [cx, cy] = to.map((value) => value.toFixed(1));
  const kind = {'data-stance': stance, 'data-quiet': isQuiet};
  return [
    s('path', {class: 'arc', d: arcPath(from, to), ...kind}),
    s('circle', {class: 'arc-end', cx, cy, r: 2.6, ...kind}),
  ];
}

/**
 * The arcs from a mark to whom its statement names, where the view shows them.
 * @param {PlacedMark} mark
 * @param {Statement} statement
 * @param {{view: View, toScreen: ToScreen, unit: number, isQuiet: boolean}} of
 */
const arcsOf = ({x, y}, {stance, targets}, {view, toScreen, unit, isQuiet}) =>
  targets
    .filter((target) => view.anchors[target])
    .map((target) => toScreen(view.anchors[target]))
    .filter((end) => isArc([x, y], end, unit))
    .flatMap((end) => arc([x, y], end, stance, isQuiet));

/**
 * @param {{facts: Facts, view: View, large: () => number, describe: (statement: Statement) => string, onOpen: (id:
 *   string) => void}} of
 */
export function createMarks({facts, view, large, describe, onOpen}) {
  const element = s('g', {class: 'marks'});
  const arcLayer = s('g');
  const nodeOf = keep((/** @type {string} */ id) => {
    const statement = entry(facts.statements, id);
    return s(
      'g',
      {
        class: 'mark',
        'data-statement': id,
        role: 'button',
        'aria-label': describe(statement),
        onclick: () => onOpen(id),
      },
      s('circle', {class: 'mark-target', r: 12}),
      facts.glyph(statement),
    );
  });
  const citiesOf = (/** @type {Stack} */ {marks}) =>
    [...new Set(marks.map(({id}) => entry(facts.statements, id).city))].join(', ');

  /** @type {MarksLayout | null} */
  let drawn = null;

  return {
    element,
    arcs: arcLayer,
    /**
     * Work out where the marks of these statements stand, once, for `show`; names keep clear of the boxes.
     * @param {Statement[]} statements
     * @param {ToScreen} toScreen
     * @param {Size} size
     * @param {string | null} selected
     * @param {Box[]} taken what lies over the map
     * @returns {MarksLayout}
     */
    place(statements, toScreen, size, selected, taken) {
      if (!statements.length) return NO_LAYOUT;
      const unit = large() ? LARGE * large() : 1;
      const points = statements.map(({id}) => {
        const [x, y] = toScreen(view.places[id]);
        return {id, x, y};
      });
      const stacks = stackMarks(points, size, unit);
      const placed = stacks.flatMap(({marks}) => marks);
      const boxes = boxesOf(stacks, unit);
      const atEdge = stacks.filter(({away}) => away);
      const beyond = placeEdgeNames(atEdge, {citiesOf, size, unit, blocked: [...boxes, ...taken]});
      const scale = unit === 1 ? '' : ` scale(${unit.toFixed(3)})`;
      return {
        marks: placed.map(({id, x, y}) => ({
          id,
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${scale}`,
          selected: selected === id,
        })),
        arcs: placed.flatMap((each) => {
          const isQuiet = selected !== null && selected !== each.id;
          return arcsOf(each, entry(facts.statements, each.id), {view, toScreen, unit, isQuiet});
        }),
        nodes: [
          ...stacks.filter(({marks}) => marks.length > 1).map((stack) => plate(plateOf(stack, unit))),
          ...beyond.map(nameBeyond),
          ...placed.map(({id}) => nodeOf(id)),
        ],
        boxes: [...boxes, ...beyond.map(({box}) => box)],
      };
    },
    show(/** @type {MarksLayout} */ layout) {
      if (layout === drawn) return;
      drawn = layout;
      for (const {id, transform, selected} of layout.marks) {
        mark(nodeOf(id), 'transform', transform);
        mark(nodeOf(id), 'data-selected', selected);
      }
      element.replaceChildren(...layout.nodes);
      arcLayer.replaceChildren(...layout.arcs);
    },
  };
}
