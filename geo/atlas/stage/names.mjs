// The names of countries and states on the map: how wide they are, and the nodes that show them.

import {mark, rulerOf, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {areaOnScreen, groundOfView, groundsOf, underScreen} from '../core/ground.mjs';
import {keep} from '../core/lookup.mjs';
import {LINE, wishFor} from '../core/name_forms.mjs';
import {placeNames} from '../core/name_layout.mjs';
import {boxAround} from '../core/name_ground.mjs';
import {withLed} from '../core/name_led.mjs';
import {numberNames, withNumbers} from '../core/name_numbers.mjs';
import {inSight, isHardlySeen} from '../core/name_sight.mjs';
import {specksOn} from '../core/out_of_sight.mjs';
import {sizesFor} from '../core/name_sizes.mjs';
import {createNameSpots} from '../core/name_spots.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {Crosses} from '../core/line_grid.mjs' */
/** @import {Wish} from '../core/name_forms.mjs' */
/** @import {Box, Leader, Place, Sheet} from '../core/name_layout.mjs' */
/** @import {Listed} from '../core/name_numbers.mjs' */
/** @import {Facts, Pictures, Status, View} from '../types' */
/** @typedef {Place & {joined: boolean, status: Status | 'land', key: string}} PlacedName `key` tells two apart */
/** @typedef {{names: PlacedName[], listed: Listed[]}} PlacedNames */

const [BOLD, PLAIN] = [700, 500];
/** The frame of the world, and beside a card, where the list is out of sight: nobody would be missed there. */
const NOWHERE = [1, 1, 0, 0];

/** Measures text in a font; each only once. */
function createRuler() {
  const measure = rulerOf();
  /** @type {Map<string, number>} */
  const widths = new Map();
  return (/** @type {string} */ text, /** @type {string} */ font) => {
    const key = `${font}|${text}`;
    const width = widths.get(key) ?? measure(text, font);
    widths.set(key, width);
    return width;
  };
}

/** Where a leader starts, leaves its country, and ends. */
function cornersOf(/** @type {Leader} */ [x, y, toX, toY], /** @type {number} */ inland) {
  const part = inland / Math.hypot(toX - x, toY - y);
  return [0, part, 1].map((at) => `${(x + at * (toX - x)).toFixed(1)} ${(y + at * (toY - y)).toFixed(1)}`);
}

/** The nodes of a name; they are written anew only when text, size or place differ. */
function createName(/** @type {string} */ id) {
  const text = s('text', {class: 'name', 'data-name': id});
  const casing = s('path', {class: 'leader-casing'});
  const leader = s('path', {class: 'leader'});
  const inland = s('path', {class: 'inland'}); // in the ink of its country as far as it lies there
  const element = s('g', {}, text);
  let written = '';
  let coloured = '';
  return {
    element,
    show(/** @type {PlacedName} */ name) {
      const {lines, joined, pixels, x, y, status, isAtSea, leader: line, key} = name;
      if (written !== key) {
        written = key;
        const row = (/** @type {string} */ words, /** @type {number} */ i) =>
          s('tspan', {x: x.toFixed(1), y: (y + (i - (lines.length - 1) / 2) * pixels * LINE).toFixed(1)}, words);
        text.replaceChildren(...lines.map(row));
        text.setAttribute('font-size', pixels.toFixed(1));
        mark(text, 'data-at-sea', isAtSea);
        if (line) {
          const [start, coast, end] = cornersOf(line, name.inland ?? 0);
          for (const path of [casing, leader]) path.setAttribute('d', `M${coast}L${end}`);
          inland.setAttribute('d', `M${start}L${coast}`);
        }
        element.replaceChildren(...(line ? [casing, leader, inland] : []), text);
      }
      if (coloured !== status) for (const each of [text, inland]) each.setAttribute('data-status', status);
      coloured = status;
      mark(text, 'data-joined', joined);
      mark(text, 'data-crossed', Boolean(name.isCrossed));
      mark(text, 'data-astray', Boolean(name.isAstray));
      mark(element, 'data-joined', joined);
    },
  };
}

/** What lies under a stage, and where its names might stand. */
function lookThrough(/** @type {View} */ view, /** @type {Camera} */ camera, /** @type {Size} */ size) {
  const ground = groundOfView(view);
  const under = underScreen(ground, camera);
  const [x, y, w, h] = view.frame;
  const frame = view.sphere ? NOWHERE : [...onScreen(camera, [x, y]), ...onScreen(camera, [x + w, y + h])];
  return {camera, size, ground, under, frame, spots: createNameSpots({under, bounds: size})};
}

/**
 * What is asked for: of the few with a status each, unless the key tells it with them or the list of a wall is theirs,
 * who are pointed at; and whose colour is a riddle without a name. Before an answer nobody is told for that.
 * @param {ReturnType<Pictures['names']>} names
 * @param {ReadonlySet<string>} pointedAt units
 * @param {{camera: Camera, ground: ReturnType<typeof groundOfView>, sheet: Sheet, covered: Box[],
 *   specks: Record<string, string>, isAfter: boolean, isTheirs: boolean}} of
 * @returns {Wish[]}
 */
const wishesOf = (names, pointedAt, {camera, ground, sheet, covered, specks, isAfter, isTheirs}) =>
  names.map((name) => {
    const isSpeck = specks[name.status];
    const asked = {...name, rare: name.rare && isAfter && !isTheirs && !isSpeck};
    const wish = inSight(wishFor(asked, onScreen(camera, name.at), camera.k, pointedAt, ground), {...sheet, covered});
    return {...wish, counts: name.counts && isAfter && !isSpeck && !isHardlySeen(wish, sheet)};
  });

/**
 * A place with what its name looks like there.
 * @param {Place} place
 * @param {Pick<PlacedName, 'joined' | 'status'> | undefined} name
 * @returns {PlacedName}
 */
function standingAs(place, {joined, status} = {joined: false, status: 'none'}) {
  const {lines, pixels, x, y, leader, isAtSea} = place;
  return {...place, joined, status, key: `${lines.join('|')} ${pixels} ${x} ${y} ${leader ?? isAtSea}`};
}

/**
 * @param {{facts: Facts, view: View, pictures: Pictures, fontFamily: () => string, large: () => number, hasList:
 *   boolean}} of it `hasList` where names without room can be told
 */
export function createNames({facts, view, pictures, fontFamily, large, hasList}) {
  const element = s('g', {class: 'names'});
  const isWithin = (/** @type {string} */ root) => element.closest(root) !== null;
  // Beside a question is no list, of which it would tell, and none of the few whom a class is asked about stands out.
  const lists = () => hasList && !isWithin('[data-mask]');
  const tellsFew = () => !isWithin('[data-halted], [data-mask]');
  const measure = createRuler();
  const widthOf = (/** @type {string} */ line, /** @type {number} */ pixels, /** @type {boolean} */ joined) =>
    measure(line, `${joined ? BOLD : PLAIN} ${pixels}px ${fontFamily()}`);

  const nodeOf = keep(createName);
  /** @type {Set<string>} */
  let standing = new Set();
  /** @type {PlacedName[] | null} */
  let drawn = null;
  let seen = /** @type {ReturnType<typeof lookThrough> | null} kept while the camera rests */ (null);

  return {
    element,
    /** What the layout depends on beside the day: whether there is a list, and whether it tells of few. */
    toldBy: () => `${lists()} ${tellsFew()}`,
    /**
     * The names of a day and their places, clear of the blocked boxes, and of outlines if they can be; those of
     * `pointedAt` stand whatever the room. `covered` is what lies over the map.
     * @param {number} day
     * @param {ReadonlySet<string>} pointedAt units
     * @param {{camera: Camera, size: Size, blocked: Box[], covered: Box[], crosses: Crosses | null}} stage
     * @returns {PlacedNames}
     */
    place(day, pointedAt, {camera, size, blocked, covered, crosses}) {
      const names = pictures.names(day);
      if (seen?.camera !== camera || seen.size !== size) seen = lookThrough(view, camera, size);
      const {ground, under, spots, frame} = seen;
      const {k, x, y} = camera;
      const specks = specksOn(facts, view, day, {frame: [-x / k, -y / k, size.width / k, size.height / k], k});
      const room = {...sizesFor(size, large()), bounds: size, frame: pointedAt.size && !large() ? NOWHERE : frame};
      const sheet = {...room, measure: widthOf, under, blocked, crosses, spots};
      const told = {isAfter: tellsFew(), isTheirs: large() > 0 && pointedAt.size > 0};
      const asked = wishesOf(names, pointedAt, {camera, ground, sheet, covered, specks, ...told});
      const byId = new Map(names.map((name) => [name.id, name]));
      const wishes = lists() ? withNumbers(asked, (id) => byId.get(id)?.told ?? false, room) : asked;
      const lay = (/** @type {typeof wishes} */ wished) => numberNames(placeNames(wished, sheet), wished, size);
      const {places, listed} = withLed(wishes, lay);
      return {names: places.map((place) => standingAs(place, byId.get(place.id))), listed};
    },
    /** The ground of units. */
    groundsOf: (/** @type {string[]} */ units) => groundsOf(groundOfView(view), units),
    /** Tells how large the ground of a unit is on the screen. */
    areaOf: (/** @type {Camera} */ camera) => areaOnScreen(groundOfView(view), camera),
    /** Tells whose ground lies under a point of the screen. */
    underOf: (/** @type {Camera} */ camera) => underScreen(groundOfView(view), camera),
    /**
     * Whether these names of a day hold all that the day has for units, and none of them stands over an outline.
     * @param {PlacedName[]} names
     * @param {number} day
     * @param {ReadonlySet<string>} units
     * @param {Crosses | null} crosses
     */
    hold(names, day, units, crosses) {
      const ids = new Set(names.map(({id}) => id));
      const isCrossed = (/** @type {PlacedName} */ name) =>
        !name.isCrossed && crosses?.(boxAround(name, name.x, name.y));
      return !names.some(isCrossed) && pictures.names(day).every(({id, unit}) => !units.has(unit) || ids.has(id));
    },
    /** Show these names and no others; a name that stands as it stood is not touched. */
    show(/** @type {PlacedName[]} */ names) {
      if (names === drawn) return;
      drawn = names;
      const ids = /** @type {Set<string>} */ (new Set());
      for (const name of names) {
        const node = nodeOf(name.id);
        ids.add(name.id);
        node.show(name);
        if (!standing.has(name.id)) element.append(node.element);
      }
      for (const id of standing) if (!ids.has(id)) nodeOf(id).element.remove();
      standing = ids;
    },
  };
}
