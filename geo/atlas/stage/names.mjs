// The names of countries and states on the map: how wide they are, and the nodes that show them.

import {mark, rulerOf, s} from '../dom.mjs';
import {onScreen} from '../core/camera.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {fitName, placeNames} from '../core/name_layout.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Pictures, Status} from '../types' */
/**
 * @typedef {{id: string, must: boolean, status: Status, x: number, y: number, width: number, height: number, lines:
 *   string[], pixels: number, key: string}} PlacedName `key` tells one way to write it from another
 */

const ROOM = 2.8; // half the width of the flat ellipse inside a country, times this, is what a name may take
const LEAST_SIZE = 0.84; // a name that does not fit may shrink this far
const LARGE_PX = 36; // where a class reads from the back row, and no smaller
const LINE = 1.02; // of a text's size, from line to line
const [BOLD, PLAIN] = [700, 500];

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

/** The node of a name; it is written anew only when its text, size or place differ. */
function createName() {
  const element = s('text', {class: 'name'});
  let written = '';
  let coloured = '';
  return {
    element,
    show(/** @type {PlacedName} */ {lines, must, pixels, x, y, status, key}) {
      if (written !== key) {
        written = key;
        const line = (/** @type {string} */ text, /** @type {number} */ i) =>
          s('tspan', {x: x.toFixed(1), y: (y + (i - (lines.length - 1) / 2) * pixels * LINE).toFixed(1)}, text);
        element.replaceChildren(...lines.map(line));
        element.setAttribute('font-size', pixels.toFixed(1));
      }
      if (coloured !== status) element.setAttribute('data-status', (coloured = status));
      mark(element, 'data-joined', must);
    },
  };
}

/**
 * @param {{pictures: Pictures, fontFamily: () => string, large: () => number}} of
 */
export function createNames({pictures, fontFamily, large}) {
  const element = s('g', {class: 'names'});
  const measure = createRuler();

  function candidates(/** @type {number} */ day, /** @type {Camera} */ camera, /** @type {Size} */ size) {
    const base = large() ? LARGE_PX * large() : Math.max(12, Math.min(17, size.width / 88));
    const least = large() ? 1 : LEAST_SIZE;
    return pictures.names(day).map(({id, at, text, must, status}) => {
      const [x, y] = onScreen(camera, at);
      const widthOf = (/** @type {string} */ line, /** @type {number} */ pixels) =>
        measure(line, `${must ? BOLD : PLAIN} ${pixels}px ${fontFamily()}`);
      return {id, must, status, x, y, ...fitName(text, {must, room: at[2] * camera.k * ROOM, base, least}, widthOf)};
    });
  }

  const nodeOf = keep((/** @type {string} */ _id) => createName());
  /** @type {Set<string>} */
  let standing = new Set();
  /** @type {PlacedName[] | null} */
  let drawn = null;

  return {
    element,
    /**
     * The names of a day and their places, clear of the blocked boxes.
     * @param {number} day
     * @param {Camera} camera
     * @param {Size} size
     * @param {Box[]} blocked
     * @returns {PlacedName[]}
     */
    place(day, camera, size, blocked) {
      const wanted = candidates(day, camera, size);
      const byId = new Map(wanted.map((each) => [each.id, each]));
      return placeNames(wanted, blocked, size).map((place) => {
        const name = {...entry(byId, place.id), ...place};
        return {...name, key: `${name.lines.join('|')} ${name.pixels} ${name.x} ${name.y}`};
      });
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
