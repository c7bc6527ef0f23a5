// What the step from one day to another sounds like. Pure: the number of members is the pitch, a semitone each; whoever
// joins is a note, from west to east, and whoever is a member no longer a note down.

/** @import {IndexedFacts} from '../types' */
/**
 * A note: when it begins and how long it is heard, in seconds; its pitch; where it stands from left (-1) to right (1);
 * how loud it is at most.
 * @typedef {{at: number, seconds: number, hz: number, pan: number, gain: number}} Note
 */

const NOBODY_HZ = 110; // twelve members are an octave above it
const SEMITONES = 12;
const APART_S = 0.11;
const LONGEST_S = 0.9; // of all notes together, from the first to the last
const NOTE_S = 0.3;
const GAIN = 0.04;
const QUIET = 0.025; // of a year in which nobody joined
const [MIDDLE, REACH] = [10, 40]; // degrees east, and how far from there a note stands at the edge
const EDGE = 0.8;

const hzOf = (/** @type {number} */ members) => NOBODY_HZ * 2 ** (members / SEMITONES);
const panOf = (/** @type {number} */ longitude) => EDGE * Math.max(-1, Math.min(1, (longitude - MIDDLE) / REACH));

/**
 * The members on a day, from west to east; land that shares the status of a member is none.
 * @param {IndexedFacts} facts
 * @param {Record<string, number>} longitudes
 * @param {number} day
 */
const membersOn = (facts, longitudes, day) =>
  [...facts.units.values()]
    .filter(({kind, on}) => kind === 'country' && facts.isMember(on(day).status) && !on(day).relation)
    .map(({id}) => id)
    .sort((a, b) => longitudes[a] - longitudes[b]);

/**
 * The notes of a step.
 * @param {IndexedFacts} facts
 * @param {Record<string, number>} longitudes of the units, in degrees east
 * @param {number} from
 * @param {number} to
 * @returns {Note[]}
 */
export function notesOf(facts, longitudes, from, to) {
  const [before, now] = [membersOn(facts, longitudes, from), membersOn(facts, longitudes, to)];
  const gone = before.filter((id) => !now.includes(id)).reverse();
  const come = now.filter((id) => !before.includes(id));
  const steps = [...gone.map((id) => ({id, by: -1})), ...come.map((id) => ({id, by: 1}))];
  if (!steps.length) return [{at: 0, seconds: NOTE_S, hz: hzOf(now.length), pan: 0, gain: QUIET}];
  const apart = Math.min(APART_S, LONGEST_S / steps.length);
  let members = before.length;
  return steps.map(({id, by}, i) => {
    members += by;
    return {at: i * apart, seconds: NOTE_S, hz: hzOf(members), pan: panOf(longitudes[id]), gain: GAIN};
  });
}
