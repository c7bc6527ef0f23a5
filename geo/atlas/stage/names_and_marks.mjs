// What keeps its size on the screen: names, statements with their arcs, West Berlin, the lines to the nearest land.
// A year's layout is worked out once for a place of the camera and kept, so that the hand that drags meets finished ones.

import {mark, s} from '../dom.mjs';
import {createLabels} from './labels.mjs';
import {createMarks} from './marks.mjs';
import {shownStatements} from '../core/statements.mjs';

const BREATH_MS = 400; // the camera has come to rest
const SPARE_MS = 4; // what is left of an idle moment must be worth it

export function createInk({facts, view, t, large, layer, family, covered, describeStatement, onStatement}) {
  const arcs = s('g', {});
  const nearest = s('g', {});
  const berlin = s('circle', {class: 'berlin', r: 5, 'data-berlin': true, hidden: true});
  const names = s('g', {class: 'names'});
  const points = s('g', {class: 'marks'});
  layer.append(berlin, nearest, arcs, names, points);
  const labels = createLabels({facts, view, layer: names, family, large});
  const marks = createMarks({
    facts,
    view,
    large,
    layer: points,
    arcLayer: arcs,
    describe: describeStatement,
    onOpen: onStatement,
  });

  let camera = {k: 1, x: 0, y: 0};
  let size = {width: 1, height: 1};
  const kept = new Map();
  const onScreen = ([x, y]) => [x * camera.k + camera.x, y * camera.k + camera.y];

  /** The boxes of what stands on the map: the menu, the tools, the members beyond it, the year; none where nothing does. */
  let furniture = [];

  function layoutOf(state) {
    const spoken = state.layers.includes('statements') || state.statement;
    const made = spoken ? shownStatements(facts, state) : [];
    const key = `${state.year}|${state.statement ?? ''}|${made.map(({id}) => id)}`;
    if (!kept.has(key)) {
      const stacked = marks.place(made, onScreen, size, state.statement);
      kept.set(key, {stacked, named: labels.place(state.year, camera, size, [...stacked.boxes, ...furniture])});
    }
    return kept.get(key);
  }

  let near = '';
  /** A thin line from each city to the nearest land of the alliance. */
  function drawNearest(year, on) {
    const ends = on
      ? Object.entries(view.nearest)
          .filter(([, {land}]) => land?.[year])
          .map(([city, {city: from, land}]) =>
            [...onScreen(from), ...onScreen(land[year])]
              .map((value) => value.toFixed(1))
              .concat(facts.years.get(year).measures[city].km),
          )
      : [];
    const key = ends.join();
    if (key === near) return;
    near = key;
    nearest.replaceChildren(
      ...ends.flatMap(([ax, ay, bx, by, km]) => [
        s('path', {class: 'nearest-casing', d: `M${ax} ${ay}L${bx} ${by}`}),
        s('path', {class: 'nearest-line', d: `M${ax} ${ay}L${bx} ${by}`}),
        s('circle', {class: 'nearest-end', cx: ax, cy: ay, r: 4}),
        s('circle', {class: 'nearest-end', cx: bx, cy: by, r: 4}),
        s(
          'text',
          {
            class: 'place',
            x: (Number(ax) + Number(bx)) / 2,
            y: (Number(ay) + Number(by)) / 2 - 10,
            'text-anchor': 'middle',
          },
          t('panel.km', {km: km.toLocaleString('en')}),
        ),
      ]),
    );
  }

  /** West Berlin, which the shapes cannot separate: a mark and a note while there were two German states. */
  function drawBerlin(year) {
    const there =
      facts.west_berlin.length > 0 &&
      view.paths['DEU-EAST'] &&
      facts.units.get('DEU-EAST').stateIn(year) !== facts.units.get('DEU').stateIn(year);
    mark(berlin, 'hidden', !there);
    if (!there) return;
    const [x, y] = onScreen(view.berlin);
    mark(berlin, 'cx', x.toFixed(1));
    mark(berlin, 'cy', y.toFixed(1));
  }

  let resting = null;
  /** Lay out the other years of this state while nothing moves. */
  function prepare(state) {
    clearTimeout(resting);
    const idle = window.requestIdleCallback ?? ((act) => setTimeout(() => act({timeRemaining: () => 8}), 30));
    const waiting = [...facts.years.keys()];
    const at = camera;
    const work = (deadline) => {
      if (at !== camera) return;
      while (waiting.length && deadline.timeRemaining() > SPARE_MS)
        layoutOf({...state, statement: null, year: waiting.pop()});
      if (waiting.length) idle(work);
    };
    resting = setTimeout(() => idle(work), BREATH_MS);
  }

  return {
    berlin,
    draw(state) {
      drawNearest(state.year, state.layers.includes('nearest'));
      drawBerlin(state.year);
      const {stacked, named} = layoutOf(state);
      marks.show(stacked);
      labels.show(named);
    },
    /** The camera or the stage has changed: the layouts no longer hold. */
    moved(toCamera, toSize, state) {
      if (size !== toSize)
        furniture =
          large() || !covered
            ? []
            : [
                {x: toSize.width - 250, y: 0, w: 250, h: 56},
                {x: toSize.width - 62, y: 0, w: 62, h: 172},
                {x: 0, y: 0, w: 190, h: 90},
                ...covered(toSize),
              ];
      [camera, size] = [toCamera, toSize];
      kept.clear();
      if (state) prepare(state);
    },
    stop: () => clearTimeout(resting),
  };
}
