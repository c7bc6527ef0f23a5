// The map: a stage for each view, the one on the page, and one more for a picture.

import {entry} from './core/lookup.mjs';
import {unitBeside} from './core/pointing.mjs';
import {withPictureStage} from './picture_stage.mjs';
import {createStage} from './stage/stage.mjs';
import {createViews} from './views.mjs';

/** @import {At, Size} from './core/camera.mjs' */
/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Box} from './core/name_layout.mjs' */
/** @import {Core, Ear, Later, Stage, View, WithStage} from './types' */
/**
 * @typedef {{large: () => number, covered: ((size: Size) => Box[]) | null}} Room what `createStage` asks of a desk, a
 *   wall or a picture
 */
/**
 * @typedef {Pick<Core, 'root' | 'facts' | 't' | 'store' | 'moves' | 'describe'> & {ear: Later<Ear>, large: () =>
 *   number, announce: Announce, onUnit: (id: string | null) => void, onFullScreen: () => void}} Around
 */

const IN_A_ROW_PX = 500; // a less wide map has its tools in a row, beside the menu: look/menu.css
const FOLDED = {width: 320, height: 250}; // a smaller map has one button that brings them out: look/menu.css
// Windows with the search at the map's foot: look/low.css
const LOW = '(max-height: 37.49em) and (min-width: 34.01em) and (max-width: 68.74em)';

/**
 * The boxes of what stands on the map: the menu and the tools, which the widest windows have larger, and the phones of
 * pupils; in low windows the search.
 * @param {Size} size
 * @param {HTMLElement} root
 */
function onMap({width, height}, {dataset}) {
  const corner = {x: width - 50, w: 50, h: 50};
  const search = !dataset.layout && matchMedia(LOW).matches ? [{...corner, y: height - 50}] : [];
  if (height < FOLDED.height || width < FOLDED.width) return [{...corner, y: 0}, ...search];
  const [long, high] = 'phone' in dataset ? [315, 62] : [275, 50];
  if (width < IN_A_ROW_PX) return [{x: width - long, y: 0, w: long, h: high}, ...search];
  const grow = matchMedia('(min-width: 150em)').matches ? 1.45 : 1;
  return [
    {x: width - 250 * grow, y: 0, w: 250 * grow, h: 56 * grow},
    {x: width - 62 * grow, y: 0, w: 62 * grow, h: 172 * grow},
    ...search,
  ];
}

/**
 * Makes the stage of a view; `large` and `covered` are other for a picture.
 * @param {Around} of
 * @returns {(view: View, more?: Partial<Room>) => Stage}
 */
function createStageMaker({root, facts, t, store, moves, describe, ear, announce, large, onUnit, onFullScreen}) {
  const unit = (/** @type {string} */ id) => {
    const {day} = store.get();
    const {mask} = root.dataset;
    if (!mask) return describe.unit(id, day);
    // A question that the rest would answer is open: what the eye is told by colours, the ear is told, too.
    const {status} = entry(facts.units, id).on(day);
    return [facts.nameOn(id, day), mask.includes('status') ? '' : t(`status.${status}.short`)];
  };
  return (view, more = {}) =>
    createStage({
      facts,
      view,
      t,
      large,
      covered: (size) => (large() ? [] : onMap(size, root)),
      describe: {...describe, unit},
      onUnit,
      onStatement: moves.openStatement,
      onForce(at) {
        onUnit(facts.openedBy(facts.forces[at].unit, store.get().day));
        root.querySelector('[data-card] [data-forces]')?.scrollIntoView({block: 'nearest'});
      },
      onFullScreen,
      walking: {
        beside(...asked) {
          ear.ask().catch(() => {});
          return (ear.got()?.beside ?? unitBeside)(...asked);
        },
        onEdge: () => announce(t('stage.edge')),
      },
      onWalk: (id) => announce(unit(id).filter(Boolean).join(': ')),
      ...more,
    });
}

/**
 * The views on their stages; what opens one, and what lays one out for a picture.
 * @param {Around & {firstView: View, at: At | null, load: (name: string) => Promise<View>,
 *   notice: (text: string) => void}} of `at` is the place to begin with
 */
export function createMap({firstView, at, load, notice, ...of}) {
  const {root, t, store, large} = of;
  const makeStage = createStageMaker(of);
  const views = createViews({
    first: firstView,
    load,
    makeStage,
    onMissing: (name) => notice(t('notice.view_not_here', {view: t(`view.${name}`)})),
  });
  views.stage().camera.goTo(at);
  return {
    views,
    async openView(/** @type {string} */ name) {
      if (await views.ask(name)) store.set({view: name});
    },
    /** @type {WithStage} */
    withStage(sizeFor, font, copy) {
      const view = views.view();
      const size = sizeFor(view);
      const stage = makeStage(view, {large: () => (large() ? 1 : 0), covered: () => []});
      return withPictureStage({root, stage, like: views.stage(), state: store.get(), size, font}, copy);
    },
  };
}
