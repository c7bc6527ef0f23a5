// Where statements were made, and whom they name: marks and arcs on the stage.

import {mark, s} from '../dom.mjs';
import {arcPath, boxOf, isArc, placeBeyond, plateOf, stackMarks} from '../core/mark_layout.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */

const LARGE = 1.8; // how much larger marks are where a class reads from the back row
const NO_LAYOUT = {marks: [], nodes: [], arcs: [], boxes: []};

const nameBeyond = ({text, x, y, onLeft}) =>
  s('text', {class: 'place', x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': onLeft ? 'start' : 'end'}, text);

const plate = ({x, y, w, h, round}) =>
  s('rect', {class: 'stack', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: round});

function arc(from, to, stance, isQuiet) {
  const [cx, cy] = to.map((value) => value.toFixed(1));
  const kind = {'data-stance': stance, 'data-quiet': isQuiet};
  return [
    s('path', {class: 'arc', d: arcPath(from, to), ...kind}),
    s('circle', {class: 'arc-end', cx, cy, r: 2.6, ...kind}),
  ];
}

/**
 * @param {{facts: any, view: any, large: () => number, describe: (statement: any) => string, onOpen: (id: string) => void}} of
 */
export function createMarks({facts, view, large, describe, onOpen}) {
  const element = s('g', {class: 'marks'});
  const arcLayer = s('g');
  const nodes = new Map();
  const nodeOf = (id) => {
    if (!nodes.has(id)) {
      const statement = facts.statements.get(id);
      const node = s(
        'g',
        {class: 'mark', 'data-statement': id, role: 'button', 'aria-label': describe(statement)},
        s('circle', {class: 'mark-target', r: 12}),
        facts.glyph(statement),
      );
      node.addEventListener('click', () => onOpen(id));
      nodes.set(id, node);
    }
    return nodes.get(id);
  };
  const citiesOf = ({marks}) => [...new Set(marks.map(({id}) => facts.statements.get(id).city))].join(', ');

  function arcsOf({id, x, y}, toScreen, unit, isQuiet) {
    const {stance, targets} = facts.statements.get(id);
    return targets
      .filter((target) => view.anchors[target])
      .map((target) => toScreen(view.anchors[target]))
      .filter((end) => isArc([x, y], end, unit))
      .flatMap((end) => arc([x, y], end, stance, isQuiet));
  }
  let drawn = null;

  return {
    element,
    arcs: arcLayer,
    /** Work out where the marks of these statements stand, once: {marks, nodes, arcs, boxes}, for `show`; names keep clear of the boxes. */
    place(statements, /** @type {(at: number[]) => Point} */ toScreen, /** @type {Size} */ size, selected) {
      if (!statements.length) return NO_LAYOUT;
      const unit = large() ? LARGE * large() : 1;
      const points = statements.map(({id}) => {
        const [x, y] = toScreen(view.places[id]);
        return {id, x, y};
      });
      const stacks = stackMarks(points, size, unit);
      const placed = stacks.flatMap(({marks}) => marks);
      const beyond = stacks
        .filter(({away}) => away)
        .map((stack) => placeBeyond(stack, citiesOf(stack), size.width, unit));
      const scale = unit === 1 ? '' : ` scale(${unit.toFixed(3)})`;
      return {
        marks: placed.map(({id, x, y}) => ({
          id,
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${scale}`,
          selected: selected === id,
        })),
        arcs: placed.flatMap((each) => arcsOf(each, toScreen, unit, selected && selected !== each.id)),
        nodes: [
          ...stacks.filter(({marks}) => marks.length > 1).map((stack) => plate(plateOf(stack, unit))),
          ...beyond.map(nameBeyond),
          ...placed.map(({id}) => nodeOf(id)),
        ],
        boxes: [...placed.map((each) => boxOf(each, unit)), ...beyond.map(({box}) => box)],
      };
    },
    show(layout) {
      if (layout === drawn) return;
      drawn = layout;
      for (const {id, transform, selected} of layout.marks) {
        mark(nodes.get(id), 'transform', transform);
        mark(nodes.get(id), 'data-selected', selected);
      }
      element.replaceChildren(...layout.nodes);
      arcLayer.replaceChildren(...layout.arcs);
    },
  };
}
