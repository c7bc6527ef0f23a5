// What stands on the map of a view beside its fills, as far as it is in sight: what its key has to explain.

import {drawnLayers} from './layers.mjs';
import {entry} from './lookup.mjs';
import {isArc} from './arc_layout.mjs';
import {calledIn, isLargelySeen, isSeen, unitsSeen} from './out_of_sight.mjs';
import {shows} from './rings.mjs';
import {valueOn} from './runs.mjs';
import {statementsOnMap} from './statements.mjs';
import {berlinRadius} from './west_berlin.mjs';
import {word} from './words.mjs';

/** @import {Overlay, View} from '../payload' */
/** @import {IndexedFacts, State, Statement} from '../types' */
/** @import {Frame, Point} from './camera.mjs' */
/** @import {OnMap} from './key.mjs' */
/** @import {Box} from './name_layout.mjs' */
/** @import {OutOfSight} from './out_of_sight.mjs' */
/**
 * @typedef {{frame: Frame, k: number, covered: Box[], folded: string[], crowds: boolean, pinned: boolean}} Sight the
 *   part of the view in sight, how many px its unit takes, what lies over the map, the statements whose signs stand
 *   folded on it, whether those of forces do, and whether any stand beside their places
 */

const NOTHING_SAID = {targets: /** @type {string[]} */ ([]), place: 0};
const LEAST_LAND = 8; // px that are seen of a piece of it; of less nobody could tell the colour
const MOST_TOWNS = 5; // beyond a map whose names a key has; of more it has one less, and counts the rest

const liesIn = (/** @type {readonly number[]} */ [px, py], /** @type {Frame} */ [x, y, w, h]) =>
  px >= x && px <= x + w && py >= y && py <= y + h;

/**
 * What each status is called on a day, and of those that nobody sees on the map why.
 * @param {IndexedFacts} facts
 * @param {number} day
 * @param {OutOfSight} out
 */
function calledOnMap(facts, day, out) {
  const calledOf = (/** @type {string} */ status) =>
    calledIn(out, status, facts.calledOn(status, day).label, (key, values) => word(facts.words, key, values));
  return Object.fromEntries(facts.statuses.map((status) => [status, calledOf(status)]));
}

/**
 * The borders of a view that are drawn on a day and in sight.
 * @param {View} view
 * @param {number} day
 * @param {Frame} frame
 */
const bordersIn = (view, day, frame) => (/** @type {string[]} */ ids) =>
  ids.filter((id) => !(view.inner[id] && valueOn(view.inner[id], day)) && isSeen(view.borders[id], frame));

/**
 * @param {{facts: IndexedFacts, view: View, state: State} & Pick<Sight, 'frame' | 'k'>} of
 * @returns {Required<Pick<OnMap, 'fronts' | 'nothing' | 'over' | 'west_berlin' | 'berlin_covered'>>}
 */
function groundOnMap({facts, view, state, frame, k}) {
  const {day, draft, over} = state;
  const seen = (/** @type {string[]} */ units, isIn = isSeen) =>
    units.filter((id) => view.paths[id] && isIn(view.paths[id], frame));
  const titles = (/** @type {string[]} */ ids) => ids.map((id) => valueOn(facts.disputed[id], day));
  const bordersSeen = bordersIn(view, day, frame);
  const hasBorder = (/** @type {string} */ unit) =>
    bordersSeen(Object.keys(view.borders).filter((id) => id.split('|').includes(unit))).length > 0;
  const fronts = bordersSeen(Object.keys(view.fronts)).map((id) => valueOn(view.fronts[id], day));
  const on = drawnLayers(state);
  const hatched = /** @type {Overlay[]} */ (facts.layers.filter((name) => name in facts.hatches && on.includes(name)));
  const berlin = berlinRadius(view, k) > 0 && liesIn(view.berlin, frame) ? facts.westBerlinOn(day) : null;
  const liesUnder = (/** @type {string} */ layer) =>
    layer === 'forces' ? facts.forcesOn(day) : facts.unitsUnder(/** @type {Overlay} */ (layer), day);
  return {
    fronts: fronts.filter(Boolean),
    nothing: [...hatched, ...on.filter((layer) => layer === 'forces'), ...(over ? ['over'] : [])].filter(
      (layer) => !liesUnder(layer).length,
    ),
    over: {
      ...Object.fromEntries(hatched.map((name) => [name, seen(facts.unitsUnder(name, day))])),
      disputed: titles(seen(facts.unitsUnder('disputed', day))),
      undrawn: titles(seen(facts.unitsUnder('undrawn', day), isLargelySeen)),
      dashed: titles(facts.unitsUnder('dashed', day).filter(hasBorder)),
      draft: draft ? seen(entry(facts.drafts, draft).groundOn(day)) : [],
      over: over ? seen(facts.unitsUnder('over', day)) : [],
    },
    west_berlin: berlin ? (facts.west_berlin[0]?.title ?? '') : '',
    berlin_covered: berlin === 'covered',
  };
}

