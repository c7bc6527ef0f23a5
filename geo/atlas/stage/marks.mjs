// Where statements were made, and whom they name: marks, badges of those folded in one place, and arcs for the one that
// is open or pointed at.

import {mark, rulerOf, s} from '../dom.mjs';
import {deskScale} from '../core/camera.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {boxesOf, holdAtEdges} from '../core/edge_layout.mjs';
import {arcsOf, plateOf, stackMarks} from '../core/mark_layout.mjs';
import {createBadge, createBadgeButtons} from './badges.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {PlacedMark, Stack} from '../core/mark_layout.mjs' */
/** @import {EdgeName, Under} from '../core/edge_layout.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Facts, Statement, Translate, View} from '../types' */
/** @import {Badge} from './badges.mjs' */
/** @import {Describe} from './stage.mjs' */
/** @typedef {(at: readonly number[]) => Point} ToScreen */
/**
 * @typedef {{marks: {id: string, transform: string | null, selected: boolean}[], nodes: SVGElement[], badges: Badge[],
 *   boxes: Box[], size: Size, selected: string | null, arcs: (id: string) => SVGElement[]}} MarksLayout
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
  selected: null,
  arcs: () => [],
};

const nameBeyond = (/** @type {EdgeName} */ {text, x, y, onLeft}, /** @type {number} */ pixels) =>
  s(
    'text',
    {
      class: 'place',
      x: x.toFixed(1),
      y: y.toFixed(1),
      'font-size': pixels.toFixed(1),
      'text-anchor': onLeft ? 'start' : 'end',
    },
    text,
  );

const plate = (/** @type {ReturnType<typeof plateOf>} */ {x, y, w, h, round}) =>
  s('rect', {class: 'stack', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: round});

/** Where the name of a place beyond a map without any sea is read, with its marks. */
function tagBox(/** @type {Box} */ plate, /** @type {Box} */ box, /** @type {number} */ unit) {
  const pad = 5 * unit;
  const [x, y] = [Math.min(plate.x, box.x) - pad, Math.min(plate.y, box.y) - pad];
  const w = Math.max(plate.x + plate.w, box.x + box.w) + pad - x;
  return {x, y, w, h: Math.max(plate.y + plate.h, box.y + box.h) + pad - y};
}

const tag = (/** @type {Box} */ {x, y, w, h}, /** @type {number} */ unit) =>
  s('rect', {class: 'tag', x: x.toFixed(1), y: y.toFixed(1), width: w, height: h, rx: 4 * unit});

const placed = (/** @type {{x: number, y: number}} */ {x, y}, /** @type {number} */ unit) =>
  `translate(${x.toFixed(1)} ${y.toFixed(1)})` + (unit === 1 ? '' : `scale(${unit.toFixed(3)})`);

/**
 * A cased arc to whom a statement names.
 * @param {string} d
 * @param {Point} end
 * @param {string} stance
 */
function arc(d, end, stance) {
  const [cx, cy] = end.map((value) => value.toFixed(1));
  return [
    s('path', {class: 'arc-casing', d}),
    s('path', {class: 'arc', d, 'data-stance': stance}),
    s('circle', {class: 'arc-end', cx, cy, r: 3.4, 'data-stance': stance}),
  ];
}

/**
 * Stacks the marks, and tells which plates those have that stand at their own places, whatever else is there.
 * @param {{view: View, large: () => number}} of
 */
