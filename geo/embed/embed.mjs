// The map alone, for a page of somebody else: it fills its frame, asks nothing of the memory of the browser, and leads
// to the full atlas at what it shows.

import {createAtlas} from '../atlas/atlas.mjs';
import {h} from '../atlas/dom.mjs';
import {createEar} from '../atlas/ear/ear.mjs';
import {createSound} from '../atlas/ear/sound.mjs';
import {fill, word} from '../atlas/core/words.mjs';
import {OF_ADDRESS} from '../atlas/core/address.mjs';
import {showGoingOn} from '../atlas/goes_on.mjs';
import {optionsOf} from '../atlas/membership.mjs';
import {besideLayers, layOverAsked} from '../atlas/panel/over.mjs';
import {createKeyButton, shutKey} from '../classroom/lesson/key_button.mjs';
import {createStatusKey} from '../classroom/lesson/status_key.mjs';
import {createFiles, followTheme, membershipAsked} from './fetched.mjs';

/** @import {Atlas, LoadEar, LoadSound, RawFacts, Translate} from '../atlas/types' */
/**
 * `base` is where the files lie, `memberships` are those that can be asked for, each with its views, `over` those that
 * can be laid over the map of each.
 * @typedef {{base: string, views: string[], memberships: Record<string, string[]>, over: Record<string, string[]>,
 *   full: string, failed: string, unknown: string, not_over: string, key: string}} Payload
 */

const root = /** @type {HTMLElement} */ (document.querySelector('[data-atlas]'));
/** @type {Payload} */
const payload = JSON.parse(document.getElementById('embed')?.textContent ?? '');
const {base, full, failed} = payload;
const MOST_SHOWN = 80;

followTheme(root);
const {json, load} = createFiles(base);

/**
 * Lay over the map what the address asks for; tell what of it is not there.
 * @param {Atlas} atlas
 * @param {ReturnType<typeof membershipAsked>} told
 */
function followAddress({facts, store, notice}, {id, unknown}) {
  const tell = (/** @type {string} */ sentence, /** @type {string} */ value) =>
    notice(fill(sentence, {value: value.slice(0, MOST_SHOWN)}), OF_ADDRESS);
  if (unknown) tell(payload.unknown, unknown);
  const onNone = (/** @type {string} */ asked) => tell(payload.not_over, asked);
  const offered = besideLayers(payload.over[id], store);
  layOverAsked(location.search, {facts, store, offered, load: json, onNone});
}

async function start() {
  const told = membershipAsked(location.search, payload);
  const {views} = told;
  const wanted = new URLSearchParams(location.search).get('view');
  const first = views.find((name) => name === wanted) ?? views[0];
  // Names are laid out by the width of their letters.
  const typeface = document.fonts.load("16px 'Eastward Sans'").catch(() => {});
  /** @type {[RawFacts, ...any[]]} */
  const [facts, view] = await Promise.all([json(told.facts), load(first), typeface]);
  /** @type {Translate} */
  const t = (key, values) => word(facts.words, key, values);
  const link = h('a', {class: 'full', target: '_blank', rel: 'noopener', href: `./${location.search}`}, full);
  /** @type {LoadEar} */
  const loadEar = async () => [{createEar}, await json(told.ear)];
  /** @type {LoadSound} */
  const loadSound = async () => [{createSound}, await json(told.ear)];
  const {membership} = facts;
  const atlas = createAtlas(root, facts, view, {
    views,
    load,
    loadSources: () => json('sources'),
    loadForces: () => json('forces'),
    loadEar,
    loadSound,
    search: location.search,
    keep: (search) => link.setAttribute('href', `./${search}`),
    ...(membership && optionsOf({root, facts: {...facts, membership}, loadEar, loadSound})),
  });
  root.querySelectorAll('.footer button').forEach((button) => button.remove());
  const key = createStatusKey({root, atlas, t});
  addEventListener('resize', () => shutKey(root)); // in another frame it may have its place again
  root.querySelector('.footer')?.append(createKeyButton({root, key: key.element, label: payload.key}), link);
  atlas.store.listen((state) => key.show(state));
  key.show(atlas.store.get());
  root.querySelector('.map-area')?.after(key.element);
  const {element} = key;
  const [parts, edge] = [() => [...element.children], () => element.getBoundingClientRect().bottom];
  showGoingOn({scroller: element, parts, cover: element, edge});
  followAddress(atlas, told);
}

start().catch(() => (root.textContent = failed));
