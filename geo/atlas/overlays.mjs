// Patterns over fills: ground whose belonging is disputed, always; blocs, commands and areas on demand.

import {h, s} from './dom.mjs';
import {unitsOfDraft} from './drafts.mjs';

/** Which units a bar of this kind covers on a day. */
const unitsWith = (facts, kind, day) =>
  [...facts.units.values()]
    .filter(({bars}) => bars.some((bar) => bar.kind === kind && bar.start <= day && (!bar.end || bar.end > day)))
    .map(({id}) => id);

/** Units that wear a member's colour outside the area of Article 6. */
const unitsOutside = (facts, year, day) =>
  facts.area
    .filter(({effect, start, end}) => effect === 'out_of_area' && start <= day && (!end || end > day))
    .flatMap(({units}) => units)
    .filter((id) => facts.units.get(id).statusIn(year) === 0);

/** The units of an overlay in a year; `disputed` ground from the day of its change. */
export function unitsOf(facts, overlay, year) {
  const {day} = facts.years.get(year);
  if (overlay === 'disputed') {
    return facts.disputed
      .filter(({style, start_on: start, end_on: end}) => style === 'hatched' && start <= day && (!end || end > day))
      .map(({unit}) => unit);
  }
  return overlay === 'area'
    ? unitsOutside(facts, year, day)
    : unitsWith(facts, {csto: 'csto', eu: 'eu', command: 'command_only'}[overlay], day);
}

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

/** What the layers that are on mean, and what they show this year, in words. */
export function layerNotes({facts, t, year, on}) {
  const name = (id) => facts.nameIn(id, year);
  const list = (ids) =>
    [...new Set(ids.filter((id) => facts.units.get(id).kind === 'country').map(name))]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ');
  const rows = ['csto', 'eu', 'command']
    .filter((layer) => on.includes(layer))
    .map((layer) => [t(`layer.${layer}`), list(unitsOf(facts, layer, year)) || t('layer.nobody')]);
  if (on.includes('area')) {
    const {day} = facts.years.get(year);
    const of = (effect) =>
      facts.area
        .filter((row) => row.effect === effect && row.start <= day && (!row.end || row.end > day))
        .map(({territory}) => territory)
        .join('; ');
    rows.push(
      [t('layer.area_in'), of('in_area')],
      [t('layer.area_out'), of('out_of_area')],
      [t('layer.area_disputed'), of('disputed')],
    );
  }
  return rows
    .filter(([, text]) => text)
    .map(([title, text]) => h('p', {class: 'layer-note'}, h('strong', {}, `${title}: `), text));
}