/**
 * The statements whose signs stand on the map, and whether the one that is told is joined to whom it names.
 * @param {{facts: IndexedFacts, view: View, state: State, k: number}} of
 */
function statementsSeen({facts, view, state, k}) {
  const {layers, statement, told, day} = state;
  const open =
    statement ?? (told && facts.yearOf(entry(facts.statements, told).day) === facts.yearOf(day) ? told : null);
  const statements =
    layers.split(',').includes('statements') || open ? statementsOnMap(facts, {...state, statement: open}) : [];
  const onScreen = (/** @type {readonly number[]} */ [x, y]) => /** @type {Point} */ ([x * k, y * k]);
  const {targets, place} = open ? entry(facts.statements, open) : NOTHING_SAID;
  const reached = targets.filter((id) => view.anchors[id]);
  const arcs = reached.some((id) => isArc(onScreen(view.places[place]), onScreen(view.anchors[id]), 1));
  return {open, statements, arcs};
}

/**
 * Towns as often as something was said there, each once with how many it has of several. Of many towns those have
 * their names in which most was said. The server's pictures tell the same (geo/drawing/statement_signs.py).
 * @param {string[]} towns
 * @param {Pick<IndexedFacts, 'times' | 'words'>} facts
 */
export function townsTold(towns, {times, words}) {
  const timesOf = (/** @type {string} */ town) => towns.filter((other) => other === town).length;
  const told = [...new Set(towns)].sort((one, other) => timesOf(other) - timesOf(one));
  const named = told.length > MOST_TOWNS ? told.slice(0, MOST_TOWNS - 1) : told;
  const rest = told.length > named.length ? [word(words, 'key.more', {n: told.length - named.length})] : [];
  return [...named.map((town) => (timesOf(town) > 1 ? `${town} ${times}${timesOf(town)}` : town)), ...rest];
}

/** The towns of statements whose places lie beyond a frame. */
const townsBeyond = (/** @type {View} */ view, /** @type {Statement[]} */ statements, /** @type {Frame} */ frame) =>
  statements.filter(({place}) => !liesIn(view.places[place], frame)).map(({city}) => city);

/**
 * What a key has to explain of a state; `out` is what it tells though nothing of that is seen.
 * @param {{facts: IndexedFacts, view: View, state: State, sight: Sight, out: OutOfSight}} of
 * @returns {OnMap}
 */
export function onMap({facts, view, state, sight: {frame, k, folded, crowds, pinned}, out}) {
  const {day, country, focus} = state;
  const {open, statements, arcs} = statementsSeen({facts, view, state, k});
  const named = open ? entry(facts.statements, open).targets.filter((id) => id !== '*') : [];
  const [joined, seen] = [facts.joinedOn(day), unitsSeen(view, frame)];
  const russian = entry(facts.units, 'RUS').on(day).state;
  const inFocus = focus.filter((id) => !joined.includes(id)); // their gold is outline enough
  const outlined = [...new Set([country, ...named, ...inFocus])].filter(
    (id) => id !== null && facts.outlineOf(id, day).some((unit) => view.paths[unit] && isSeen(view.paths[unit], frame)),
  );
  return {
    layers: drawnLayers(state),
    counts: facts.countsOn(day),
    called: calledOnMap(facts, day, out),
    land: shows(view.land, frame, LEAST_LAND / k),
    joined: joined.filter((id) => seen.has(id)),
    here: out.here,
    edge: out.edge,
    away: out.away,
    as_part: facts.joinedCountOn(day) === 0,
    union: day >= facts.pictures.union_from,
    outlined: outlined.map((id) => facts.nameOn(/** @type {string} */ (id), day)),
    soviet: russian !== 'RUS',
    moscow: facts.stateNameOn(russian, day),
    draft: state.draft ?? '',
    laid_over: state.over && facts.pictures.over_told ? valueOn(facts.pictures.over_told, day) : '',
    nearest: facts.measuresOn(day) ? valueOn(facts.pictures.cities.st_petersburg, day) : '',
    statements: statements.map(({id, stance, confidence}) => ({stance, confidence, folded: folded.includes(id)})),
    folded: folded.length > 0,
    said: townsTold(townsBeyond(view, statements, frame), facts),
    crowds,
    pinned,
    chosen: Boolean(open),
    arcs,
    forces: facts
      .forcesOn(day)
      .filter((at) => liesIn(view.forces[at], frame))
      .map((at) => facts.forces[at]),
    ...groundOnMap({facts, view, state, frame, k}),
  };
}
