// The map itself: units, borders, names, who joined, the unit in focus. A step touches only what changed.

import {createCamera} from './camera.mjs';
import {h, mark, s} from './dom.mjs';
import {spreadRuns} from './facts.mjs';
import {createMarks} from './marks.mjs';
import {mainRings} from './rings.mjs';
import {breakName, placeNames} from './names.mjs';
import {createOverlays} from './overlays.mjs';
import {shownStatements} from './year_list.mjs';

const SMALL_PX = 8; // a unit whose inscribed circle is smaller than this is hard to hit
const CATCH_PX = 20; // and is caught this far away over the sea
const CATCH_LAND_PX = 11; // or over a neighbour
const ROOM = 2.8; // half the width of the flat ellipse inside a country, times this, is what a name may take
const TWO_LINES = 0.86; // two lines have less, for the shape narrows
const LEAST_SIZE = 0.84; // a name that does not fit may shrink this far

/** The units of the frame in reading order: rows from north to south, each from west to east. */
export function readingOrder(anchors, units, rowHeight) {
  return units.filter((id) => anchors[id])
    .map((id) => ({id, row: Math.round(anchors[id][1] / rowHeight), x: anchors[id][0]}))
    .sort((a, b) => a.row - b.row || a.x - b.x).map(({id}) => id);
}

