// Countries with a line around them: who joined this year, and what is in focus.

import {s} from '../dom.mjs';
import {apartFrom} from '../core/apart.mjs';
import {besideStyle, largestAt, ringAlong, roomsOf} from '../core/line_room.mjs';
import {keep} from '../core/lookup.mjs';
import {mainRings} from '../core/rings.mjs';

/** @import {Picture, Pictures, View} from '../types' */

/** @typedef {{id: string, units: string[]}} Outline a country and the units that its line encloses */
/** @typedef {[border: string, kind: string]} Above a border whose own line lies above outlines, and of which kind */
/**
 * @typedef {[id: string, units: string[], above: Above[], isOutside: boolean, between: string[]]} Told all that decides
 *   its lines
 */

const DASHED = 'dashed';
const FAR = 1e5; // units; beyond everything

/** The line around units of a view that belong together. */
const pathOf = (/** @type {View} */ view, /** @type {string[]} */ units) =>
  units.length === 1 ? view.paths[units[0]] : view.outlines[units.join(' ')];

/** Outlines as far as they lie on a view. */
const onView = (/** @type {View} */ view, /** @type {Outline[]} */ outlines) =>
  outlines
    .map(({id, units}) => ({id, units: units.filter((unit) => view.paths[unit])}))
    .filter(({units}) => units.length);

/** The lines of outlines, as `createOutlines` draws them. */
export const linesOf = (/** @type {View} */ view, /** @type {Outline[]} */ outlines) =>
  onView(view, outlines).map(({units}) => mainRings(pathOf(view, units)));

/**
 * What is drawn on one side of a line alone.
 * @param {string} id
 * @param {string} d
 * @param {{isOutside?: boolean}} side
 * @param {SVGElement[]} lines
 */
function onOneSide(id, d, {isOutside = false}, lines) {
  const all = `M${-FAR} ${-FAR}h${2 * FAR}v${2 * FAR}h${-2 * FAR}z`;
  const side = isOutside ? s('path', {d: all + d, 'clip-rule': 'evenodd'}) : s('path', {d});
  return [s('defs', {}, s('clipPath', {id}, side)), s('g', {'clip-path': `url(#${id})`}, lines)];
}

/**
 * The borders between units of a picture, those that lie inside one state or the others.
 * @param {Pictures} pictures
 * @param {string[]} units
 * @param {Picture} picture
 * @param {boolean} isInner
 */
const bordersOf = (pictures, units, {inside}, isInner) =>
  pictures.borders.flatMap(({id, a, b}, at) =>
    Boolean(inside[at]) === isInner && units.includes(a) && units.includes(b) ? [{id, at}] : [],
  );

/** The lines of the gold of a picture: none runs inside a state that joined. */
export function goldOf(/** @type {View} */ view, /** @type {Pictures} */ pictures, /** @type {Picture} */ picture) {
  const units = picture.joined.filter((unit) => view.paths[unit]);
  const inner = bordersOf(pictures, units, picture, true).map(({id}) => view.borders[id]);
  return units.flatMap((unit) =>
    mainRings(view.paths[unit])
      .split(/(?=M)/)
      .flatMap((ring) => apartFrom(ring, inner)),
  );
}

let clips = 0; // two stages in one page may outline the same country on different days

/**
 * The band of who joined, ring by ring: the style asks how much room each has. Only the largest keeps a least width.
 * @param {string} d
 * @param {string[]} between the borders on which others joined, where one line is for both
 * @param {Record<string, string>} hooks
 */
function bandOf(d, between, hooks) {
  const rooms = roomsOf(d);
  const largest = largestAt(d);
  const rings = d.split(/(?=M)/).map((ring, at) => ({at, apart: apartFrom(ring, between).join('')}));
  const drawn = rings.filter(({apart}) => apart);
  const hooked = drawn.find(({at}) => at === largest) ?? drawn[0];
  return drawn.flatMap((ring) => {
    const style = {'--room': String(rooms[ring.at]), ...(ring.at === largest ? {} : {'--least': '0'})};
    return ['casing', 'line', 'edge'].map((part) =>
      s('path', {class: `news-${part}`, d: ring.apart, style, ...(part === 'line' && ring === hooked ? hooks : {})}),
    );
  });
}

/** A border in dispute, once more, above an outline. */
const again = (/** @type {View} */ view, /** @type {string} */ id) =>
  ['casing', 'line'].map((part) =>
    s('path', {class: `dashed-${part}`, d: view.borders[id], style: besideStyle(view, id, true)}),
  );

/**
 * The lines between two who joined, each of the width of the narrower of their bands.
 * @param {View} view
 * @param {Pictures} pictures
 */
