// The lesson that a page shows: that of its address, or else its own.

import {admitted} from './lesson_gate.mjs';
import {lessonPart, LinkError, unpacked} from './lesson_link.mjs';

/** @import {Held} from '../types' */

const MOST_NAMED = 5;
const LONGEST = 40;

/** Names as a sentence shows them: not too many, none too long. */
const inWords = (/** @type {string[]} */ names) =>
  names
    .slice(0, MOST_NAMED)
    .map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name))
    .join(', ');

/**
 * What the page holds, with the lesson of its address in place of its own, and with what is to be told of that.
 * @param {string} hash
 * @param {Held} held
 * @returns {Promise<Held>}
 */
export async function lessonInHand(hash, held) {
  const part = lessonPart(hash);
  if (!part) return held;
  const {facts, late, around, t} = held;
  try {
    const page = {facts, sources: late.sources, views: around.views, limits: around.limits};
    const {lesson, unknown} = admitted(await unpacked(part), page);
    const told = unknown.length ? [t('link.unknown', {names: inWords(unknown)})] : [];
    return {...held, lesson, told: [...held.told, ...told], isOwn: false};
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return {...held, told: [...held.told, t(`link.${error.name}`)]};
  }
}
