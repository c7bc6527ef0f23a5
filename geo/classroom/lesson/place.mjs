// Where a lesson stands. Pure: a place in, a place out. A place is {at, revealed}: the stop, and the stops whose year
// has been played.

/** @import {State} from '../../atlas/types' */
/** @import {Place, Stop} from '../types' */

/**
 * The place at a stop, with nothing revealed.
 * @param {number} [at]
 * @returns {Place}
 */
export const startAt = (at = 0) => ({at, revealed: []});

/**
 * Whether a stop still waits for the class to predict: it has a year to halt at, and that year has not been left.
 * @param {Stop[]} stops
 * @param {Place} place
 */
export const isHalted = (stops, {at, revealed}) => Boolean(stops[at].before) && !revealed.includes(at);

/**
 * On: from the question to the year itself, from there to the next stop. The last stop stays.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Place}
 */
export function goOn(stops, place) {
  if (isHalted(stops, place)) return {...place, revealed: [...place.revealed, place.at]};
  return goTo(stops, place, place.at + 1);
}

/**
 * Back to the stop before, as it was left.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Place}
 */
export const goBack = (stops, place) => goTo(stops, place, place.at - 1);

/**
 * To a stop by number; what has been revealed stays so.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {number} at
 * @returns {Place}
 */
export const goTo = (stops, place, at) => ({...place, at: Math.min(stops.length - 1, Math.max(0, at))});

/**
 * What the atlas shows at a place: nothing of a stop but its map while the class predicts.
 * @param {Stop[]} stops
 * @param {Place} place
 * @returns {Pick<State, 'day' | 'view' | 'layers' | 'focus' | 'told' | 'draft' | 'solo' | 'country'>}
 */
export function stateOf(stops, place) {
  const stop = stops[place.at];
  const halted = isHalted(stops, place);
  return {
    day: (halted ? stop.day_before : null) ?? stop.day,
    view: stop.view,
    layers: stop.layers.join(','),
    focus: halted ? [] : stop.focus,
    told: halted ? null : stop.statement || null,
    draft: halted ? null : stop.draft || null,
    solo: halted ? null : stop.solo || null,
    country: halted ? null : stop.country || null,
  };
}