export function createStage({facts, view, t, describeUnit, describeStatement, statementTip, onUnit, onFullScreen, onStatement, onWalk}) {
  const {first} = facts;
  const byUnit = new Map();
  const land = s('path', {class: 'land', d: view.land});
  const sphere = view.sphere && s('path', {class: 'sphere', d: view.sphere});
  const fills = s('g', {}, sphere ?? [], land);
  for (const [id, d] of Object.entries(view.paths)) {
    const path = s('path', {'data-unit': id, d});
    byUnit.set(id, {path, unit: facts.units.get(id), status: null, state: null});
    fills.append(path);
  }
  const defs = s('defs');
  const over = s('g', {class: 'overlays'});
  fills.append(over);
  const overlays = createOverlays({facts, view, layer: over, defs});
  const dashed = new Map(facts.disputed.filter(({style}) => style === 'dashed').map((row) => [row.unit, row]));
  const casings = s('g', {class: 'border-casings'});
  const cores = s('g', {class: 'borders'});
  const frontLayer = s('g', {class: 'fronts'});
  const borders = Object.entries(view.borders).map(([id, d]) => {
    const [a, b] = id.split('|');
    const path = s('path', {'data-border': id, d});
    const casing = s('path', {d});
    casings.append(casing);
    cores.append(path);
    const fronts = view.fronts[id] && spreadRuns(view.fronts[id], first, facts.last);
    // The front line stands above the outlines of the year, so it has lines of its own.
    const strong = fronts && [s('path', {class: 'front-casing', d, hidden: true}), s('path', {class: 'front-line', d, hidden: true})];
    if (strong) frontLayer.append(...strong);
    return {a, b, path, casing, strong, hidden: null, front: '', dashed: false, fronts, disputed: dashed.get(a) ?? dashed.get(b)};
  });
  const joinedLayer = s('g', {class: 'joined'});
  const focusLayer = s('g', {class: 'focus'});
  const hintLayer = s('g', {class: 'hint'});
  const lines = s('g', {}, casings, cores, joinedLayer, frontLayer, hintLayer, focusLayer);
  const arcLayer = s('g', {});
  const nearestLayer = s('g', {});
  const berlin = s('circle', {class: 'berlin', r: 5, 'data-berlin': true});
  const nameLayer = s('g', {class: 'names'});
  const markLayer = s('g', {class: 'marks'});
  const layer = (name, ...children) => s('svg', {class: `layer ${name}`, 'aria-hidden': 'true', focusable: 'false'}, ...children);
  const tip = h('div', {class: 'tip', hidden: true});
  const button = (label, sign, act) => h('button', {type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act}, sign);
  const icon = (d) => s('svg', {viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true'}, s('path', {d}));
  const tools = h('div', {class: 'tools'},
    button(t('stage.zoom_in'), icon('M12 5v14M5 12h14'), () => camera.zoom(1.5)), button(t('stage.zoom_out'), icon('M5 12h14'), () => camera.zoom(1 / 1.5)),
    button(t('stage.home'), icon('M12 3v4M12 17v4M3 12h4M17 12h4M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6'), () => camera.home()),
    button(t('stage.full_screen'), icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'), onFullScreen));
  const element = h('div', {class: 'stage', tabindex: 0, role: 'application', 'aria-label': t('stage.label', {view: t(`view.${view.name}`)})},
    layer('fills', defs, fills), layer('lines', lines), layer('ink', berlin, nearestLayer, arcLayer, nameLayer, markLayer), tip, tools);

  let size = {width: 1, height: 1};
  let shown = null; // the state last drawn
  let walked = null; // the unit the keys stand on
  const layouts = new Map(); // year -> placed names, for the camera of now
  const marks = createMarks({facts, view, layer: markLayer, arcLayer, describe: describeStatement, onOpen: onStatement});

  const camera = createCamera(element, {
    view,
    onMove({k, x, y}) {
      const transform = `matrix(${k} 0 0 ${k} ${x} ${y})`;
      fills.setAttribute('transform', transform);
      lines.setAttribute('transform', transform);
      element.style.setProperty('--u', 1 / k);
      overlays.scale(k);
      layouts.clear();
      element.toggleAttribute('data-moved', !camera.isHome());
      hideTip();
      if (shown) drawInk(shown);
    },
    onClick(event) {
      if (event.target.closest?.('[data-statement]')) return;
      onUnit(unitAt(event));
    },
  });

  const order = readingOrder(view.anchors, Object.keys(view.paths), view.frame[3] / 24);
  const small = order.map((id) => ({id, at: view.anchors[id]}));

  function unitAt(event) {
    const box = element.getBoundingClientRect();
    const {k, x, y} = camera.get();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const under = event.target.closest?.('path[data-unit]')?.dataset.unit ?? null;
    let nearest = null;
    let best = under ? CATCH_LAND_PX : CATCH_PX;
    for (const {id, at: [vx, vy, radius]} of small) {
      if (radius * k > SMALL_PX) continue;
      const distance = Math.hypot(vx * k + x - px, vy * k + y - py);
      if (distance < best) [nearest, best] = [id, distance];
    }
    return nearest ?? under;
  }

  // ------------------------------------------------------------------ names

  const ruler = document.createElement('canvas').getContext('2d');
  const widths = new Map();
  let family = null;
  const measure = (text, font) => {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      ruler.font = font;
      widths.set(key, ruler.measureText(text).width);
    }
    return widths.get(key);
  };

  function nameCandidates(year) {
    const {k, x, y} = camera.get();
    const joined = new Set(facts.years.get(year).joined);
    family ??= getComputedStyle(element).fontFamily;
    const base = Math.max(12, Math.min(17, size.width / 88));
    const candidates = [];
    for (const {id, unit, text: fixed} of Object.values(view.names)) {
      const owner = facts.units.get(unit);
      const state = owner.stateIn(year);
      if (facts.grounds[id] ? state !== id : facts.grounds[state] || !view.anchors[unit]) continue;
      const at = view.names[id].at;
      const must = joined.has(unit);
      const text = fixed ?? facts.nameIn(unit, year);
      const room = at[2] * k * ROOM;
      const widthAt = (lines, pixels) => Math.max(...lines.map((line) => measure(line, `${must ? 700 : 500} ${pixels}px ${family}`)));
      let pixels = must ? base * 1.12 : base;
      let lines = [text];
      if (!must && widthAt(lines, pixels) > room) {
        lines = breakName(text);
        pixels *= Math.max(LEAST_SIZE, Math.min(1, room / widthAt(lines, pixels)));
      }
      candidates.push({id, unit, lines, must, pixels, x: at[0] * k + x, y: at[1] * k + y, room: room * (lines.length > 1 ? TWO_LINES : 1),
        width: widthAt(lines, pixels), height: pixels * (lines.length > 1 ? 2.1 : 1.1)});
    }
    return candidates;
  }

  const nameNodes = new Map();
  let named = new Set(); // the names that stand now
  function drawNames(year, blocked) {
    const key = `${year}|${blocked.length}`;
    if (!layouts.has(key)) {
      const candidates = nameCandidates(year);
      const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
      layouts.set(key, placeNames(candidates, blocked, size).map((placed) => ({...byId.get(placed.id), ...placed})));
    }
    const placed = layouts.get(key);
    for (const {id, unit, lines: rows, must, pixels, x, y} of placed) {
      if (!nameNodes.has(id)) nameNodes.set(id, s('text', {class: 'name'}));
      const node = nameNodes.get(id);
      const key = `${rows.join('|')} ${pixels} ${x} ${y}`;
      if (node.key !== key) {
        node.key = key;
        node.replaceChildren(...rows.map((row, i) => s('tspan', {x: x.toFixed(1), y: (y + (i - (rows.length - 1) / 2) * pixels * 1.02).toFixed(1)}, row)));
        node.setAttribute('font-size', pixels.toFixed(1));
      }
      mark(node, 'data-status', facts.statuses[facts.units.get(unit).statusIn(year)]);
      mark(node, 'data-joined', must);
    }
    const ids = new Set(placed.map(({id}) => id));
    for (const id of named) if (!ids.has(id)) nameNodes.get(id).remove();
    for (const id of ids) if (!named.has(id)) nameLayer.append(nameNodes.get(id));
    named = ids;
  }

  // ------------------------------------------------------------------ drawing

  function paintUnits(year) {
    for (const entry of byUnit.values()) {
      const status = entry.unit.statusIn(year);
      const state = entry.unit.stateIn(year);
      if (status !== entry.status) entry.path.setAttribute('data-status', facts.statuses[(entry.status = status)]);
      if (state !== entry.state) entry.path.setAttribute('data-state', (entry.state = state));
    }
    for (const border of borders) {
      const hidden = facts.borderHidden(border.a, border.b, year);
      if (hidden !== border.hidden) {
        border.hidden = hidden;
        mark(border.path, 'hidden', hidden);
        mark(border.casing, 'hidden', hidden);
      }
      const front = border.fronts?.[year - first][1] ?? '';
      if (front !== border.front) {
        border.front = front;
        mark(border.path, 'data-front', front || null);
        for (const line of border.strong) {
          mark(line, 'hidden', !front);
          mark(line, 'data-kind', front || null);
        }
      }
      const isDashed = Boolean(border.disputed && border.disputed.start_on <= facts.years.get(year).day);
      if (isDashed !== border.dashed) mark(border.path, 'data-dashed', (border.dashed = isDashed));
    }
  }

  const outline = (ids, name) => ids.filter((id) => view.paths[id]).flatMap((id) => {
    const d = mainRings(view.paths[id]);
    return [s('path', {class: `${name}-casing`, d}), s('path', {class: `${name}-line`, d, 'data-outlined': id})];
  });
  let outlined = '';
  let focused = '';
  function drawOutlines({year, country, statement}) {
    const joined = facts.years.get(year).joined;
    const joinedKey = joined.join();
    if (joinedKey !== outlined) {
      outlined = joinedKey;
      joinedLayer.replaceChildren(...outline(joined, 'news'));
    }
    const named = statement ? facts.statements.get(statement).targets.filter((id) => id !== '*') : [];
    const focus = [...new Set([country, walked, ...named].filter(Boolean))];
    if (focus.join() !== focused) {
      focused = focus.join();
      focusLayer.replaceChildren(...outline(focus, 'focus'));
    }
  }

  /** The boxes of what stands on the map: the menu, the tools, the members beyond it. */
  const furniture = () => [{x: size.width - 250, y: 0, w: 250, h: 56}, {x: size.width - 62, y: 0, w: 62, h: 172}, {x: 0, y: 0, w: 190, h: 90}];

  /** A thin line from each city to the nearest land of the alliance. */
  function drawNearest(year, on) {
    if (!on && !nearestLayer.firstChild) return;
    const {k, x, y} = camera.get();
    nearestLayer.replaceChildren(...(on ? Object.entries(view.nearest).flatMap(([city, {city: from, land: spots}]) => {
      const to = spots?.[year];
      if (!to) return [];
      const [ax, ay, bx, by] = [from[0] * k + x, from[1] * k + y, to[0] * k + x, to[1] * k + y].map((value) => value.toFixed(1));
      const km = facts.years.get(year).measures[city].km;
      return [s('path', {class: 'nearest-casing', d: `M${ax} ${ay}L${bx} ${by}`}), s('path', {class: 'nearest-line', d: `M${ax} ${ay}L${bx} ${by}`}),
        s('circle', {class: 'nearest-end', cx: ax, cy: ay, r: 4}), s('circle', {class: 'nearest-end', cx: bx, cy: by, r: 4}),
        s('text', {class: 'place', x: (Number(ax) + Number(bx)) / 2, y: (Number(ay) + Number(by)) / 2 - 10, 'text-anchor': 'middle'}, t('panel.km', {km: km.toLocaleString('en')}))];
    }) : []));
  }

  /** West Berlin, which the shapes cannot separate: a mark and a note while there were two German states. */
  const berlinIn = (year) => facts.west_berlin.length > 0 && view.paths['DEU-EAST'] && facts.units.get('DEU-EAST').stateIn(year) !== facts.units.get('DEU').stateIn(year);
  function drawBerlin(year) {
    const {k, x, y} = camera.get();
    mark(berlin, 'hidden', !berlinIn(year));
    mark(berlin, 'cx', (view.berlin[0] * k + x).toFixed(1));
    mark(berlin, 'cy', (view.berlin[1] * k + y).toFixed(1));
  }

  function drawInk(state) {
    const {year, statement, layers} = state;
    drawNearest(year, layers.includes('nearest'));
    drawBerlin(year);
    const spoken = layers.includes('statements') || statement;
    const made = spoken ? shownStatements(facts, state) : [];
    drawNames(year, [...marks.draw(made, camera.get(), size, statement), ...furniture()]);
  }

  function paint(state) {
    if (!shown || shown.year !== state.year) paintUnits(state.year);
    if (shown && shown.statement !== state.statement) layouts.clear();
    shown = state;
    drawOutlines(state);
    drawInk(state);
    overlays.show(state.year, state.layers.split(','));
    mark(element, 'data-layers', state.layers.replaceAll(',', ' '));
    mark(element, 'data-solo', state.solo);
    hideTip();
  }

  // ------------------------------------------------------------------ pointing and walking

  let hinted = null;
  /** A unit inside a state of its time shows where it lay: a dotted line while the hand is on it. */
  function hint(id) {
    const inside = id && facts.units.get(id).stateIn(shown.year) !== id && view.paths[id] ? id : null;
    if (inside === hinted) return;
    hinted = inside;
    hintLayer.replaceChildren(...(inside ? [s('path', {class: 'hint-casing', d: view.paths[inside]}), s('path', {class: 'hint-line', d: view.paths[inside], 'data-hint': inside})] : []));
  }
  function hideTip() {
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
    if (event.target === berlin) return showTip([facts.west_berlin[0].title, facts.west_berlin[0].note], at);
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
  element.addEventListener('blur', () => {
    walked = null;
    hideTip();
    if (shown) drawOutlines(shown);
  });

  new ResizeObserver(([entry]) => {
    const {width, height} = entry.contentRect;
    if (!width || !height || (width === size.width && height === size.height)) return;
    size = {width, height};
    camera.resize(size);
  }).observe(element);

  /** Measure the names of all years while nothing moves, so that the first drag is as light as the later ones. */
  function prepare() {
    const waiting = [...facts.years.keys()];
    const idle = window.requestIdleCallback ?? ((act) => setTimeout(() => act({timeRemaining: () => 8}), 30));
    const work = (deadline) => {
      while (waiting.length && deadline.timeRemaining() > 4) nameCandidates(waiting.pop());
      if (waiting.length) idle(work);
    };
    idle(work);
  }

  return {
    element, paint, walk, camera, prepare,
    walkedUnit: () => walked,
    // A click on a country that is in sight must not move the map.
    reveal: (id) => view.anchors[id] && camera.reveal(view.anchors[id], 0),
    firstYear: first,
  };
}
