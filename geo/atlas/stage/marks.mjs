// Where statements were made, and whom they name: marks, badges of those folded in one place, and arcs for the one that
// is open or pointed at.

import {mark, s} from '../dom.mjs';
import {signScale} from '../core/camera.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {arcsOf, endsOf} from '../core/arc_layout.mjs';
import {boxesOf, holdAtEdges} from '../core/edge_layout.mjs';
import {boxesAlong} from '../core/force_layout.mjs';
import {stepAside} from '../core/mark_aside.mjs';
import {standBeside} from '../core/mark_beside.mjs';
import {pinsOf, plateOf, stackMarks, threadsOf} from '../core/mark_layout.mjs';
import {meet} from '../core/name_taken.mjs';
import {createBadge, createBadgeButtons} from './badges.mjs';
import {PIN_PX, pin, string} from './pin.mjs';
import {createTarget, fitTarget} from './target.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {Land} from '../core/mark_beside.mjs' */
/** @import {PlacedMark, Stack} from '../core/mark_layout.mjs' */
/** @import {Held} from '../core/edge_layout.mjs' */
/** @import {Box, Leader} from '../core/name_layout.mjs' */
/** @import {Facts, Statement, Translate, View} from '../types' */
/** @import {Badge} from './badges.mjs' */
/** @import {Describe} from './stage.mjs' */
/** @typedef {(at: readonly number[]) => Point} ToScreen */
/**
 * @typedef {{marks: {id: string, transform: string | null, selected: boolean}[], nodes: SVGElement[], badges: Badge[],
 *   boxes: Box[], pins: Leader[], size: Size, unit: number, selected: string | null,
 *   arcs: (id: string, taken: Box[]) => SVGElement[]}} MarksLayout
 */

const LARGE = 1.8; // how much larger marks are where a class reads from the back row
/** @type {MarksLayout} */
const NO_LAYOUT = {
  marks: [],
  nodes: [],
  badges: [],
  boxes: [],
  pins: [],
  size: {width: 1, height: 1},
  unit: 1,
  selected: null,
  arcs: () => [],
};

/** What holds the signs of each place of a stack together. */
const strung = (/** @type {Stack} */ stack, /** @type {number} */ unit) =>
  stack.folded ? [] : threadsOf(stack).flatMap((line) => string(line, unit));

const placed = (/** @type {{x: number, y: number}} */ {x, y}, /** @type {number} */ unit) =>
  `translate(${x.toFixed(1)} ${y.toFixed(1)})` + (unit === 1 ? '' : `scale(${unit.toFixed(3)})`);

/**
 * A cased arc to whom a statement names.
 * @param {string} d
 * @param {Point} end
 * @param {number} unit
 */
function arc(d, end, unit) {
  const [cx, cy] = end.map((value) => value.toFixed(1));
  return [
    s('path', {class: 'arc-casing', d, 'stroke-width': 4.6 * unit}),
    s('path', {class: 'arc', d, 'stroke-width': 2 * unit}),
    s('circle', {class: 'arc-end', cx, cy, r: 3.4 * unit, 'stroke-width': 1.4 * unit}),
  ];
}

/**
 * Stacks the marks, and tells which plates those have that stand at their own places or beside them, whatever else is
 * there but what lies over the map.
 * @param {{view: View, large: () => number}} of
 */
function createStanding({view, large}) {
  return (
    /** @type {Statement[]} */ statements,
    /** @type {ToScreen} */ toScreen,
    /** @type {Size} */ size,
    /** @type {Box[]} */ covered,
    /** @type {Land} */ land,
  ) => {
    const unit = large() ? LARGE * large() : signScale(size);
    const points = statements.map(({id, place}) => {
      const [px, py, room] = view.places[place];
      const [x, y] = toScreen([px, py]);
      return {id, x, y, room: toScreen([px + room, py])[0] - x};
    });
    const stacks = standBeside(
      stepAside(stackMarks(points, size, unit, land.under), covered, size, unit, land.under),
      covered,
      size,
      unit,
      land,
    );
    return {unit, stacks, plates: stacks.filter(({away}) => !away).map((stack) => plateOf(stack, unit))};
  };
}

/**
 * Works out where the marks of stacks stand, those beyond the stage at its edge.
 * @param {{facts: Facts, view: View, t: Translate, nodeOf: (id: string) => SVGElement}} of
 */
