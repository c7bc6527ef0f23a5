// Where statements were made, and whom they name: marks and arcs on the stage.

import {mark, s} from '../dom.mjs';

const NEAR_PX = 22; // closer places share a stack
const GAP_PX = 25; // a stack's marks are targets of their own
const ROW = 4;
const EDGE_PX = 20;
// What is held at the stage's edge keeps out of the upper corners: [distance from the side, height].
const LEFT_CORNER = [190, 108]; // the members beyond the map,
const PHONE_PX = 430; // which a phone does not show
const RIGHT_CORNERS = [
  [62, 184],
  [250, 72],
]; // the tools, the menu
const LETTER_PX = 7; // of a city's name, with room to spare
const LARGE = 1.8; // how much larger marks are where a class reads from the back row

const NOTHING = {marks: [], nodes: [], arcs: [], boxes: []};

/** The edge beyond which a place lies, by how far it was moved to stand on the stage; empty for a place on it. */
function edgeOf(dx, dy, edge) {
  if (Math.hypot(dx, dy) <= edge) return '';
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < 0 ? 'top' : 'bottom';
}

/** How high a place held at the edge may stand. */
function highest(x, width, edge) {
  const corners = [
    ...(width > PHONE_PX && x < LEFT_CORNER[0] ? [LEFT_CORNER] : []),
    ...RIGHT_CORNERS.filter(([wide]) => width - x < wide),
  ];
  return Math.max(edge, ...corners.map(([, high]) => high));
}

/**
 * Stack statements that fall on (nearly) the same point, and hold places off the stage at its edge.
 * Pure: [{id, x, y}] in, and the size of a mark; stacks [{x, y, away, marks: [{id, x, y}]}] out, in px, each row of a stack centred on its place.
 */
export function stackMarks(points, {width, height}, unit = 1) {
  const [near, gap, edge] = [NEAR_PX * unit, GAP_PX * unit, EDGE_PX * unit];
  const stacks = [];
  for (const point of points) {
    const x = Math.min(width - edge, Math.max(edge, point.x));
    const held = x !== point.x || point.y < edge;
    const y = Math.min(height - edge, Math.max(held ? highest(x, width, edge) : edge, point.y));
    const away = edgeOf(point.x - x, point.y - y, edge);
    const stack = stacks.find((other) => Math.hypot(other.x - x, other.y - y) < near);
    if (stack) stack.ids.push(point.id);
    else stacks.push({x, y, away, ids: [point.id]});
  }
  return stacks.map(({x, y, away, ids}) => {
    const rows = Math.ceil(ids.length / ROW);
    const half = ((Math.min(ROW, ids.length) - 1) * gap) / 2;
    const tall = ((rows - 1) * gap) / 2;
    const cx = Math.min(width - edge - half, Math.max(edge + half, x));
    const cy = Math.min(height - edge - tall, Math.max(edge + tall, y));
    const marks = ids.map((id, i) => {
      const row = Math.floor(i / ROW);
      const inRow = Math.min(ROW, ids.length - row * ROW);
      return {id, x: cx + ((i % ROW) - (inRow - 1) / 2) * gap, y: cy + row * gap - tall};
    });
    return {x: cx, y: cy, away, marks};
  });
}

