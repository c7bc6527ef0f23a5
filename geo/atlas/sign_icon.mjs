// The sign of a row of the key as a picture beside its words, on the page and in pictures.

import {PLACES} from './core/key.mjs';
import {mark, s} from './dom.mjs';
import {hatchInk} from './hatch.mjs';

/** @import {Child} from './dom.mjs' */
/** @import {KeyRow} from './core/key.mjs' */
/** @import {Camp, ForceSign, Hatch, Overlay} from './payload' */
/** @import {Facts, Translate} from './types' */

const [SIGN_WIDTH, SIGN_HEIGHT] = [36, 24];

const TAG = {width: SIGN_WIDTH - 1, height: SIGN_HEIGHT - 1, rx: 4};
const COUNT = 'n'; // however many there are

const line = (/** @type {string} */ name) => s('path', {class: name, d: `M0 ${SIGN_HEIGHT / 2}H${SIGN_WIDTH}`});
const frame = (/** @type {string} */ name) =>
  s('rect', {class: name, x: 3, y: 3, width: SIGN_WIDTH - 6, height: SIGN_HEIGHT - 6, rx: 3});
const MIDDLE = `translate(${SIGN_WIDTH / 2} ${SIGN_HEIGHT / 2})`;
const middle = (/** @type {Child} */ drawn, scale = 1) => s('g', {transform: `${MIDDLE} scale(${scale})`}, drawn);

const path = (/** @type {string} */ d) => [s('path', {class: 'sign-arc', d})];

/** @type {Record<string, () => SVGElement[]>} */
const LINES = {
  land: () => [s('rect', {class: 'sign-land', width: SIGN_WIDTH, height: SIGN_HEIGHT})],
  joined: () => [frame('sign-joined-casing'), frame('sign-joined')],
  outlined: () => [frame('sign-outlined-casing'), frame('sign-outlined')],
  front_russia: () => [line('sign-front-casing'), line('sign-front')],
  front_bloc: () => [line('sign-front-casing sign-thin'), line('sign-front sign-thin')],
  nearest: () => [line('sign-nearest'), s('path', {class: 'sign-nearest-end', d: 'M1 7v10m34 0v-10'})],
  dashed: () => [line('sign-dashed-casing'), line('sign-dashed')],
  west_berlin: () => [middle(s('circle', {class: 'berlin', 'data-covered': true, r: 6}))],
  west_berlin_uncovered: () => [middle(s('circle', {class: 'berlin', r: 6}))],
  chosen: () => [middle(s('circle', {class: 'sign-chosen', r: 9}))],
  contested: () => [middle(s('circle', {class: 'contested-ring', r: 10}))],
  pin: () => [
    s('path', {class: 'pin', d: 'M4 22 24 4 29 11z', 'stroke-width': 1.6}),
    s('circle', {class: 'sign-pin', cx: 26, cy: 8, r: 6}),
  ],
  arc: () => [...path('M3 20Q16 2 31 9'), s('circle', {class: 'sign-arc-end', cx: 31, cy: 9, r: 3})],
};

const PLAIN = [...PLACES, 'no_over', 'undrawn'];

/** Whether a row has words alone: a sign beside those of what is not on the map would be sought there. */
export const isPlain = (/** @type {Pick<KeyRow, 'sign'>} */ {sign}) => PLAIN.includes(sign);

/** Two keys may have the same, and a browser paints nothing by a pattern of one that is hidden. */
let hatches = 0;
const another = () => (hatches += 1);

const filled = (/** @type {string} */ status, from = 0) =>
  s('path', {class: 'sign-fill', 'data-status': status, d: `M${from} 0H${SIGN_WIDTH}V${SIGN_HEIGHT}H${from}z`});

/**
 * What a hatch lies on in a key, so that it looks there as on the map: the ground it names, or the halves of two; the
 * first status where a membership has none of that name.
 * @param {Hatch} hatch
 * @param {string[]} statuses
 */
