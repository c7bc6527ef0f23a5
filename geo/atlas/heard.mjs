// What is fetched for those who hear the atlas: the ear, which reads it out, and the sound of its years.

import {chosen, isChosenNow} from './choices.mjs';
import {createLate} from './core/late.mjs';

/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Core, LoadEar, LoadSound, Stage} from './types' */

/** Whether the reader asked for little to be fetched. */
const isSparing = () =>
  matchMedia('(prefers-reduced-data: reduce)').matches ||
  Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);

/**
 * Let the steps through the years sound, for those who switched it on.
 * @param {Pick<Core, 'root' | 'facts' | 'store'> & {loadSound: LoadSound}} of
 */
function listenForSound({root, facts, store, loadSound}) {
  const sound = createLate(async () => {
    const [{createSound}, data] = await loadSound();
    return createSound({facts, data});
  });
  store.listen(({day}, before, how) => {
    if (day === before.day || (how !== 'play' && how !== 'step') || chosen('sound') !== 'on') return;
    if (root.dataset.mask || (isSparing() && !isChosenNow('sound'))) return;
    sound.ask().then(
      ({play}) => play(before.day, day),
      () => {},
    );
  });
}

/**
 * The ear, fetched when the map has the focus, if not before; the sound follows the years by itself.
 * @param {Core & {loadEar: LoadEar, loadSound: LoadSound, stage: () => Stage, announce: Announce,
 *   search: () => void}} of
 */
export function createHeard({loadEar, loadSound, ...of}) {
  const ear = createLate(async () => {
    const [{createEar}, data] = await loadEar();
    return createEar({...of, chosen, data});
  });
  of.root.addEventListener('focusin', ({target}) => {
    if (target instanceof Element && target.matches('.stage')) ear.ask().catch(() => {});
  });
  listenForSound({...of, loadSound});
  return ear;
}