function createPlacing({facts, view, t, nodeOf}) {
  const citiesOf = (/** @type {PlacedMark[]} */ marks) =>
    [...new Set(marks.map(({id}) => entry(facts.statements, id).city))].join(', ');
  /** What a sign at the edge hangs on. */
  const tag = (/** @type {Held} */ {tag: {x, y, w, h}, arrow: [ax, ay], turn}, /** @type {number} */ unit) => [
    s('rect', {class: 'tag', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: 4 * unit}),
    s('g', {transform: `${placed({x: ax, y: ay}, unit)} rotate(${turn.toFixed()})`}, facts.tagArrow()),
  ];
  function badgeOf(/** @type {Stack} */ stack, /** @type {number} */ unit, /** @type {string | null} */ selected) {
    const {marks} = stack;
    return createBadge(stack, {
      ...{facts, unit, transform: placed(stack, unit)},
      isOpen: marks.some(({id}) => id === selected),
      label: t('stage.folded', {n: String(marks.length), place: citiesOf(marks)}),
    });
  }
  /**
   * @param {ReturnType<ReturnType<typeof createStanding>>} stood
   * @param {{toScreen: ToScreen, size: Size, selected: string | null, blocked: Box[]} & Land} of `blocked` is what
   *   stands on the map or over it
   * @returns {MarksLayout}
   */
  return ({unit, stacks: stood}, {toScreen, size, selected, blocked, under, areaOf, dear}) => {
    if (!stood.length) return NO_LAYOUT;
    const around = {size, unit, blocked, open: selected, under, areaOf};
    const {stacks, held} = holdAtEdges(stood, stood.some(({away}) => away) ? {...around, dear: dear()} : around);
    const open = stacks.filter(({folded}) => !folded);
    const badges = stacks.filter(({folded}) => folded).map((stack) => badgeOf(stack, unit, selected));
    const tags = held.map((each) => each.tag);
    const pins = stacks.flatMap((stack) => pinsOf(stack, unit));
    return {
      size,
      unit,
      selected,
      badges,
      marks: stacks.flatMap(({folded, marks}) =>
        marks.map((each) => ({
          id: each.id,
          transform: folded ? null : placed(each, unit),
          selected: selected === each.id,
        })),
      ),
      nodes: [
        ...pins.flatMap((line) => pin(line, unit)),
        ...stacks.flatMap((stack) => strung(stack, unit)),
        ...held.flatMap((each) => tag(each, unit)),
        ...open.flatMap(({marks}) => marks.map(({id}) => nodeOf(id))),
        ...badges.map(({node}) => node),
      ],
      boxes: [...boxesOf(stacks, unit), ...tags, ...pins.flatMap((line) => boxesAlong(line, PIN_PX * unit))],
      pins,
      arcs(id, taken) {
        const stack = stacks.find(({marks}) => marks.some((each) => each.id === id));
        const from = stack?.marks.find((each) => each.id === id);
        if (!stack || !from) return [];
        const {targets} = entry(facts.statements, id);
        const own = held.find((each) => each.stack === stack)?.tag ?? plateOf(stack, unit);
        const others = taken.filter((box) => !meet(box, own));
        const ends = targets
          .filter((target) => view.anchors[target])
          .map((target) => endsOf(toScreen(view.anchors[target]), [own, ...others], size, under, unit));
        const arcs = arcsOf([from.x, from.y], ends, others, size, unit);
        return arcs.flatMap(({d, end}) => arc(d, end, unit));
      },
    };
  };
}

/**
 * @param {{facts: Facts, view: View, t: Translate, large: () => number, describe: Describe, onOpen: (id: string) =>
 *   void, onFolded: () => void}} of what marks say, and what one that is clicked does
 */
export function createMarks({facts, view, t, large, describe, onOpen, onFolded}) {
  const element = s('g', {class: 'marks'});
  const arcLayer = s('g', {class: 'arcs'});
  const badges = createBadgeButtons({facts, tellOf: describe.statementTip, onChoose: onOpen});
  const nodeOf = keep((/** @type {string} */ id) => {
    const statement = entry(facts.statements, id);
    return s(
      'g',
      {
        class: 'mark',
        'data-statement': id,
        role: 'button',
        'aria-label': describe.statement(statement),
        onclick: () => onOpen(id),
      },
      createTarget(),
      facts.glyph(statement),
    );
  });

  let drawn = NO_LAYOUT;
  /** What arcs keep clear of. */
  let taken = () => /** @type {Box[]} */ ([]);
  /** @type {string | null} the statement under the hand or in the focus */
  let pointed = null;
  let hasArcs = false;

  function showArcs() {
    const {marks, selected, arcs} = drawn;
    const id = marks.some((each) => each.id === pointed) ? pointed : selected;
    if (id === null && !hasArcs) return;
    hasArcs = id !== null;
    arcLayer.replaceChildren(...(id === null ? [] : arcs(id, taken())));
  }
  return {
    element,
    arcs: arcLayer,
    badges: badges.element,
    fold: badges.close,
    /** The statements that stand in badges, where their own signs are not seen. */
    inBadges: () => drawn.badges.flatMap(({ids}) => ids).filter((id) => id !== drawn.selected),
    /** Whether some stand beside their places. */
    arePinned: () => drawn.pins.length > 0,
    /** Work out where the marks of statements stand, once, for `show`: their stacks, then all. */
    stand: createStanding({view, large}),
    place: createPlacing({facts, view, t, nodeOf}),
    /** Show a layout; `others` gives the boxes of what stands on the map, for arcs to keep clear of. */
    show(/** @type {MarksLayout} */ layout, /** @type {() => Box[]} */ others) {
      if (layout === drawn) return;
      taken = others;
      const heldOf = (/** @type {MarksLayout} */ {badges: each, pins}) =>
        [Boolean(pins.length), ...each.map(({ids}) => ids.join(' '))].join('|');
      const held = heldOf(drawn);
      drawn = layout;
      if (held !== heldOf(layout)) onFolded();
      for (const {ids, slot} of layout.badges) slot.replaceChildren(...ids.map(nodeOf));
      element.replaceChildren(...layout.nodes);
      for (const {id, transform, selected} of layout.marks) {
        mark(nodeOf(id), 'transform', transform);
        mark(nodeOf(id), 'data-selected', selected);
        fitTarget(nodeOf(id), layout.unit);
      }
      showArcs();
      badges.show(layout.badges, layout.size);
    },
    /** Draw the arcs of a statement that is pointed at; null for none. */
    point(/** @type {string | null} */ id) {
      if (id === pointed) return;
      pointed = id;
      showArcs();
    },
  };
}
