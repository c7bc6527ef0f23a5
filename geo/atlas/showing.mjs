// What a change of the state changes on the page: at once what is cheap, at rest what is not.

import {chosen} from './choices.mjs';
import {createDebounce} from './core/debounce.mjs';
import {saidOfChange, saidOfDay} from './core/said.mjs';
import {mark} from './dom.mjs';
import {createTrail} from './trail.mjs';

/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Sight} from './core/on_map.mjs' */
/** @import {AtlasMap, Core, How, Part, State, TitleBlock, View} from './types' */

const REST_MS = 300; // the slider has come to rest
const LISTS_MS = 60; // lists follow the hand at this distance

/**
 * Schedule what follows the camera; gives what stops it.
 * @param {HTMLElement} root
 * @param {{schedule: () => void}[]} following
 */
function listenToCamera(root, following) {
  const tell = () => following.forEach(({schedule}) => schedule());
  root.addEventListener('camera', tell);
  return () => root.removeEventListener('camera', tell);
}

/**
 * @param {Pick<Core, 'root' | 'facts' | 't' | 'store'> & {views: AtlasMap['views'], titleBlock: TitleBlock, slider:
 *   Pick<Part, 'show'>, menu: Pick<Part, 'show'>, overview: {show: (state: State, view: View) => void, showLists:
 *   (state: State, view: View, sight: Sight) => void}, sheet: {show: (state: State, isFirst: boolean) => void}, table:
 *   Pick<Part, 'show'>, keep: (search: string, isNew?: boolean) => void, hasHistory: boolean, announce: Announce}} of
 */
export function createShowing({
  root,
  facts,
  t,
  store,
  views,
  titleBlock,
  slider,
  menu,
  overview,
  sheet,
  table,
  keep,
  hasHistory,
  announce,
}) {
  const trail = createTrail({facts, store, views, keep, hasHistory});

  let dayReadOut = store.get().day;
  const rest = createDebounce(() => {
    const state = store.get();
    trail.keepNow();
    table.show(state);
    const isTold = root.dataset.mask || root.dataset.toldDay === facts.isoOf(state.day);
    if (state.day !== dayReadOut && !isTold) announce(saidOfDay(facts, t, state, chosen('speech')), 'day');
    dayReadOut = state.day;
  }, REST_MS);
  const lists = createDebounce(() => showLists(), LISTS_MS);
  const stopCamera = listenToCamera(root, [lists, rest]);
  function showLists() {
    lists.cancel();
    const {frame, get} = views.stage().camera;
    overview.showLists(store.get(), views.view(), {frame: frame(), k: get().k});
  }

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const motionOf = (/** @type {How} */ how) => ((how === 'play' || how === 'step') && !calm.matches ? how : null);

  /**
   * `before` and `how` are null for the first picture.
   * @param {State} state
   * @param {State | null} before
   * @param {How} how
   */
  function show(state, before, how) {
    trail.follow(state, before, how);
    mark(root, 'data-motion', motionOf(how));
    views.use(state.view);
    mark(root, 'data-view', state.view);
    mark(root, 'data-patterns', state.patterns || null);
    views.stage().paint(state, how);
    slider.show(state);
    menu.show(state);
    overview.show(state, views.view());
    if (state.view !== before?.view) titleBlock.showView(views.view());
    if (state.day !== before?.day || state.words !== before?.words) {
      mark(root, 'data-year', facts.yearOf(state.day));
      mark(root, 'data-day', facts.isoOf(state.day));
      titleBlock.show(state);
    }
    sheet.show(state, before === null);
    const said = before && !root.dataset.mask ? saidOfChange(facts, t, state, before) : [];
    if (said.length) announce(said);
    // Text that takes layout waits for a breath while the hand moves.
    if (how === 'drag') lists.schedule();
    else showLists();
    rest.schedule();
    if (before && state.country && state.country !== before.country) views.stage().reveal(state.country);
  }
  return {
    show,
    keepState: trail.keepNow,
    arriveAt: trail.arriveAt,
    stop() {
      stopCamera();
      rest.cancel();
      lists.cancel();
    },
  };
}
