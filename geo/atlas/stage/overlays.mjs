// Patterns over fills: ground whose belonging is disputed, always; blocs, commands and areas on demand.

import {s} from '../dom.mjs';

/** @type {string[]} */
const NO_UNITS = [];

function pattern(id, {tile, turn, strokes, dots}) {
  return s(
    'pattern',
    {id, patternUnits: 'userSpaceOnUse', width: tile, height: tile, 'data-turn': turn},
    strokes.map(([ink, x, width]) => s('rect', {class: `pattern-${ink}`, x, y: 0, width, height: tile})),
    dots.map(([ink, r]) => s('circle', {class: `pattern-${ink}`, cx: tile / 2, cy: tile / 2, r})),
  );
}

/**
 * The overlays of one stage: `element` is a group above the fills, in units of the view, which is filled with `patterns`.
 * @param {{facts: any, view: any, pictures: any}} of
 */
export function createOverlays({facts, view, pictures}) {
  const names = Object.keys(facts.hatches);
  const patternId = (name) => `${view.name}-${name}`;
  const patterns = names.map((name) => pattern(patternId(name), facts.hatches[name]));
  const groups = new Map(names.map((name) => [name, s('g', {'data-overlay': name})]));
  const drawn = new Map();
  const patches = new Map();
  function patch(name, id) {
    const key = `${name} ${id}`;
    if (!patches.has(key))
      patches.set(key, s('path', {d: view.paths[id], fill: `url(#${patternId(name)})`, 'data-over': id}));
    return patches.get(key);
  }
  function unitsUnder(name, day, on, draft) {
    if (name === 'draft') return draft ? pictures.under(name, day, draft) : NO_UNITS;
    return name === 'disputed' || on.includes(name) ? pictures.under(name, day) : NO_UNITS;
  }
  return {
    element: s('g', {class: 'overlays'}, ...groups.values()),
    patterns,
    /** Patterns keep their size on the screen: `k` px to a unit. */
    scale(k) {
      for (const each of patterns)
        each.setAttribute('patternTransform', `rotate(${each.dataset.turn}) scale(${1 / k})`);
    },
    /** Lay the overlays of a year that are on over the map, and those alone. */
    show(day, on, draft = null) {
      for (const [name, group] of groups) {
        const units = unitsUnder(name, day, on, draft);
        if (drawn.get(name) === units) continue;
        drawn.set(name, units);
        group.replaceChildren(...units.map((id) => patch(name, id)));
      }
    },
  };
}
