// The atlas as a class sees it: all views at hand, and as large as the back row needs it.

import {createAtlas} from '../atlas/atlas.mjs';
import {createEar} from '../atlas/ear/ear.mjs';
import {createSound} from '../atlas/ear/sound.mjs';
import {whenIdle} from '../atlas/idle.mjs';
import {late as lateParts} from '../atlas/late.mjs';
import {stretches} from '../atlas/membership.mjs';
import {createFiles} from '../embed/fetched.mjs';

/** @import {KeyRow, RawFacts, View} from '../atlas/types' */
/** @import {Around, Atlas, LateData} from './types' */

// The layout for a class is measured in the lines of such a screen, or its columns where it is narrower.
const [COLUMNS, LINES] = [1850, 1080];
const NARROW = '(max-width: 43.75em), (max-height: 32.5em)';

/**
 * The atlas with its first view; those that stops ask for and `views` has not are fetched. `onAddress(search)` gets the
 * address of each state at rest, `takeUnit(id)` may take a click on a country before its card does.
 * @param {HTMLElement} root
 * @param {{facts: RawFacts, late: LateData, views: Map<string, View>, around: Around,
 *   asked: string[], firstView: View,
 *   search: string, keys: KeyRow[], isOnWall: () => boolean, onAddress: (search: string) => void,
 *   takeUnit: (id: string | null) => boolean}} options
 * @returns {Atlas}
 */
export function createClassAtlas(
  root,
  {facts, late, views, around, asked, firstView, search, keys, isOnWall, ...more},
) {
  const {onAddress, takeUnit} = more;
  const narrow = matchMedia(NARROW);
  const {load} = createFiles(around.base);
  const pixel = () => Math.min(innerHeight / LINES, innerWidth / COLUMNS);
  return createAtlas(root, facts, firstView, {
    views: around.views.filter((name) => views.has(name) || asked.includes(name)),
    load: async (name) => views.get(name) ?? load(name),
    loadSources: async () => late.sources,
    loadForces: async () => late.forces,
    loadLate: async () => lateParts,
    loadSearch: async () => late.searchData,
    loadEar: async () => [{createEar}, late.earData],
    loadSound: async () => [{createSound}, late.earData],
    search,
    keep: onAddress,
    large: () => (isOnWall() && !narrow.matches ? pixel() : 0),
    takeUnit,
    keys,
    ...(facts.membership && {own: {stretches}}),
  });
}

/**
 * Draw each view before its stop comes, so that a stop changes at once.
 * @param {Atlas} atlas
 * @param {string[]} names
 */
export function drawWhenIdle(atlas, names) {
  /** @param {string[]} waiting */
  const drawNext = (waiting) =>
    waiting.length && whenIdle(() => atlas.drawAhead(waiting[0]).then(() => drawNext(waiting.slice(1))));
  drawNext(names);
}
