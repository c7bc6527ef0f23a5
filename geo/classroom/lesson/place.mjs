// Where a lesson stands. Pure: a place in, a place out. A place is {at, revealed, cover}: the stop, those stops whose
// year has been played, the slide before the first stop or after the last that stands in its stead, not counted.

/** @import {State} from '../../atlas/types' */
/** @import {Place, Stop} from '../types' */

/**
 * The place at a stop, with nothing revealed.
 * @param {number} [at]
 * @returns {Place}
 */
export const startAt = (at = 0) => ({at, revealed: [], cover: null});

/**
 * Before the first stop: the title of the lesson.
 * @returns {Place}
 */
export const atTitle = () => ({...startAt(), cover: 'title'});

/**
 * After the last stop: the close of the lesson.
 * @param {Stop[]} stops
 * @returns {Place}
 */
export const atClose = (stops) => ({...startAt(stops.length - 1), cover: 'close'});

/**
 * Whether a stop still waits for the class to predict: it has a year to halt at, and that year has not been left.
 * @param {Stop[]} stops
 * @param {Place} place
 */
export const isHalted = (stops, {at, revealed, cover}) => !cover && Boolean(stops[at].before) && !revealed.includes(at);

/**
 * Whether a lesson has nothing after a place.
 * @param {Place} place
 */
export const isAtEnd = ({cover}) => cover === 'close';

/**
 * On: from the title to the first stop, from a question to the year itself, from there to the next stop, from the last
 * to the close, which stays.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Place}
 */
export function goOn(stops, place) {
  if (isAtEnd(place)) return place;
  if (place.cover === 'title') return goTo(stops, place, 0);
  if (isHalted(stops, place)) return {...place, revealed: [...place.revealed, place.at]};
  return place.at === stops.length - 1 ? {...place, cover: 'close'} : goTo(stops, place, place.at + 1);
}

/**
 * Back to the stop before, as it was left; from the first to the title, which stays.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Place}
 */
export function goBack(stops, place) {
  if (place.cover === 'title') return place;
  if (isAtEnd(place)) return {...place, cover: null};
  return place.at === 0 ? {...place, cover: 'title'} : goTo(stops, place, place.at - 1);
}

/**
 * To a stop by number; what has been revealed stays so.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} at
 * @returns {Place}
 */
export const goTo = (stops, place, at) => ({...place, at: Math.min(stops.length - 1, Math.max(0, at)), cover: null});

/** A map without lines, signs and names, under a slide that has the words. */
const QUIET = {layers: '', focus: [], told: null, draft: null, solo: null, country: null};

/**
 * What the atlas shows at a place: nothing of a stop but its map while the class predicts, a quiet one under a slide.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Pick<State, 'day' | 'view' | 'layers' | 'focus' | 'told' | 'draft' | 'solo' | 'country'>}
 */
export function stateOf(stops, place) {
  const stop = stops[place.at];
  const {day, day_before: before, view} = stop;
  const halted = isHalted(stops, place);
  if (place.cover) return {day: (place.cover === 'title' ? before : null) ?? day, view, ...QUIET};
  return {
    day: (halted ? before : null) ?? day,
    view,
    layers: stop.layers.join(','),
    focus: halted ? [] : stop.focus,
    told: halted ? null : stop.statement || null,
    draft: halted ? null : stop.draft || null,
    solo: halted ? null : stop.solo || null,
    country: halted ? null : stop.country || null,
  };
}

/**
 * Whether what another window sent is a place of this lesson.
 * @param {Stop[]} stops
 * @param {any} sent
 * @returns {sent is Place}
 */
export const isPlace = (stops, sent) =>
  Number.isInteger(sent?.at) &&
  sent.at in stops &&
  Array.isArray(sent.revealed) &&
  sent.revealed.every(Number.isInteger) &&
  [null, 'title', 'close'].includes(sent.cover);
