// The address of the class page: none for the title, `?stop=start-1` for a question before the stops, `?stop=5`,
// `?stop=end` for the close, `?quiz=easy-1234`, each with `&patterns=1` and `&over=eu` at will, or that of the atlas;
// in front `?membership=eu` where the page is of another than NATO. Pure.

import {MEMBERSHIP} from '../atlas/core/of_page.mjs';
import {OVER} from '../atlas/panel/over.mjs';
import {atClose, atStarter, atTitle, starterAt, startAt} from './lesson/place.mjs';
import {quizAsked} from './quiz/quiz_pick.mjs';

const END = 'end';
const START = /^start-([1-9])$/;
const OF_THE_PAGE = ['stop', 'patterns', OVER, MEMBERSHIP];

/** @import {RawFacts} from '../atlas/types' */
/** @import {Bank, ClassAddress, Place, Stop} from './types' */

/**
 * The place that an address asks for; null for none or one that is not there. Stops are counted from one there.
 * @param {URLSearchParams} params
 * @param {Stop[]} stops
 * @param {number} starters
 */
function placeAsked(params, stops, starters) {
  const stop = params.get('stop');
  if (stop === END) return atClose(stops);
  const [, starter] = START.exec(stop ?? '') ?? [];
  if (Number(starter) <= starters) return atStarter(Number(starter) - 1);
  return stop !== null && /^[1-9]\d{0,2}$/.test(stop) && Number(stop) <= stops.length
    ? startAt(Number(stop) - 1)
    : null;
}

/**
 * What an address asks for; what is not there by its text, so that it can be told. An address of the atlas explores the
 * map.
 * @param {string} search
 * @param {{stops: Stop[], bank: Bank, starters?: number}} known
 * @returns {ClassAddress}
 */
export function readClassAddress(search, {stops, bank, starters = 0}) {
  const params = new URLSearchParams(search);
  const place = placeAsked(params, stops, starters);
  const quiz = quizAsked(search, bank);
  const asksTheAtlas = [...params.keys()].some((name) => !OF_THE_PAGE.includes(name));
  return {
    place: place ?? (params.has('stop') ? startAt() : atTitle()),
    quiz,
    view: params.get('view'),
    isPresenting: place !== null || params.has('quiz') || !asksTheAtlas,
    unknownStop: place === null ? params.get('stop') : null,
    unknownQuiz: quiz === null ? params.get('quiz') : null,
  };
}

/**
 * The address to keep: that of the quiz that is played, of the stop that is presented, or of the atlas.
 * @param {string} search  as the atlas would have it
 * @param {{quiz: string | null, isPresenting: boolean, place: Place, of?: string, over?: string | null}} shown  `of` is
 *   what `ofPage` says, `over` what is laid over the map
 */
export function writeClassAddress(search, {quiz, isPresenting, place: {at, cover}, of = '', over = null}) {
  const params = new URLSearchParams(search);
  if (over) params.set(OVER, over);
  const laidOver = over && `${OVER}=${encodeURIComponent(over)}`;
  const around = (/** @type {string} */ what) =>
    `?${[of.slice(1), what, params.get('patterns') && 'patterns=1', laidOver].filter(Boolean).join('&')}`;
  if (quiz) return around(`quiz=${quiz}`);
  if (isPresenting && cover === 'title') return around('');
  const starter = starterAt(cover);
  if (isPresenting && starter) return around(`stop=start-${starter.at + 1}`);
  if (isPresenting) return around(`stop=${cover ? END : at + 1}`);
  params.delete('stop');
  params.delete('quiz');
  return `?${params}`;
}

/**
 * Where the page of the membership lies that an address asks for and `facts` are not of, beside a page called `name`
 * where sites of files have it; else what cannot be shown. Null where the page is the one that is asked for.
 * @param {Pick<Location, 'search' | 'hash'>} asked
 * @param {Pick<RawFacts, 'membership'>} facts
 * @param {{name: string, memberships: string[]}} page
 * @returns {{file: string} | {unknown: string} | null}
 */
export function otherPage({search, hash}, {membership}, {name, memberships}) {
  const id = new URLSearchParams(search).get(MEMBERSHIP);
  if (!id || id === membership?.id) return null;
  return memberships.includes(id) ? {file: `${name}-${id}.html${search}${hash}`} : {unknown: id};
}
