// Patterns over fills: ground whose belonging is disputed, always; blocs, commands and areas on demand.

import {BARE, largerBy, loneAt} from '../core/lone_marks.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {mark, s} from '../dom.mjs';
import {hatchInk} from '../hatch.mjs';

/** @import {Facts, Hatch, Overlay, Pictures, View} from '../types' */

/** @type {string[]} */
const NO_UNITS = [];
const DISPUTED = 'disputed'; // in one ink, of which a fill decides: the stylesheet shows one of two

/**
 * A hatch as a pattern of SVG.
 * @param {string} id
 * @param {Hatch} hatch
 */
export function pattern(id, hatch) {
  const {tile, turn} = hatch;
  const size = {patternUnits: 'userSpaceOnUse', width: tile, height: tile};
  return s('pattern', {id, ...size, 'data-turn': turn}, hatchInk(hatch));
}

/**
 * The same hatch for a fill on which its ink would not be seen.
 * @param {Hatch} hatch
 * @returns {Hatch}
 */
const reversed = (hatch) => ({...hatch, strokes: hatch.strokes.map(([, x, width]) => ['casing', x, width])});

/**
 * Patterns keep their size on the screen: `k` px to a unit.
 * @param {SVGElement[]} patterns
 * @param {number} k
 */
export function scalePatterns(patterns, k) {
  for (const each of patterns) each.setAttribute('patternTransform', `rotate(${each.dataset.turn}) scale(${1 / k})`);
}

/**
 * The patterns of small land, which begin in its middle, and the marks that stand alone there.
 * @param {View} view
 */
function createLoneMarks(view) {
  const {names} = view;
  let scale = 1;
  /** @type {((k: number) => void)[]} set each of them to a scale */
  const fits = [];
  return {
    /** @type {(id: string, hatch: Hatch, patch: SVGElement, patternId: string) => SVGElement} */
    of(id, hatch, patch, patternId) {
      const {tile, turn} = hatch;
      const own = s('pattern', {id: `${patternId}-${id}`, href: `#${patternId}`});
      const lone = s('g', {'data-lone': id}, hatchInk({...hatch, tile: 0}));
      const fit = (/** @type {number} */ k) => {
        const at = loneAt(names, id, tile, k);
        mark(lone, 'hidden', !loneAt(names, id, tile, k, BARE));
        patch.setAttribute('fill', `url(#${at ? own.id : patternId})`);
        if (!at) return;
        const place = `translate(${at.join(' ')}) rotate(${turn}) scale(${1 / k})`;
        lone.setAttribute('transform', `${place} scale(${largerBy(view, id, tile, k)})`);
        own.setAttribute('patternTransform', `${place} translate(${-tile / 2} ${-tile / 2})`);
      };
      fits.push(fit);
      fit(scale);
      return s('g', {}, own, lone);
    },
    scale(/** @type {number} */ k) {
      scale = k;
      for (const fit of fits) fit(k);
    },
  };
}

/**
 * The overlays of one stage: `element` is a group above the fills, in units of the view, which is filled with
 * `patterns`; `lone` is one of the marks that stand alone, which lie above all lines.
 * @param {{facts: Facts, view: View, pictures: Pictures}} of
 */
export function createOverlays({facts, view, pictures}) {
  const names = /** @type {(Overlay | 'draft')[]} */ (Object.keys(facts.hatches));
  const patternId = (/** @type {string} */ name) => `${view.name}-${name}`;
  const onDark = `${patternId(DISPUTED)}-on-dark`;
  const patterns = [
    ...names.map((name) => pattern(patternId(name), facts.hatches[name])),
    pattern(onDark, reversed(facts.hatches[DISPUTED])),
  ];
  const groups = new Map(names.map((name) => [name, s('g', {'data-overlay': name})]));
  const loneGroups = new Map(names.map((name) => [name, s('g', {'data-lone-of': name})]));
  const drawn = new Map();
  const loneMarks = createLoneMarks(view);
  const wornBy = keep((/** @type {string} */ name) =>
    keep((/** @type {string} */ id) => {
      const given = {d: view.paths[id], fill: `url(#${patternId(name)})`};
      const hatch = facts.hatches[name];
      if (name === DISPUTED) {
        const reverse = s('path', {...given, class: 'on-dark', fill: `url(#${onDark})`});
        return {patch: s('g', {'data-over': id}, s('path', {...given, class: 'on-light'}), reverse), lone: []};
      }
      const patch = s('path', {...given, 'data-over': id});
      const isLone = hatch.marks.length && view.names[id];
      return {patch, lone: isLone ? [loneMarks.of(id, hatch, patch, patternId(name))] : []};
    }),
  );
  /**
   * @param {Overlay | 'draft'} name
   * @param {number} day
   * @param {string[]} on
   * @param {string | null} draft
   */
  function unitsUnder(name, day, on, draft) {
    if (name === 'draft') return draft ? pictures.ground(draft, day) : NO_UNITS;
    return name === 'disputed' || on.includes(name) ? pictures.under(name, day) : NO_UNITS;
  }
  return {
    element: s('g', {class: 'overlays'}, ...groups.values()),
    lone: s('g', {class: 'overlays'}, ...loneGroups.values()),
    patterns,
    scale(/** @type {number} */ k) {
      scalePatterns(patterns, k);
      loneMarks.scale(k);
    },
    /**
     * Lay the overlays of a day that are on over the map, and those alone.
     * @param {number} day
     * @param {string[]} on
     * @param {string | null} draft
     */
    show(day, on, draft) {
      for (const [name, group] of groups) {
        const units = unitsUnder(name, day, on, draft);
        if (name === DISPUTED)
          for (const id of units) mark(wornBy(name)(id).patch, 'data-status', entry(facts.units, id).on(day).status);
        if (drawn.get(name) === units) continue;
        drawn.set(name, units);
        const worn = units.map(wornBy(name));
        group.replaceChildren(...worn.map(({patch}) => patch));
        entry(loneGroups, name).replaceChildren(...worn.flatMap(({lone}) => lone));
      }
    },
  };
}
