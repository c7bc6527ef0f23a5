// Where statements were made, and whom they name: marks, badges of those folded in one place, and arcs for the one that
// is open or pointed at.

import {mark, rulerOf, s} from '../dom.mjs';
import {deskScale, signScale} from '../core/camera.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {arcsOf, endsOf} from '../core/arc_layout.mjs';
import {boxesOf, holdAtEdges} from '../core/edge_layout.mjs';
import {SEA} from '../core/ground.mjs';
import {boxesAlong} from '../core/force_layout.mjs';
import {stepAside} from '../core/mark_aside.mjs';
import {pinOf, standBeside} from '../core/mark_beside.mjs';
import {plateOf, stackMarks, threadsOf} from '../core/mark_layout.mjs';
import {meet} from '../core/name_taken.mjs';
import {createBadge, createBadgeButtons} from './badges.mjs';
import {pin, string} from './pin.mjs';
import {createTarget, fitTarget} from './target.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {Land} from '../core/mark_beside.mjs' */
/** @import {PlacedMark, Stack} from '../core/mark_layout.mjs' */
/** @import {EdgeName, Under} from '../core/edge_layout.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Facts, Statement, Translate, View} from '../types' */
/** @import {Badge} from './badges.mjs' */
/** @import {Describe} from './stage.mjs' */
/** @typedef {(at: readonly number[]) => Point} ToScreen */
/**
 * @typedef {{marks: {id: string, transform: string | null, selected: boolean}[], nodes: SVGElement[], badges: Badge[],
 *   boxes: Box[], size: Size, unit: number, selected: string | null, arcs: (id: string, taken: Box[]) => SVGElement[]}}
 *   MarksLayout
 */

const LARGE = 1.8; // how much larger marks are where a class reads from the back row
const [PLACE_PX, LARGE_PLACE_PX] = [13, 28]; // the names of places beyond the stage, and those before a class
/** @type {MarksLayout} */
const NO_LAYOUT = {
  marks: [],
  nodes: [],
  badges: [],
  boxes: [],
  size: {width: 1, height: 1},
  unit: 1,
  selected: null,
  arcs: () => [],
};

const nameBeyond = (/** @type {EdgeName} */ {text, x, y, onLeft}, /** @type {number} */ pixels) =>
  s(
    'text',
    {
      class: 'place tagged',
      x: x.toFixed(1),
      y: y.toFixed(1),
      'font-size': pixels.toFixed(1),
      'text-anchor': onLeft ? 'start' : 'end',
    },
    text,
  );

/** The line from a sign that stands beside its place. */
function pinned(/** @type {Stack} */ stack, /** @type {number} */ unit) {
  const line = pinOf(stack);
  return line ? [pin(line, unit)] : [];
}

/** What holds the signs of a stack together. */
const threads = (/** @type {Stack} */ {folded, marks}, /** @type {number} */ unit) =>
  folded || marks.length === 1 ? [] : threadsOf(marks).flatMap((line) => string(line, unit));

const boxesOfPin = (/** @type {Stack} */ stack) => {
  const line = pinOf(stack);
  return line ? boxesAlong(line) : [];
};

const tag = (/** @type {Box} */ {x, y, w, h}, /** @type {number} */ unit) =>
  s('rect', {class: 'tag', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: 4 * unit});

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
      stepAside(stackMarks(points, size, unit), covered, size, unit, land.under),
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
 * @param {{facts: Facts, view: View, t: Translate, large: () => number, fontFamily: () => string,
 *   nodeOf: (id: string) => SVGElement}} of
 */
function createPlacing({facts, view, t, large, fontFamily, nodeOf}) {
  const ruler = rulerOf();
  const citiesOf = (/** @type {PlacedMark[]} */ marks) =>
    [...new Set(marks.map(({id}) => entry(facts.statements, id).city))].join(', ');
  const said = keep((/** @type {string} */ place) => t('stage.beyond', {place}));
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
   * @param {{toScreen: ToScreen, size: Size, selected: string | null, blocked: Box[], under: Under, dear: ()
   *   => ReadonlySet<number>}} of `blocked` is what stands on the map or over it, `dear` tells the ground that it is
   *   about
   * @returns {MarksLayout}
   */
  return ({unit, stacks: stood}, {toScreen, size, selected, blocked, under, dear}) => {
    if (!stood.length) return NO_LAYOUT;
    const pixels = large() ? LARGE_PLACE_PX * large() : PLACE_PX * deskScale(size);
    const measure = (/** @type {string} */ text) => ruler(text, `${pixels}px ${fontFamily()}`);
    const groundOf = (/** @type {PlacedMark} */ {id}) =>
      under(...toScreen(view.places[entry(facts.statements, id).place]));
    const {stacks, names: beyond} = holdAtEdges(stood, {
      said: (marks) => said(citiesOf(marks)),
      brief: citiesOf,
      elsewhere: t('stage.elsewhere'),
      home(marks) {
        const [ground, ...others] = new Set(marks.map(groundOf));
        return others.length ? SEA : ground;
      },
      ...{size, unit, blocked},
      open: selected,
      under,
      ...(stood.some(({away}) => away) ? {dear: dear()} : {}),
      measure: keep(measure),
    });
    const open = stacks.filter(({folded}) => !folded);
    const badges = stacks.filter(({folded}) => folded).map((stack) => badgeOf(stack, unit, selected));
    const tags = [...beyond.values()].map((name) => name.tag);
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
        ...stacks.flatMap((stack) => [...pinned(stack, unit), ...threads(stack, unit)]),
        ...tags.map((box) => tag(box, unit)),
        ...[...beyond.values()].filter(({text}) => text).map((name) => nameBeyond(name, pixels)),
        ...open.flatMap(({marks}) => marks.map(({id}) => nodeOf(id))),
        ...badges.map(({node}) => node),
      ],
      boxes: [...boxesOf(stacks, unit), ...tags, ...stacks.flatMap(boxesOfPin)],
      arcs(id, taken) {
        const stack = stacks.find(({marks}) => marks.some((each) => each.id === id));
        const from = stack?.marks.find((each) => each.id === id);
        if (!stack || !from) return [];
        const {targets} = entry(facts.statements, id);
        const own = beyond.get(stack)?.tag ?? plateOf(stack, unit);
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
 * @param {{facts: Facts, view: View, t: Translate, large: () => number, fontFamily: () => string, describe: Describe,
 *   onOpen: (id: string) => void, onFolded: () => void}} of what marks say, and what one that is clicked does
 */
export function createMarks({facts, view, t, large, fontFamily, describe, onOpen, onFolded}) {
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
    /** Work out where the marks of statements stand, once, for `show`: their stacks, then all. */
    stand: createStanding({view, large}),
    place: createPlacing({facts, view, t, large, fontFamily, nodeOf}),
    /** Show a layout; `others` gives the boxes of what stands on the map, for arcs to keep clear of. */
    show(/** @type {MarksLayout} */ layout, /** @type {() => Box[]} */ others) {
      if (layout === drawn) return;
      taken = others;
      const heldOf = (/** @type {MarksLayout} */ {badges: each}) => each.map(({ids}) => ids.join(' ')).join('|');
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