function createStanding({view, large}) {
  return (/** @type {Statement[]} */ statements, /** @type {ToScreen} */ toScreen, /** @type {Size} */ size) => {
    const unit = large() ? LARGE * large() : deskScale(size);
    const points = statements.map(({id}) => {
      const [px, py, room] = view.places[id];
      const [x, y] = toScreen([px, py]);
      return {id, x, y, room: toScreen([px + room, py])[0] - x};
    });
    const stacks = stackMarks(points, size, unit);
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
  function badgeOf(/** @type {Stack} */ stack, /** @type {number} */ unit, /** @type {string | null} */ selected) {
    const {marks} = stack;
    const stances = new Set(marks.map(({id}) => entry(facts.statements, id).stance));
    return createBadge(stack, {
      stance: stances.size === 1 ? [...stances][0] : null,
      unit,
      transform: placed(stack, unit),
      isOpen: marks.some(({id}) => id === selected),
      label: t('stage.folded', {n: String(marks.length), place: citiesOf(marks)}),
    });
  }
  /**
   * @param {ReturnType<ReturnType<typeof createStanding>>} stood
   * @param {{toScreen: ToScreen, size: Size, selected: string | null, blocked: Box[], under: Under}} of `blocked` is
   *   what stands on the map or over it
   * @returns {MarksLayout}
   */
  return ({unit, stacks: stood}, {toScreen, size, selected, blocked, under}) => {
    if (!stood.length) return NO_LAYOUT;
    const pixels = large() ? LARGE_PLACE_PX * large() : PLACE_PX * unit;
    const measure = (/** @type {string} */ text) => ruler(text, `${pixels}px ${fontFamily()}`);
    const {stacks, names: beyond} = holdAtEdges(stood, {
      citiesOf: ({marks}) => citiesOf(marks),
      elsewhere: t('stage.elsewhere'),
      size,
      unit,
      blocked,
      open: selected,
      under,
      measure: keep(measure),
    });
    const open = stacks.filter(({folded}) => !folded);
    const badges = stacks.filter(({folded}) => folded).map((stack) => badgeOf(stack, unit, selected));
    const boxes = boxesOf(stacks, unit);
    const words = [...beyond.values()].map(({box}) => box);
    const onLand = [...beyond].filter(([, name]) => name.onLand);
    const tags = onLand.map(([stack, {box}]) => tagBox(plateOf(stack, unit), box, unit));
    return {
      size,
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
        ...open.filter(({marks}) => marks.length > 1).map((stack) => plate(plateOf(stack, unit))),
        ...tags.map((box) => tag(box, unit)),
        ...[...beyond.values()].map((name) => nameBeyond(name, pixels)),
        ...open.flatMap(({marks}) => marks.map(({id}) => nodeOf(id))),
        ...badges.map(({node}) => node),
      ],
      boxes: [...boxes, ...words, ...tags],
      arcs(id) {
        const stack = stacks.find(({marks}) => marks.some((each) => each.id === id));
        const from = stack?.marks.find((each) => each.id === id);
        if (!stack || !from) return [];
        const {stance, targets} = entry(facts.statements, id);
        const ends = targets.filter((target) => view.anchors[target]).map((target) => toScreen(view.anchors[target]));
        const others = stacks.filter((each) => each !== stack).map((each) => plateOf(each, unit));
        const label = beyond.get(stack)?.box ?? null;
        const arcs = arcsOf([from.x, from.y], ends, [...words, ...others], label, unit);
        return arcs.flatMap(({d, end}) => arc(d, end, stance));
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
      s('circle', {class: 'mark-target', r: 12}),
      facts.glyph(statement),
    );
  });

  let drawn = NO_LAYOUT;
  /** @type {string | null} the statement under the hand or in the focus */
  let pointed = null;
  let hasArcs = false;

  function showArcs() {
    const {marks, selected, arcs} = drawn;
    const id = marks.some((each) => each.id === pointed) ? pointed : selected;
    if (id === null && !hasArcs) return;
    hasArcs = id !== null;
    arcLayer.replaceChildren(...(id === null ? [] : arcs(id)));
  }
  return {
    element,
    arcs: arcLayer,
    badges: badges.element,
    fold: badges.close,
    /** Whether some stand in a badge. */
    areFolded: () => drawn.badges.length > 0,
    /** Work out where the marks of statements stand, once, for `show`: their stacks, then all. */
    stand: createStanding({view, large}),
    place: createPlacing({facts, view, t, large, fontFamily, nodeOf}),
    show(/** @type {MarksLayout} */ layout) {
      if (layout === drawn) return;
      const werePlain = !drawn.badges.length;
      drawn = layout;
      if (werePlain === Boolean(layout.badges.length)) onFolded();
      for (const {ids, slot} of layout.badges) slot.replaceChildren(...ids.map(nodeOf));
      element.replaceChildren(...layout.nodes);
      for (const {id, transform, selected} of layout.marks) {
        mark(nodeOf(id), 'transform', transform);
        mark(nodeOf(id), 'data-selected', selected);
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
