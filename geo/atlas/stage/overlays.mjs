// Patterns over fills: ground whose belonging is disputed, always; blocs, commands and areas on demand.

import {s} from '../dom.mjs';
import {unitsOf, unitsOfDraft} from '../core/overlays.mjs';

function pattern(id, {tile, turn, strokes, dots}) {
  return s(
    'pattern',
    {id, patternUnits: 'userSpaceOnUse', width: tile, height: tile, 'data-turn': turn},
    strokes.map(([ink, x, width]) => s('rect', {class: `pattern-${ink}`, x, y: 0, width, height: tile})),
    dots.map(([ink, r]) => s('circle', {class: `pattern-${ink}`, cx: tile / 2, cy: tile / 2, r})),
  );
}

const NONE = [];

/** Overlays of one stage. `layer` is a group above the fills, in units of the view; `defs` takes the patterns. */
export function createOverlays({facts, view, layer, defs}) {
  const patterns = Object.entries(facts.hatches).map(([name, hatch]) => pattern(`${view.name}-${name}`, hatch));
  defs.append(...patterns);
  const groups = new Map(Object.keys(facts.hatches).map((name) => [name, s('g', {'data-overlay': name})]));
  layer.append(...groups.values());
  const cache = new Map(); // by year, and by the list itself
  const drawn = new Map();
  function inView(name, year, draft) {
    const key = `${name} ${draft} ${year}`;
    if (!cache.has(key)) {
      // Years with the same ground share one list, so that lists can be told apart by identity.
      const units = (name === 'draft' ? unitsOfDraft(facts, draft, year) : unitsOf(facts, name, year)).filter(
        (id) => view.paths[id],
      );
      const list = `${name} ${units}`;
      cache.set(key, cache.get(list) ?? units);
      cache.set(list, cache.get(key));
    }
    return cache.get(key);
  }
  const patches = new Map();
  function patch(name, id) {
    const key = `${name} ${id}`;
    if (!patches.has(key))
      patches.set(key, s('path', {d: view.paths[id], fill: `url(#${view.name}-${name})`, 'data-over': id}));
    return patches.get(key);
  }
  return {
    /** Patterns keep their size on the screen: `k` px to a unit. */
    scale: (k) =>
      patterns.forEach((each) => each.setAttribute('patternTransform', `rotate(${each.dataset.turn}) scale(${1 / k})`)),
    show(year, on, draft = null) {
      for (const [name, group] of groups) {
        const units =
          name === 'disputed' || (name === 'draft' ? draft : on.includes(name))
            ? inView(name, year, name === 'draft' ? draft : '')
            : NONE;
        if (drawn.get(name) === units) continue;
        drawn.set(name, units);
        group.replaceChildren(...units.map((id) => patch(name, id)));
      }
    },
  };
}
