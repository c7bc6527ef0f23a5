// The map itself: units, borders, names, who joined, the unit in focus. A step touches only what changed.

import {bareStrip, createCamera} from './camera.mjs';
import {h, mark, s} from '../dom.mjs';
import {spreadRuns} from '../core/facts.mjs';
import {createInk} from './names_and_marks.mjs';
import {createOutlines} from './outlines.mjs';
import {createOverlays} from './overlays.mjs';
import {createRest} from '../core/debounce.mjs';

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit
const CATCH_PX = 20; // and is caught this far away over the sea
const CATCH_LAND_PX = 11; // or over a neighbour
const HELD_MS = 110; // the hand that moves the map has paused
const MOST_BARE = 0.12; // of the stage may stay bare until then
const MOST_STRETCH = 1.5; // and the map may be this much larger or smaller than it was drawn

/** The units of the frame in reading order: rows from north to south, each from west to east. */
export function readingOrder(anchors, units, rowHeight) {
  return units
    .filter((id) => anchors[id])
    .map((id) => ({id, row: Math.round(anchors[id][1] / rowHeight), x: anchors[id][0]}))
    .sort((a, b) => a.row - b.row || a.x - b.x)
    .map(({id}) => id);
}

export function createStage({
  facts,
  view,
  t,
  large,
  describeUnit,
  describeStatement,
  statementTip,
  onUnit,
  onFullScreen,
  onStatement,
  onWalk,
  covered,
}) {
  const {first} = facts;
  const byUnit = new Map();
  const land = s('path', {class: 'land', d: view.land});
  const sphere = view.sphere && s('path', {class: 'sphere', d: view.sphere});
  const fills = s('g', {}, sphere ?? [], land);
  for (const [id, d] of Object.entries(view.paths)) {
    const path = s('path', {'data-unit': id, d});
    byUnit.set(id, {path, unit: facts.units.get(id)});
    fills.append(path);
  }
  const seams = s('g', {});
  const defs = s('defs');
  const over = s('g', {class: 'overlays'});
  fills.append(seams, over);
  const overlays = createOverlays({facts, view, layer: over, defs});
  const dashed = new Map(facts.disputed.filter(({style}) => style === 'dashed').map((row) => [row.unit, row]));
  const casings = s('g', {class: 'border-casings'});
  const cores = s('g', {class: 'borders'});
  const frontLayer = s('g', {class: 'fronts'});
  const years = [...facts.years.keys()];
  const ids = [...byUnit.keys()];
  const borders = Object.entries(view.borders).map(([id, d]) => {
    const [a, b] = id.split('|');
    const path = s('path', {'data-border': id, d});
    // Inside one state a line of the fill closes the seam through which the sea would shine.
    const seam = years.some((year) => facts.borderHidden(a, b, year))
      ? s('path', {class: 'seam', d, hidden: true})
      : null;
    if (seam) seams.append(seam);
    const casing = s('path', {d});
    casings.append(casing);
    cores.append(path);
    const fronts = view.fronts[id] && spreadRuns(view.fronts[id], first, facts.last);
    // The front line stands above the outlines of the year, so it has lines of its own.
    const strong = fronts && [
      s('path', {class: 'front-casing', d, hidden: true}),
      s('path', {class: 'front-line', d, hidden: true}),
    ];
    if (strong) frontLayer.append(...strong);
    return {a, b, path, casing, seam, inside: ids.indexOf(a), strong, fronts, disputed: dashed.get(a) ?? dashed.get(b)};
  });
  const joinedLayer = s('g', {class: 'joined'});
  const focusLayer = s('g', {class: 'focus'});
  const hintLayer = s('g', {class: 'hint'});
  // Borders seldom change and are costly to draw, so they have a layer of their own; what changes from year to year lies above.
  const lines = s('g', {}, casings, cores);
  const news = s('g', {}, joinedLayer, frontLayer, hintLayer, focusLayer);
  const inkLayer = s('g', {});
  const layer = (name, ...children) =>
    s('svg', {class: `layer ${name}`, 'aria-hidden': 'true', focusable: 'false'}, ...children);
  const tip = h('div', {class: 'tip', hidden: true});
  const button = (label, sign, act) =>
    h('button', {type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act}, sign);
  const icon = (d) => s('svg', {viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true'}, s('path', {d}));
  const tools = h(
    'div',
    {class: 'tools'},
    button(t('stage.zoom_in'), icon('M12 5v14M5 12h14'), () => camera.zoom(1.5)),
    button(t('stage.zoom_out'), icon('M5 12h14'), () => camera.zoom(1 / 1.5)),
    button(t('stage.home'), icon('M12 3v4M12 17v4M3 12h4M17 12h4M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6'), () =>
      camera.home(),
    ),
    button(t('stage.full_screen'), icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'), onFullScreen),
  );
  const element = h(
    'div',
    {class: 'stage', tabindex: 0, role: 'application', 'aria-label': t('stage.label', {view: t(`view.${view.name}`)})},
    layer('fills', defs, fills),
    layer('lines', lines),
    layer('ink', news, inkLayer),
    tip,
    tools,
  );
  const [fillLayer, lineLayer, topLayer] = element.children;

  let size = {width: 1, height: 1};
  let shown = null; // the state last drawn
  let walked = null; // the unit the keys stood on last
  let standing = false; // the keys are on the map
  let family = null;
  let drawn = null; // the camera for which land and borders are drawn
  const held = createRest(drawMap, HELD_MS);
  const ink = createInk({
    facts,
    view,
    t,
    large,
    layer: inkLayer,
    covered,
    describeStatement,
    onStatement,
    family: () => (family ??= getComputedStyle(element).fontFamily),
  });
  const joinedOutlines = createOutlines({view, layer: joinedLayer, name: 'news'});
  const focusOutlines = createOutlines({view, layer: focusLayer, name: 'focus'});

  const camera = createCamera(element, {
    view,
    onMove(to, inHand) {
      place(news, topLayer, to);
      const {k} = to;
      const near =
        drawn && k / drawn.k < MOST_STRETCH && drawn.k / k < MOST_STRETCH && bareStrip(drawn, to, size) < MOST_BARE;
      if (inHand && near) {
        const r = k / drawn.k;
        for (const each of [fillLayer, lineLayer])
          each.style.transform = `matrix(${r}, 0, 0, ${r}, ${to.x - drawn.x * r}, ${to.y - drawn.y * r})`;
        held.ask();
      } else drawMap();
      ink.moved(to, size, shown);
      element.toggleAttribute('data-moved', !camera.isHome());
      hideTip();
      if (shown) ink.draw(shown);
    },
    onClick(event) {
      if (event.target.closest?.('[data-statement]')) return;
      onUnit(unitAt(event));
    },
  });

  function place(group, layer, {k, x, y}) {
    group.setAttribute('transform', `matrix(${k} 0 0 ${k} ${x} ${y})`);
    if (layer.dataset.k === String(k)) return;
    layer.dataset.k = k;
    layer.style.setProperty('--u', 1 / k);
  }
  /** Land and borders are costly to draw: while the hand moves the map they are shifted as a picture, and drawn when it pauses. */
  function drawMap() {
    held.drop();
    drawn = camera.get();
    place(fills, fillLayer, drawn);
    place(lines, lineLayer, drawn);
    overlays.scale(drawn.k);
    for (const each of [fillLayer, lineLayer]) each.style.transform = '';
  }

  const order = readingOrder(view.anchors, Object.keys(view.paths), view.frame[3] / 24);
  const small = order.map((id) => ({id, at: view.anchors[id]}));

  function unitAt(event) {
    const box = element.getBoundingClientRect();
    const {k, x, y} = camera.get();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const under = event.target.closest?.('path[data-unit]')?.dataset.unit ?? null;
    let nearest = null;
    let best = under ? CATCH_LAND_PX : CATCH_PX;
    for (const {
      id,
      at: [vx, vy, radius],
    } of small) {
      if (radius * k > SMALL_PX) continue;
      const distance = Math.hypot(vx * k + x - px, vy * k + y - py);
      if (distance < best) [nearest, best] = [id, distance];
    }
    return nearest ?? under;
  }

  // ------------------------------------------------------------------ drawing

  const entries = [...byUnit.values()];
  const pictures = new Map();
  /** What every unit and border is in a year, in the order of `entries` and `borders`, looked up once. */
  function pictureOf(year) {
    if (!pictures.has(year)) {
      const {day} = facts.years.get(year);
      pictures.set(year, {
        statuses: entries.map(({unit}) => unit.statusIn(year)),
        states: entries.map(({unit}) => unit.stateIn(year)),
        hidden: borders.map(({a, b}) => facts.borderHidden(a, b, year)),
        fronts: borders.map(({fronts}) => fronts?.[year - first][1] ?? ''),
        dashed: borders.map(({disputed}) => Boolean(disputed && disputed.start_on <= day)),
      });
    }
    return pictures.get(year);
  }
  const differ = (now, then) => (what, i) => then === null || now[what][i] !== then[what][i];
  let filled = null; // the picture of the fills on the stage
  function paintFills(year) {
    const now = pictureOf(year);
    const changed = differ(now, filled);
    for (let i = 0; i < entries.length; i += 1) {
      if (changed('statuses', i)) entries[i].path.setAttribute('data-status', facts.statuses[now.statuses[i]]);
      if (changed('states', i)) entries[i].path.setAttribute('data-state', now.states[i]);
    }
    for (let i = 0; i < borders.length; i += 1) {
      const {seam, inside} = borders[i];
      if (!seam) continue;
      if (changed('hidden', i)) mark(seam, 'hidden', !now.hidden[i]);
      if (changed('statuses', inside)) seam.setAttribute('data-status', facts.statuses[now.statuses[inside]]);
    }
    filled = now;
  }
  let bordered = null; // the picture of the borders on the stage
  function paintBorders(year) {
    const now = pictureOf(year);
    const changed = differ(now, bordered);
    for (let i = 0; i < borders.length; i += 1) {
      const {path, casing, strong} = borders[i];
      if (changed('hidden', i)) for (const node of [path, casing]) mark(node, 'hidden', now.hidden[i]);
      if (changed('fronts', i)) {
        const front = now.fronts[i] || null;
        mark(path, 'data-front', front);
        for (const line of strong ?? []) {
          mark(line, 'hidden', !front);
          mark(line, 'data-kind', front);
        }
      }
      if (changed('dashed', i)) mark(path, 'data-dashed', now.dashed[i]);
    }
    bordered = now;
  }

  function drawOutlines({year, country, statement, focus}) {
    joinedOutlines.show(facts.years.get(year).joined);
    const named = statement ? facts.statements.get(statement).targets.filter((id) => id !== '*') : [];
    focusOutlines.show([...new Set([country, standing && walked, ...named, ...focus].filter(Boolean))]);
  }

  // After the fills. While the hand drags, each has a frame of its own: short paintings instead of a long one.
  const after = [
    ({year}) => paintBorders(year),
    (state) => ink.draw(state),
    (state) => {
      drawOutlines(state);
      overlays.show(state.year, state.layers.split(','), state.draft);
    },
  ];
  let waiting = null;
  let due = [];
  function paintNext() {
    due.shift()(shown);
    waiting = due.length ? requestAnimationFrame(paintNext) : null;
    if (!waiting) mark(element, 'data-drawn', shown.year);
  }
  /** A statement that is told without its card stands on the map as an open one does, in its own year. */
  const withTold = (state) =>
    state.told && !state.statement && facts.statements.get(state.told).year === state.year
      ? {...state, statement: state.told}
      : state;
  function paint(next, how) {
    const state = withTold(next);
    if (!shown || shown.year !== state.year) paintFills(state.year);
    if (shown?.layers !== state.layers) mark(element, 'data-layers', state.layers.replaceAll(',', ' '));
    if (shown?.solo !== state.solo) mark(element, 'data-solo', state.solo);
    shown = state;
    // What the year before still owes comes first.
    due = [...due, ...after.filter((act) => !due.includes(act))];
    if (how === 'drag')
      waiting ??= requestAnimationFrame(() => (waiting = requestAnimationFrame(paintNext))); // the first frame is the fills'
    else {
      cancelAnimationFrame(waiting);
      waiting = null;
      while (due.length) due.shift()(shown);
      mark(element, 'data-drawn', state.year);
    }
    hideTip();
  }

  // ------------------------------------------------------------------ pointing and walking

  let hinted = null;
  /** A unit inside a state of its time shows where it lay: a dotted line while the hand is on it. */
  function hint(id) {
    const inside = id && facts.units.get(id).stateIn(shown.year) !== id && view.paths[id] ? id : null;
    if (inside === hinted) return;
    hinted = inside;
    hintLayer.replaceChildren(
      ...(inside
        ? [
            s('path', {class: 'hint-casing', d: view.paths[inside]}),
            s('path', {class: 'hint-line', d: view.paths[inside], 'data-hint': inside}),
          ]
        : []),
    );
  }
  function hideTip() {
    if (tip.hidden) return;
    tip.hidden = true;
    hint(null);
  }
  function showTip([title, line], [x, y]) {
    tip.replaceChildren(h('strong', {}, title), h('span', {}, line));
    tip.hidden = false;
    const right = x + 20 + tip.offsetWidth > size.width;
    tip.style.transform = `translate(${Math.max(4, right ? x - 14 - tip.offsetWidth : x + 14)}px, ${Math.max(4, Math.min(y + 14, size.height - tip.offsetHeight - 6))}px)`;
  }
  element.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons || event.target.closest('button')) return hideTip();
    const box = element.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top];
    const made = event.target.closest('[data-statement]');
    const id = made ? null : unitAt(event);
    element.toggleAttribute('data-over', Boolean(id));
    if (made) return showTip(statementTip(made.dataset.statement), at);
    if (event.target === ink.berlin) return showTip([facts.west_berlin[0].title, facts.west_berlin[0].note], at);
    if (!id) return hideTip();
    hint(id);
    return showTip(describeUnit(id), at);
  });
  element.addEventListener('pointerleave', hideTip);

  function walk(step) {
    const from = walked ?? shown.country;
    const at = order.indexOf(from);
    walked = order[at < 0 ? 0 : (at + step + order.length) % order.length];
    camera.reveal(view.anchors[walked]);
    drawOutlines(shown);
    const {k, x, y} = camera.get();
    showTip(describeUnit(walked), [view.anchors[walked][0] * k + x, view.anchors[walked][1] * k + y]);
    onWalk(walked);
  }
  const stand = (here) => {
    standing = here;
    if (!here) hideTip();
    if (shown) drawOutlines(shown);
  };
  element.addEventListener('focus', () => stand(true));
  element.addEventListener('blur', () => stand(false));
  // A hand on the map takes over from the keys.
  element.addEventListener('pointerdown', () => (walked = null));

  function resize({width, height}) {
    if (!width || !height || (width === size.width && height === size.height)) return;
    size = {width, height};
    camera.resize(size);
  }
  new ResizeObserver(([entry]) => resize(entry.contentRect)).observe(element);

  return {
    element,
    paint,
    walk,
    camera,
    resize,
    stop() {
      cancelAnimationFrame(waiting);
      held.drop();
      ink.stop();
    },
    walkedUnit: () => walked,
    /** What a picture of the stage is made from. */
    layers: [defs, fills, lines, news, inkLayer],
    // A click on a country that is in sight must not move the map.
    reveal: (id) => view.anchors[id] && camera.reveal(view.anchors[id], 0),
    firstYear: first,
  };
}
