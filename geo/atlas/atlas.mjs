// The atlas put together: one store, the parts that show it, the keys and the address that move it.

import {keepAddress, keptAddress, listenToHistory} from './address_bar.mjs';
import {chosen} from './choices.mjs';
import {OF_ADDRESS} from './core/address.mjs';
import {createDescriptions} from './core/describe.mjs';
import {indexFacts} from './core/facts.mjs';
import {addressed, firstState} from './core/first_state.mjs';
import {createLate} from './core/late.mjs';
import {createMoves} from './core/moves.mjs';
import {createPlayer} from './core/player.mjs';
import {createSources} from './core/sources.mjs';
import {createStore} from './core/store.mjs';
import {longDate, word} from './core/words.mjs';
import {mark} from './dom.mjs';
import {createAnnouncer} from './frame/announcer.mjs';
import {createNotices} from './frame/notices.mjs';
import {createTitleBlock} from './frame/title_block.mjs';
import {createForceDetails} from './core/forces.mjs';
import {createForceSigns} from './force_sign.mjs';
import {createGlyphs} from './glyph.mjs';
import {createHeard} from './heard.mjs';
import {createActs, listenToKeys} from './keyboard.mjs';
import {createMap} from './map.mjs';
import {createPage} from './page.mjs';
import {listenToPointed} from './pointed.mjs';
import {fetchWhenQuiet} from './views.mjs';

/** @import {Arrival, Core, ForceDetails, GiveAway, KeyRow, LoadEar, LoadLate, LoadSearch, LoadSound} from './types' */
/** @import {LoadChoices, Own, RawFacts, Source, State, Translate, View} from './types' */

const nowhere = () => Promise.reject(new Error('there is nowhere to fetch it from'));

/**
 * What all parts share: the facts and their words, the state, and what moves it.
 * @param {HTMLElement} root
 * @param {RawFacts} rawFacts
 * @param {View} firstView
 * @param {{views: string[], search: string, loadSources: () => Promise<Record<string, Source>>,
 *   loadForces: () => Promise<ForceDetails>, own: Own}} more
 */
function createCore(root, rawFacts, firstView, {views, search, loadSources, loadForces, own}) {
  const signs = {...createGlyphs(rawFacts), ...createForceSigns(rawFacts)};
  const late = {...createSources(loadSources), ...createForceDetails(loadForces)};
  const facts = {...indexFacts(rawFacts), ...signs, ...late, ...own};
  /** @type {Translate} */
  const t = (key, values) => word(facts.words, key, values);
  const {state, at, dropped} = firstState(search, {facts, views, view: firstView.name});
  if (chosen('patterns')) state.patterns = true;
  const store = createStore(state);
  const player = createPlayer({facts, store});
  const moves = createMoves({facts, store, player});
  return {core: {root, facts, t, store, player, moves, describe: createDescriptions({facts, t})}, at, dropped};
}

/**
 * The view that is shown, where its camera is, and the part of it in sight.
 * @param {ReturnType<typeof createMap>['views']} views
 */
function inSightOf(views) {
  const {camera, sight} = views.stage();
  return {view: views.view(), at: camera.at(), sight: sight()};
}

/**
 * What shows a state that is not the reader's next step, its view included, and what goes back to that of an address.
 * @param {Pick<Core, 'root' | 'facts' | 'store' | 'player'> & {views: ReturnType<typeof createMap>['views'],
 *   names: string[], showing: {arriveAt: (state: Partial<State>) => void}}} of
 */
function createArrivals({root, facts, store, player, views, names, showing}) {
  const lookAt = (/** @type {Arrival['camera']} */ at = null) => views.stage().camera.goTo(at);
  async function show(/** @type {Arrival} */ {camera, ...state}) {
    player.stop();
    if (!(await views.ask(state.view))) return;
    showing.arriveAt(state);
    store.set(state, 'step');
    if (camera !== undefined) lookAt(camera);
  }
  return {
    show,
    lookAt,
    async goBack(/** @type {string} */ address) {
      const hadCard = root.dataset.open;
      const {state, at} = addressed(address, {facts, views: names});
      await show({...state, camera: at});
      // The card that had the focus is gone.
      if (hadCard && !root.dataset.open) views.stage().element.focus({preventScroll: true});
    },
  };
}

/**
 * What is fetched when the page is at rest, in this order.
 * @param {Pick<Core, 'facts'> & {ear: ReturnType<typeof createHeard>, otherViews: (() => Promise<View>)[],
 *   loadLate: LoadLate, loadSearch: LoadSearch | null, menu: {askChoice: () => Promise<void>}}} of
 */
const atRest = ({facts, ear, otherViews, loadLate, loadSearch, menu}) => [
  facts.readSources,
  () => ear.ask().catch(() => {}),
  ...otherViews,
  facts.askForces,
  loadLate,
  ...(loadSearch ? [loadSearch] : []),
  menu.askChoice,
];

/** The day of a state as it travels: `day` as 2008-04-03, else the end of `year`. */
const dayIn =
  (/** @type {Core['facts']} */ facts) =>
  (/** @type {{day?: string, year: number}} */ {day, year}) =>
    day ? facts.numberOf(day) : facts.yearEnd(year);

const MOST_TOLD = 8;
const LONGEST_SHOWN = 80;

/**
 * Tell what of the address is not there.
 * @param {ReturnType<typeof firstState>['dropped']} dropped
 * @param {Pick<Core, 'facts' | 't'>} core
 * @param {(text: string, about: string) => void} notice
 */
