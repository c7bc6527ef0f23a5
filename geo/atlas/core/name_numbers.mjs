// Names for which the map has no room, by their numbers: who may have one, and the list beside the map that tells them.
// geo/drawing/name_numbers.py has the same rules; the cases of tests/cases/names.json hold both to them.

import {NO_TIE, rankOf} from './name_forms.mjs';
import {isWellWithin} from './name_sight.mjs';

/** @import {Wish} from './name_forms.mjs' */
/** @import {Place} from './name_layout.mjs' */
/** @typedef {{base: number, bounds: {width: number, height: number}}} Room */
/** @typedef {{number: string, text: string, joined: boolean, status?: string | undefined}} Listed */

const DIGIT = '0'; // as wide as any
const FEW = 12; // members at most of whom each is told, by its number where the map has no room for its name
const RARE = 9; // states at most that have a status of which each is told so, too
const ON_WORLD = 4; // as many on the whole world, and one alone where somebody joined
const NARROW = 50; // sizes wide, or half as many high, a map at least has room for names, and for leaders of a crowd
const MISSED = 1.75; // sizes wide a country in the frame of its view would be missed; without a tie, on a narrower one

/**
 * Whether what belongs is a state on its way in, or one of so few members that each is told. One that is faced, across
 * a front line from an ally of Moscow in the headline, is told with many, too.
 * @param {{belongs: boolean, isMember: boolean, isState: boolean, isFaced: boolean, members: number}} of
 */
export const isTold = ({belongs, isMember, isState, isFaced, members}) =>
  isState && belongs && (members <= FEW || !isMember || isFaced);

/**
 * Whether a state has a status with so few that its row in a key asks who they are; on the whole world fewer, above all
 * where it is news that somebody joined.
 * @param {{isState: boolean, bearers: number, isWorld: boolean, isNews: boolean}} of
 */
export const isRare = ({isState, bearers, isWorld, isNews}) =>
  isState && bearers <= (isWorld ? (isNews ? 1 : ON_WORLD) : RARE);

export const isNarrow = (/** @type {Room} */ {base, bounds: {width, height}}) =>
  Math.min(width, 2 * height) < NARROW * base;

/**
 * The wishes, with room for a number for each that must stand, is rare or told in any case; and, after these, for each
 * whose country would be missed.
 * @param {Wish[]} wishes
 * @param {(id: string) => boolean} isTold
 * @param {Room & {frame: number[]}} sheet `frame` are the sides of that of the view, on the screen
 * @returns {Wish[]}
 */
export function withNumbers(wishes, isTold, sheet) {
  const [left, top, right, bottom] = sheet.frame;
  const isAsked = (/** @type {Wish} */ {id, must, quiet, rare}) => (must && !quiet) || rare || isTold(id);
  const isNear = (/** @type {Wish} */ {x, y}) => Math.min(x - left, right - x, y - top, bottom - y) >= 0;
  const isSmall = isNarrow(sheet);
  const isMissed = (/** @type {Wish} */ wish) =>
    (isSmall || rankOf(wish) < NO_TIE) &&
    wish.room >= MISSED * sheet.base &&
    !(wish.quiet || wish.inland) &&
    isNear(wish);
  const isBefore = (/** @type {Wish} */ wish) => isAsked({...wish, rare: false});
  // Who must stand comes before who is rare, and has no more digits for that.
  const numberFor = (/** @type {(wish: Wish) => boolean} */ is) => DIGIT.repeat(`${wishes.filter(is).length}`.length);
  const [first, number] = [numberFor(isBefore), numberFor(isAsked)];
  const late = {number: DIGIT + DIGIT, isLate: true};
  return wishes.map((wish) =>
    isAsked(wish) ? {...wish, number: isBefore(wish) ? first : number} : isMissed(wish) ? {...wish, ...late} : wish,
  );
}

/**
 * Number the names that stand as numbers, in the order of the alphabet; who would but be missed after the others where
 * these have room for fewer digits. Gives these as a list, then those for which not even a number has room, and all
 * else who count: who joined, of whom the gold is on the map, before others.
 * @param {Place[]} places
 * @param {Wish[]} wishes
 * @param {{width: number, height: number}} bounds
 * @returns {{places: Place[], listed: Listed[]}}
 */
export function numberNames(places, wishes, bounds) {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const asked = wishes.filter(({number, counts}) => number || counts).sort((a, b) => (a.text < b.text ? -1 : 1));
  const counted = asked.filter(({id, number}) => number && placeOf.get(id)?.lines[0] === number);
  if (counted.some(({number = ''}, i) => number.length < String(i + 1).length))
    counted.sort((a, b) => (a.number ?? '').length - (b.number ?? '').length);
  const lost = asked.filter(
    ({id, x, y, number, isLate, counts}) =>
      !placeOf.has(id) && isWellWithin([x, y], bounds) && (counts || (number && !isLate)),
  );
  const numbers = new Map(counted.map(({id}, i) => [id, String(i + 1)]));
  return {
    places: places.map((place) => ({...place, lines: [numbers.get(place.id) ?? place.lines].flat()})),
    listed: [...counted, ...lost.sort((a, b) => Number(b.joined) - Number(a.joined))].map(
      ({id, text, joined, status}) => ({
        number: numbers.get(id) ?? '',
        text,
        joined,
        status,
      }),
    ),
  };
}

/** Whether the map tells which it is, by its number or the gold of who joined. */
export const isOnMap = (/** @type {Listed} */ {number, joined}) => Boolean(number) || joined;

/** The others, by the status whose fill tells them. */
export function lostOf(/** @type {Listed[]} */ listed) {
  const lost = listed.filter((each) => !isOnMap(each));
  return [...new Set(lost.map(({status = ''}) => status))].map((status) => ({
    status,
    names: lost.flatMap((each) => (each.status === status ? each.text : [])).join(', '),
  }));
}