/** A gentle arc between two points: SVG path data. */
export function arcPath([ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const lift = 0.16;
  const [cx, cy] = [(ax + bx) / 2 + dy * lift, (ay + by) / 2 - Math.abs(dx) * lift - Math.abs(dy) * 0.02];
  return `M${ax.toFixed(1)} ${ay.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${bx.toFixed(1)} ${by.toFixed(1)}`;
}

export function createMarks({facts, view, large, layer, arcLayer, describe, onOpen}) {
  const nodes = new Map();
  const node = (statement) => {
    if (!nodes.has(statement.id)) {
      const group = s(
        'g',
        {class: 'mark', 'data-statement': statement.id, role: 'button', 'aria-label': describe(statement)},
        s('circle', {class: 'mark-target', r: 12}),
        facts.glyph(statement),
      );
      group.addEventListener('click', () => onOpen(statement.id));
      nodes.set(statement.id, group);
    }
    return nodes.get(statement.id);
  };
  const anchor = (id) => view.anchors[id];
  const unit = () => (large() ? LARGE * large() : 1);

  /** The name of a place beyond the stage, beside its marks: the text, where it begins or ends, and the box it takes. */
  const told = ({away, marks}, {width}) => {
    const cities = [...new Set(marks.map(({id}) => facts.statements.get(id).city))].join(', ');
    const [left, right] = [Math.min(...marks.map((each) => each.x)), Math.max(...marks.map((each) => each.x))];
    const onLeft = right < width / 2;
    const sign = {left: '←', right: '→', top: '↑', bottom: '↓'}[away];
    const [x, y] = [onLeft ? right + 17 * unit() : left - 17 * unit(), marks[0].y];
    const text = onLeft ? `${sign} ${cities}` : `${cities} ${sign}`;
    const w = text.length * LETTER_PX * unit();
    return {text, x, y, onLeft, box: {x: onLeft ? x : x - w, y: y - 9 * unit(), w, h: 18 * unit()}};
  };
  const label = ({text, x, y, onLeft}) =>
    s('text', {class: 'place', x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': onLeft ? 'start' : 'end'}, text);
  const back = ({marks}) => {
    const [xs, ys] = [marks.map(({x}) => x), marks.map(({y}) => y)];
    const half = 12 * unit();
    const [left, top] = [Math.min(...xs) - half, Math.min(...ys) - half];
    return s('rect', {
      class: 'stack',
      x: left.toFixed(1),
      y: top.toFixed(1),
      width: Math.max(...xs) + half - left,
      height: Math.max(...ys) + half - top,
      rx: half,
    });
  };
  let shown = null;

  return {
    /** Work out where the marks of these statements stand, once: {marks, nodes, arcs, boxes}, for `show`; names keep clear of the boxes. */
    place(statements, onScreen, size, selected) {
      if (!statements.length) return NOTHING;
      const stacks = stackMarks(
        statements.map(({id}) => {
          const [x, y] = onScreen(view.places[id]);
          return {id, x, y};
        }),
        size,
        unit(),
      );
      const placed = stacks.flatMap(({marks}) => marks);
      const beyond = stacks.filter(({away}) => away).map((stack) => told(stack, size));
      const arcs = placed.flatMap(({id, x, y}) => {
        const {stance, targets} = facts.statements.get(id);
        const quiet = selected && selected !== id;
        return targets
          .filter(anchor)
          .map((target) => onScreen(anchor(target)))
          .filter((end) => Math.hypot(end[0] - x, end[1] - y) >= 2 * NEAR_PX * unit())
          .flatMap((end) => [
            s('path', {class: 'arc', d: arcPath([x, y], end), 'data-stance': stance, 'data-quiet': quiet}),
            s('circle', {
              class: 'arc-end',
              cx: end[0].toFixed(1),
              cy: end[1].toFixed(1),
              r: 2.6,
              'data-stance': stance,
              'data-quiet': quiet,
            }),
          ]);
      });
      const marks = placed.map(({id, x, y}) => ({
        id,
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${unit() === 1 ? '' : ` scale(${unit().toFixed(3)})`}`,
        selected: selected === id,
      }));
      return {
        marks,
        arcs,
        nodes: [
          ...stacks.filter(({marks: these}) => these.length > 1).map(back),
          ...beyond.map(label),
          ...placed.map(({id}) => node(facts.statements.get(id))),
        ],
        boxes: [
          ...placed.map(({x, y}) => ({x: x - 11 * unit(), y: y - 11 * unit(), w: 22 * unit(), h: 22 * unit()})),
          ...beyond.map(({box}) => box),
        ],
      };
    },
    show(layout) {
      if (layout === shown) return;
      shown = layout;
      for (const {id, transform, selected} of layout.marks) {
        mark(nodes.get(id), 'transform', transform);
        mark(nodes.get(id), 'data-selected', selected);
      }
      layer.replaceChildren(...layout.nodes);
      arcLayer.replaceChildren(...layout.arcs);
    },
  };
}
