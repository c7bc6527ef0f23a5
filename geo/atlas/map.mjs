// The map: a stage for each view, the one on the page, and one more for a picture.

import {entry} from './core/lookup.mjs';
import {unitBeside} from './core/pointing.mjs';
import {withPictureStage} from './picture_stage.mjs';
import {createStage} from './stage/stage.mjs';
import {toolsOn} from './tool_room.mjs';
import {createViews} from './views.mjs';

/** @import {At, Size} from './core/camera.mjs' */
/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Box} from './core/name_layout.mjs' */
/** @import {Core, Ear, Later, Stage, View, WithStage} from './types' */
/**
 * @typedef {{large: () => number, covered: ((size: Size) => Box[]) | null}} Room what `createStage`
 *   asks of a desk, a wall or a picture
 */
/**
 * @typedef {Pick<Core, 'root' | 'facts' | 't' | 'store' | 'moves' | 'describe'> & {ear: Later<Ear>, large: () =>
 *   number, announce: Announce, onUnit: (id: string | null) => void}} Around
 */

/**
 * Makes the stage of a view; `large` and `covered` are other for a picture.
 * @param {Around} of
 * @returns {(view: View, more?: Partial<Room>) => Stage}
 */
function createStageMaker({root, facts, t, store, moves, describe, ear, announce, large, onUnit}) {
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
      covered: (size) => (large() ? [] : toolsOn(size, root)),
      describe: {...describe, unit},
      onUnit,
      onStatement: moves.openStatement,
      onForce(at) {
        onUnit(facts.openedBy(facts.forces[at].unit, store.get().day));
        root.querySelector('[data-card] [data-forces]')?.scrollIntoView({block: 'nearest'});
      },
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