function tellDropped(dropped, {facts, t}, notice) {
  const ends = {first: facts.first, last: facts.last, as_of: longDate(facts.as_of)};
  for (const {name, value} of dropped.slice(0, MOST_TOLD)) {
    const cut = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN - 1)}…` : value;
    notice(t(`notice.unknown_${name}`, {value: cut, ...ends}), OF_ADDRESS);
  }
}

/**
 * What puts away what was said of the address; each step of the reader's does. What comes by itself is none, such as
 * the first stop of a lesson, or what an address lays over the map.
 * @param {Core['store']} store
 * @param {ReturnType<typeof createNotices>} notices
 */
function forgetterOf(store, notices) {
  const forget = () => notices.clear(OF_ADDRESS);
  store.listen(({over}, before) => over === before.over && navigator.userActivation?.hasBeenActive && forget());
  return forget;
}

/**
 * Build the atlas into `root` with its first view. `views` names all there are, in the order of their keys;
 * `load(name)` promises one, `loadSources()` the sources, `loadForces()` what is told of forces, `loadLate()` the parts
 * that few ask for, `loadSearch()` what the search knows (without it there is none), `loadEar()` what reads the map
 * out, `loadSound()` what plays the years, `loadChoices()` the memberships to choose from. `own` is what one of them
 * has beside NATO. `search` is the address to begin with, `keep(search)` takes the address of each state at rest,
 * `large()` gives the size of a pixel of a layout of 1,080 lines where names and marks are to be as large as there,
 * else 0; `keys` are more rows for the sheet of keys; `takeUnit(id)` may take a click on a country before its card
 * does; `take` is a button that gives the view away; `greets` tells who comes for the first time what to try. Gives the
 * store, the facts and what moves both.
 * @param {HTMLElement} root
 * @param {RawFacts} rawFacts
 * @param {View} firstView
 * @param {{views?: string[], load?: (name: string) => Promise<View>,
 *   loadSources?: () => Promise<Record<string, Source>>, loadForces?: () => Promise<ForceDetails>,
 *   loadLate?: LoadLate, loadSearch?: LoadSearch | null, loadEar?: LoadEar, loadSound?: LoadSound, search?: string,
 *   keep?: (search: string, isNew?: boolean) => void, large?: () => number, keys?: KeyRow[],
 *   takeUnit?: (id: string | null) => boolean, take?: GiveAway | null, greets?: boolean, loadChoices?: LoadChoices,
 *   own?: Own}} [options]
 */
export function createAtlas(
  root,
  rawFacts,
  firstView,
  {
    views: names = [firstView.name],
    load = async () => firstView,
    loadSources = async () => ({}),
    loadForces = nowhere,
    loadLate = nowhere,
    loadSearch = null,
    loadEar = nowhere,
    loadSound = nowhere,
    search = keptAddress(),
    keep = keepAddress,
    large = () => 0,
    keys = [],
    takeUnit = () => false,
    take = null,
    greets = false,
    loadChoices = nowhere,
    own = {},
  } = {},
) {
  const begun = {views: names, search, loadSources, loadForces, own};
  const {core, at, dropped} = createCore(root, rawFacts, firstView, begun);
  const {facts, t, store, player, moves} = core;
  const announcer = createAnnouncer();
  const {announce} = announcer;
  const notices = createNotices({t, announce});
  const titleBlock = createTitleBlock({root, facts, t, isPart: Boolean(take), onYearEnd: moves.toYearEnd});
  const onUnit = (/** @type {string | null} */ id) => takeUnit(id) || (id ? moves.openCountry(id) : moves.close());
  const notice = notices.add;
  const heard = {loadEar, loadSound, stage: () => views.stage(), search: () => field.open()};
  const ear = createHeard({...core, ...heard, announce});
  const map = createMap({...core, ear, firstView, at, load, large, notice, announce, onUnit});
  const {views, openView} = map;
  const parts = {loadLate: createLate(loadLate).ask, loadSearch: loadSearch && createLate(loadSearch).ask};
  const asked = {names, keys, keep, hasHistory: keep === keepAddress, take, greets, loadChoices, ...parts};
  const page = createPage({...core, ...asked, map, titleBlock, notices, announcer});
  const {menu, help, field, dialogs, showing, footer} = page;
  const acted = {help, menu, field, stage: views.stage, ear, views: names, openView, onUnit, announce};
  const acts = createActs({...core, ...acted});
  if (!loadSearch) acts.delete('search');
  const arrivals = createArrivals({...core, views, names, showing});
  const stopHistory = asked.hasHistory ? listenToHistory(arrivals.goBack) : () => {};

  store.listen(showing.show);
  showing.show(store.get(), null, null);
  tellDropped(dropped, core, notice);
  mark(root, 'data-ready', 'true');
  listenToPointed(root, (id) => views.stage().point(id));
  const stopKeys = listenToKeys({root, acts, help, dialogs, isPart: Boolean(take)});
  const otherViews = names.filter((name) => name !== firstView.name).map((name) => () => load(name));
  const stopFetching = fetchWhenQuiet(atRest({facts, ear, otherViews, ...parts, menu}));

  return {
    ...arrivals,
    dayOf: dayIn(facts),
    store,
    facts,
    t,
    notice,
    forgetAddress: forgetterOf(store, notices),
    announce,
    drawView: views.drawAtOnce,
    drawAhead: views.draw,
    inSight: () => inSightOf(views),
    openView,
    openCountry: moves.openCountry,
    openStatement: moves.openStatement,
    close: moves.close,
    serverGone: footer.serverGone,
    stop() {
      for (const stop of [player.stop, page.stop, showing.stop, views.stop, stopFetching, stopKeys, stopHistory])
        stop();
    },
  };
}
