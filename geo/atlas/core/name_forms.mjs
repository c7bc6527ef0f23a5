// What a name on the map wishes, and the ways to write it: whole, shorter, on two lines, smaller.

import {ELSEWHERE, groundsOf} from './ground.mjs';
import {keep} from './lookup.mjs';

/** @import {Ground} from './ground.mjs' */
/**
 * @typedef {{id: string, text: string, short: string, x: number, y: number, room: number, own: ReadonlySet<number>,
 *   must: boolean, joined: boolean, quiet?: boolean, number?: string, belongs?: boolean, inland?: boolean,
 *   plain?: ReadonlySet<number> | null, spared?: ReadonlySet<number>, led?: boolean, tied?: boolean, isLate?: boolean,
 *   rare?: boolean, counts?: boolean, status?: string, strong?: boolean}} Wish a name, where its country is widest and
 *   how wide, and the country's ground; one that is quiet stands inside its country, about the middle, or not at all,
 *   and one that is inland wherever there is room inside; one that has a `number` may give way to it, and stands in a
 *   list then, after others if it is late, and is rather `led` to by a line where the number has no room; one that
 *   `belongs` to the membership told, and then one that is `tied` to it, comes before others that need not stand, and
 *   first of them one whose status is `rare`; one that `counts` is told beneath the numbers if it has neither name nor
 *   number, with those of its `status`; `plain` is its ground without what is hatched there, if anything is, and
 *   `spared` what it never lies over; on a fill that is `strong` letters have another ink than at sea
 */
/** @typedef {(line: string, pixels: number, joined: boolean) => number} Measure the width of a line */
/** @typedef {{lines: string[], pixels: number, width: number, height: number}} Form */

export const BOLD = 1.12; // times the size of the others are the names of those who joined
export const LINE = 1.02; // of a text's size, from line to line
const SIZES = [1, 0.92, 0.84, 0.76, 0.68, 0.6];

/**
 * What a name wishes on the screen: it must stand where its state has joined, is pointed at, or is in the headline.
 * @param {{id: string, unit: string, at: readonly number[], text: string, short: string, units: string[], plain:
 *   string[], joined: boolean, named: boolean, quiet: boolean, belongs: boolean, tied?: boolean, rare?: boolean,
 *   strong?: boolean}} name
 * @param {readonly number[]} place its middle on the screen
 * @param {number} k px to a unit of the view
 * @param {ReadonlySet<string>} pointedAt units
 * @param {Pick<Ground, 'indexOf'>} ground
 * @returns {Wish}
 */
export const wishFor = ({unit, at, units, plain, named, ...name}, [x, y], k, pointedAt, ground) => ({
  ...name,
  x,
  y,
  room: 2 * at[2] * k,
  own: units.length ? groundsOf(ground, units) : new Set([ELSEWHERE]),
  plain: plain.length && plain.length < units.length ? groundsOf(ground, plain) : null,
  must: name.joined || named || pointedAt.has(unit),
});

/** Who has a status that few have, who belongs, who has another tie, and who has none. */
export const RANKS = [0, 1, 2, 3];
const [FIRST, BELONGS, TIED, LAST] = RANKS;
export const NO_TIE = LAST;
export const rankOf = (/** @type {Wish} */ {rare, belongs, tied}) =>
  rare && tied ? FIRST : belongs ? BELONGS : tied ? TIED : NO_TIE;

/**
 * A wish that need not be fulfilled leaves in sight what is hatched of its country's ground, and without a tie all that
 * is `coloured` of others.
 * @param {Wish} wish
 * @param {ReadonlySet<number>} coloured
 * @returns {Wish}
 */
export function sparing(wish, coloured) {
  if (wish.must) return wish;
  const {own} = atHome(wish);
  const dear = [...(rankOf(wish) === NO_TIE ? coloured : []), ...wish.own];
  return {...wish, spared: new Set(dear.filter((ground) => !own.has(ground)))};
}

/** The same on the ground that it may stand on: that need not be stood on which is hatched. */
export const atHome = (/** @type {Wish} */ wish) => (wish.must || !wish.plain ? wish : {...wish, own: wish.plain});

/** Whether no list tells a name, so that it stands however far a line to it leads. */
export const mustBeWritten = (/** @type {Wish} */ {must, number, led}) => must && !number && !led;

/** One that is led to as if it had no number; it keeps that for the last. */
export const withoutNumber = (/** @type {Wish} */ wish) => (wish.led ? {...wish, number: ''} : wish);

/**
 * The same with nothing but its shorter form, where it has one.
 * @param {Wish} wish
 * @returns {Wish}
 */
export const briefly = (wish) => (wish.short ? {...wish, text: wish.short, short: ''} : wish);

/**
 * A name of several words on two lines of about the same length; one word stays on one line.
 * @param {string} text
 * @returns {string[]}
 */
export function breakName(text) {
  const words = text.split(' ');
  if (words.length < 2) return [text];
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  return breaks.reduce((best, lines) =>
    Math.max(...lines.map((l) => l.length)) < Math.max(...best.map((l) => l.length)) ? lines : best,
  );
}

/**
 * The ways to write a name, in the order in which they are tried: whole, shorter, each on two lines.
 * @param {string} text
 * @param {string} short empty where there is none
 * @returns {string[][]}
 */
function write(text, short) {
  const texts = short ? [text, short] : [text];
  return [...texts.map((each) => [each]), ...texts.map(breakName).filter((lines) => lines.length > 1)];
}

const written = keep((/** @type {string} */ text) => keep((/** @type {string} */ short) => write(text, short)));

/**
 * The ways to write a name; a step that looks for a place asks for them often.
 * @param {string} text
 * @param {string} short
 */
export const waysToWrite = (text, short) => written(text)(short);

/**
 * From its full size to the least, the sizes in which a name is tried.
 * @param {number} full
 * @param {number} least
 */
export const sizesFrom = (full, least) => [
  ...SIZES.map((part) => part * full).filter((pixels) => pixels > least),
  Math.min(full, least),
];

/**
 * @param {Wish} wish
 * @param {string[]} lines
 * @param {number} pixels
 * @param {Measure} measure
 * @returns {Form}
 */
export const formOf = ({joined}, lines, pixels, measure) => ({
  lines,
  pixels,
  width: Math.max(...lines.map((line) => measure(line, pixels, joined))),
  height: pixels * (lines.length > 1 ? 2.1 : 1.1),
});

/** Whether a name stands as a number, of three digits at most: asked of every line that is tried. */
export const isNumber = (/** @type {{lines: string[]}} */ {lines: [line]}) => line.length < 4 && /^\d+$/.test(line);
