// What a change of the state changes on the page: at once what is cheap, at rest what is not.

import {chosen} from './choices.mjs';
import {createDebounce} from './core/debounce.mjs';
import {createOut} from './core/members_beyond.mjs';
import {saidOfChange, saidOfDay} from './core/said.mjs';
import {mark} from './dom.mjs';
import {createOnceAFrame} from './once_a_frame.mjs';
import {createTrail} from './trail.mjs';

/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Sight} from './core/on_map.mjs' */
/** @import {Out} from './core/members_beyond.mjs' */
/** @import {AtlasMap, Core, How, Part, State, TitleBlock, View} from './types' */
/**
 * @typedef {{show: (state: State, view: View) => void, tellOut: (out: Out) => void, showLists: (state: State,
 *   view: View, sight: Sight, out: Out) => void}} Overview
 */

const REST_MS = 300; // the slider has come to rest
const LISTS_MS = 60; // lists follow the hand at this distance

/**
 * Schedule what follows the camera, and `lists` when other signs come to stand folded; gives what stops it.
 * @param {HTMLElement} root
 * @param {{lists: {schedule: () => void}, rest: {schedule: () => void}}} following
 */
function listenToStage(root, {lists, rest}) {
  const onCamera = () => [lists, rest].forEach(({schedule}) => schedule());
  root.addEventListener('camera', onCamera);
  root.addEventListener('folded', lists.schedule);
  return () => {
    root.removeEventListener('camera', onCamera);
    root.removeEventListener('folded', lists.schedule);
  };
}

/**
 * Tells parts what is out of sight, with the words that follow the day; gives it.
 * @param {Pick<Core, 'facts' | 'store'> & {views: AtlasMap['views'], parts: {tellOut: (out: Out) => void}[]}} of
 */
function createTellOut({facts, store, views, parts}) {
  const outOf = createOut(facts);
  return () => {
    const out = outOf({view: views.view(), day: store.get().day, sight: views.stage().sight()});
    for (const part of parts) part.tellOut(out);
    return out;
  };
}

/**
 * The hooks on the root, which stylesheets and whoever reads the page look for; only what changes is written.
 * @param {HTMLElement} root
 * @param {Core['facts']} facts
 */
function createRootMarks(root, facts) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let moved = /** @type {How} */ (null);
  return (/** @type {State} */ {day, view, patterns}, /** @type {State | null} */ before, /** @type {How} */ how) => {
    const motion = (how === 'play' || how === 'step') && !calm.matches ? how : null;
    if (motion !== moved) mark(root, 'data-motion', (moved = motion));
    if (view !== before?.view) mark(root, 'data-view', view);
    if (patterns !== before?.patterns) mark(root, 'data-patterns', patterns || null);
    if (day === before?.day) return;
    mark(root, 'data-year', facts.yearOf(day));
    root.setAttribute('data-day', facts.isoOf(day));
  };
}

/**
 * @param {Pick<Core, 'root' | 'facts' | 't' | 'store'> & {views: AtlasMap['views'], titleBlock: TitleBlock, slider:
 *   Pick<Part, 'show'>, menu: Pick<Part, 'show'>, overview: Overview, sheet: Pick<Overview, 'show'>, table: Pick<Part,
 *   'show'>, keep: (search: string, isNew?: boolean) => void, hasHistory: boolean, announce: Announce}} of
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
  const tellOut = createTellOut({facts, store, views, parts: [titleBlock, overview]});
  const stopListening = listenToStage(root, {lists, rest});
  function showLists() {
    lists.cancel();
    overview.showLists(store.get(), views.view(), views.stage().sight(), tellOut());
  }

  const markRoot = createRootMarks(root, facts);
  // What stands around the map is written once for all steps that the hand makes within a frame.
  const parts = [slider, menu, overview, sheet];
  const around = createOnceAFrame(() => {
    parts.forEach((part) => part.show(store.get(), views.view()));
    tellOut();
  });

  /**
   * `before` and `how` are null for the first picture.
   * @param {State} state
   * @param {State | null} before
   * @param {How} how
   */
  function show(state, before, how) {
    trail.follow(state, before, how);
    markRoot(state, before, how);
    views.use(state.view);
    const paint = () => views.stage().paint(state, how);
    if (before) paint();
    if (state.view !== before?.view) titleBlock.showView(views.view());
    if (state.day !== before?.day || state.words !== before?.words) titleBlock.show(state);
    if (how === 'drag') around.schedule();
    else around.now();
    if (!before) paint(); // into the room that the words around it leave
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
      stopListening();
      around.cancel();
      rest.cancel();
      lists.cancel();
    },
  };
}