function createBetween(view, pictures) {
  const linesOf = keep((/** @type {string} */ id) => {
    const d = view.borders[id];
    const paths = id.split('|').map((unit) => mainRings(view.paths[unit]));
    const room = Math.min(...paths.map((path) => roomsOf(path)[ringAlong(path, d)] ?? Infinity));
    const style = Number.isFinite(room) ? {'--room': String(room)} : {};
    return ['casing', 'line'].map((part) => s('path', {class: `between-${part}`, d, style}));
  });
  return {
    /** The borders between units of a picture that have no line above outlines. */
    borders: (/** @type {string[]} */ units, /** @type {Picture} */ picture) =>
      bordersOf(pictures, units, picture, false)
        .filter(({at}) => !picture.fronts[at] && !picture.dashed[at])
        .map(({id}) => id),
    /** The nodes of borders: what lies beneath the bands, or above them. */
    nodes: (/** @type {string[]} */ borders, /** @type {0 | 1} */ part) => borders.map((id) => linesOf(id)[part]),
  };
}

/**
 * The lines beside those that lie above them.
 * @param {View} view
 * @param {string} d
 * @param {Above[]} above
 */
function linesBeside(view, d, above) {
  const lines = above.map(([id, kind]) => {
    const border = view.borders[id];
    const room = roomsOf(d)[ringAlong(d, border)];
    const style = {...besideStyle(view, id), ...(room === undefined ? {} : {'--room': String(room)})};
    return {d: border, 'data-kind': kind, style};
  });
  return ['casing', 'line'].flatMap((part) => lines.map((line) => s('path', {class: `beside-${part}`, ...line})));
}

/**
 * Outlines of one kind: a dark line under a bright one, islets left out. Where a border has a line of its own above
 * them, they run beside that, on their own side.
 * @param {{view: View, pictures: Pictures, name: string, group: string, isInside?: boolean}} of `name` begins the
 *   classes of the lines, `group` is the group's; `isInside` keeps the lines within the border
 */
export function createOutlines({view, pictures, name, group, isInside = false}) {
  const element = s('g', {class: group});
  const between = createBetween(view, pictures);

  const nodesOf = keep((/** @type {string} */ key) => {
    const [id, units, above, isOutside, shared] = /** @type {Told} */ (JSON.parse(key));
    const d = mainRings(pathOf(view, units));
    const hooks = {'data-outlined': id, 'data-outline': id, 'data-units': units.join(' ')};
    const beside = above.length ? [s('g', {class: 'stepped'}, linesBeside(view, d, above))] : [];
    const disputed = above.filter(([, kind]) => kind === DASHED).flatMap(([border]) => again(view, border));
    const side = (/** @type {SVGElement[]} */ lines) => onOneSide(`outline-${(clips += 1)}`, d, {isOutside}, lines);
    const borders = shared.map((border) => view.borders[border]);
    if (isInside) return [...side([...bandOf(d, borders, hooks), ...beside]), ...disputed];
    const lines = [s('path', {class: `${name}-casing`, d}), s('path', {class: `${name}-line`, d, ...hooks})];
    if (isOutside) return [...side([s('g', {class: 'outside'}, lines), ...beside]), ...disputed];
    return [...lines, ...(beside.length ? side(beside) : []), ...disputed];
  });

  /** The borders of a picture that have a line above outlines. */
  const allAbove = keep((/** @type {Picture} */ {fronts, dashed, inside}) =>
    pictures.borders.flatMap(({id, a, b}, at) => {
      const kind = fronts[at] || (dashed[at] && !inside[at] && DASHED);
      return kind ? [{a, b, told: /** @type {Above} */ ([id, kind])}] : [];
    }),
  );
  const aboveOf = (/** @type {string[]} */ units, /** @type {Picture} */ picture) =>
    allAbove(picture)
      .filter(({a, b}) => units.includes(a) !== units.includes(b))
      .map(({told}) => told);

  let drawn = '';
  return {
    element,
    /**
     * Outline these and no others; nothing is touched while they stay. One around who joined lies outside its border,
     * inside which that has its own, and so does one around ground in dispute, which may be hardly wider than a line.
     * @param {Outline[]} outlines
     * @param {Picture} picture
     * @param {string[]} [within] who are seen to have joined, and what is in dispute
     */
    show(outlines, picture, within = picture.joined) {
      const seen = onView(view, outlines);
      const joiners = isInside ? seen.map(({id}) => id) : [];
      const shared = between.borders(joiners, picture);
      const apart = [...shared, ...bordersOf(pictures, joiners, picture, true).map(({id}) => id)];
      const keys = seen.map(({id, units}) => {
        const isOutside = !isInside && units.some((unit) => within.includes(unit));
        const own = apart.filter((border) => border.split('|').includes(id));
        return JSON.stringify([id, units, aboveOf(units, picture), isOutside, own]);
      });
      const key = keys.join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...between.nodes(shared, 0), ...keys.flatMap(nodesOf), ...between.nodes(shared, 1));
    },
  };
}
