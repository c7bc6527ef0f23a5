// What is fetched for those who hear the atlas: the ear, which reads it out, and the sound of its years.

import {chosen, isChosenNow} from './choices.mjs';
import {createLate} from './core/late.mjs';

/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Core, LoadEar, LoadSound, Stage} from './types' */

/** Whether the reader asked for little to be fetched. */
const isSparing = () =>
  /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData ||
  matchMedia('(prefers-reduced-data: reduce)').matches;

/**
 * The ear. The sound is heard at steps through the years, by those who switched it on.
 * @param {Core & {loadEar: LoadEar, loadSound: LoadSound, stage: () => Stage, announce: Announce,
 *   search: () => void}} of
 */
export function createHeard({loadEar, loadSound, ...of}) {
  const sound = createLate(() => loadSound().then(([{createSound}, data]) => createSound({...of, data})));
  of.store.listen(({day}, before, how) => {
    if (day === before.day || (how !== 'play' && how !== 'step') || chosen('sound') !== 'on') return;
    if (isChosenNow('sound') || !isSparing())
      sound.ask().then(
        ({play}) => play(before.day, day),
        () => {},
      );
  });
  return createLate(() => loadEar().then(([{createEar}, data]) => createEar({...of, chosen, data})));
}