function under({ground}, statuses) {
  if (!ground) return [s('rect', {class: 'sign-ground', width: SIGN_WIDTH, height: SIGN_HEIGHT})];
  const known = (/** @type {string} */ name) => (statuses.includes(name) ? name : statuses[0]);
  return ground.split(' ').map((name, i) => filled(known(name), (i * SIGN_WIDTH) / 2));
}

/**
 * A hatch at the size it has on a screen, with a mark of it whole in the middle.
 * @param {string} name
 * @param {Hatch} hatch
 * @param {number} nth
 */
function hatched(name, hatch, nth) {
  const {tile, turn} = hatch;
  const toMark = `translate(${-tile / 2} ${-tile / 2})`;
  const size = {width: SIGN_WIDTH, height: SIGN_HEIGHT};
  const id = `key-${name}-${nth}`;
  const given = {id, patternUnits: 'userSpaceOnUse', width: tile, height: tile};
  return [
    s('defs', {}, s('pattern', {...given, patternTransform: `${MIDDLE} rotate(${turn}) ${toMark}`}, hatchInk(hatch))),
    s('rect', {fill: `url(#${id})`, ...size}),
  ];
}

/** A sign of forces without its hooks: a row of a key has one of its own. */
function force(/** @type {SVGElement} */ sign, /** @type {number} */ scale) {
  mark(sign, 'data-sign', null);
  return [middle(sign, scale)];
}

/**
 * The sign of a row as a picture of SIGN_WIDTH by SIGN_HEIGHT; its colours come from look/key.css.
 * @param {Facts} facts
 * @param {string} sign as `keyRows` gives it
 * @param {{patterns?: boolean, nth?: number}} [how] `patterns` are to be on fills; by `nth` the same sign is told apart
 *   from those of other keys in a document
 * @returns {SVGSVGElement}
 */
export function signIcon(facts, sign, {patterns = false, nth = another()} = {}) {
  const drawn = () => {
    if (isPlain({sign})) return [];
    if (facts.statuses.some((status) => status === sign))
      return [filled(sign), ...(patterns && facts.printed[sign] ? hatched(sign, facts.printed[sign], nth) : [])];
    if (sign in facts.hatches) {
      const hatch = facts.hatches[/** @type {Overlay | 'draft'} */ (sign)];
      return [...under(hatch, facts.statuses), ...hatched(sign, hatch, nth)];
    }
    if (sign in facts.glyphs) return [middle(facts.glyph({stance: sign, confidence: ''}))];
    const [troops] = /** @type {ForceSign[]} */ (Object.keys(facts.force_signs));
    if (sign in facts.force_signs) return force(facts.forceSign({sign: /** @type {ForceSign} */ (sign)}), 1.4);
    if (sign === 'said') return [s('rect', {class: 'tag', x: 0.5, y: 0.5, ...TAG}), middle(facts.tagArrow())];
    if (sign === 'badge') return [middle(facts.badgeSign(COUNT))];
    if (sign === 'crowd') return [middle(facts.crowdSign(COUNT), 1.2)];
    if (sign.startsWith('camp_')) {
      const camp = /** @type {Camp} */ (sign.replace('camp_', ''));
      return force(facts.forceSign({sign: troops, camp}), 1.2);
    }
    return LINES[sign]();
  };
  const size = {width: SIGN_WIDTH, height: SIGN_HEIGHT, viewBox: `0 0 ${SIGN_WIDTH} ${SIGN_HEIGHT}`};
  return s('svg', {class: 'sign-icon', ...size, 'aria-hidden': 'true'}, drawn());
}

/**
 * The words of a row.
 * @param {Translate} t
 * @param {KeyRow} row
 */
export function labelOf(t, {word, names, told, about}) {
  const words = told || t(word, {names: names.join(', ')});
  return about ? t(about, {names: words}) : words;
}
