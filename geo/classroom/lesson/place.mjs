// Where a lesson stands. Pure: a place in, a place out. A place is {at, revealed, cover}: the stop, those stops whose
// year has been played, the slide before the first stop or after the last that stands in its stead, not counted. After
// the title come the questions that a lesson begins with, each asked, then answered.

/** @import {State} from '../../atlas/types' */
/** @import {CheckQuestion, Lesson, Place, Stop} from '../types' */

const STARTER = /^(starter|answer):(\d+)$/;

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
 * The questions that a lesson begins with, where it knows their answers: those of a pupil's page it does not.
 * @param {Pick<Lesson, 'starter'>} lesson
 * @returns {CheckQuestion[]}
 */
export const startersOf = ({starter = []}) =>
  /** @type {CheckQuestion[]} */ (starter.filter(({right}) => right !== undefined));

/**
 * Which of these a slide shows, counted from 0, and whether with its answer; null for another slide, or none.
 * @param {Place['cover']} cover
 */
export function starterAt(cover) {
  const [, kind, at] = STARTER.exec(cover ?? '') ?? [];
  return kind ? {at: Number(at), isTold: kind === 'answer'} : null;
}

/**
 * The kind of a slide; null where a stop is shown.
 * @param {Place['cover']} cover
 */
export const coverKind = (cover) => (starterAt(cover) ? 'starter' : /** @type {'title' | 'close' | null} */ (cover));

/**
 * After the title: the question before the first stop, asked.
 * @param {number} at
 * @returns {Place}
 */
export const atStarter = (at) => ({...startAt(), cover: `starter:${at}`});

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
 * On from a slide before the first stop.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} starters
 * @returns {Place}
 */
function onFromStart(stops, place, starters) {
  const {at = -1, isTold = true} = starterAt(place.cover) ?? {};
  if (!isTold) return {...place, cover: `answer:${at}`};
  return at + 1 < starters ? {...place, cover: `starter:${at + 1}`} : goTo(stops, place, 0);
}

/**
 * Back from the first stop, or a slide before it; a question comes back as it was left, with its answer.
 * @param {Place} place
 * @param {number} starters
 * @returns {Place}
 */
function backToStart(place, starters) {
  const {at, isTold} = starterAt(place.cover) ?? {at: starters, isTold: false};
  if (isTold) return {...place, cover: `starter:${at}`};
  return {...place, cover: at === 0 ? 'title' : `answer:${at - 1}`};
}

/**
 * On: from the title to the first stop, or to the `starters` questions before it; from a question to the year itself,
 * from there to the next stop, from the last to the close, which stays.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} [starters]
 * @returns {Place}
 */
export function goOn(stops, place, starters = 0) {
  if (isAtEnd(place)) return place;
  if (place.cover) return onFromStart(stops, place, starters);
  if (isHalted(stops, place)) return {...place, revealed: [...place.revealed, place.at]};
  return place.at === stops.length - 1 ? {...place, cover: 'close'} : goTo(stops, place, place.at + 1);
}

/**
 * Back to the stop before, as it was left; from the first to the title, which stays.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} [starters]
 * @returns {Place}
 */
export function goBack(stops, place, starters = 0) {
  if (place.cover === 'title') return place;
  if (isAtEnd(place)) return {...place, cover: null};
  return place.cover || place.at === 0 ? backToStart(place, starters) : goTo(stops, place, place.at - 1);
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
const QUIET = {layers: '', focus: [], names: [], told: null, draft: null, solo: null, country: null};

/**
 * What the atlas shows at a place: nothing of a stop but its map while the class predicts, with the names of whom it is
 * asked about, a quiet one under a slide.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Pick<State, 'day' | 'view' | 'layers' | 'focus' | 'names' | 'told' | 'draft' | 'solo' | 'country'>}
 */
export function stateOf(stops, place) {
  const stop = stops[place.at];
  const {day, day_before: before, view} = stop;
  const halted = isHalted(stops, place);
  if (place.cover) return {day: (place.cover !== 'close' ? before : null) ?? day, view, ...QUIET};
  return {
    day: (halted ? before : null) ?? day,
    view,
    layers: stop.layers.join(','),
    focus: halted ? [] : stop.focus,
    names: stop.names,
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
 * @param {number} [starters]
 * @returns {sent is Place}
 */
export const isPlace = (stops, sent, starters = 0) =>
  Number.isInteger(sent?.at) &&
  sent.at in stops &&
  Array.isArray(sent.revealed) &&
  sent.revealed.every(Number.isInteger) &&
  (sent.cover === null || isCover(sent.cover, starters));

/**
 * Whether a text names a slide of this lesson.
 * @param {unknown} cover
 * @param {number} starters
 * @returns {cover is NonNullable<Place['cover']>}
 */
export const isCover = (cover, starters) =>
  cover === 'title' || cover === 'close' || (starterAt(/** @type {any} */ (cover))?.at ?? starters) < starters;
