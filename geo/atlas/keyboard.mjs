// The keys of the atlas: what each act does, and when a key is ours.

import {isSwitchedOff} from './choices.mjs';
import {actOf, placeOf} from './core/keys.mjs';
import {toggleFullScreen} from './full_screen.mjs';

/** @import {Announce} from './frame/announcer.mjs' */
/** @import {Core, Ear, Later, Moves, Player, Stage} from './types' */
/** @typedef {{toggle: () => void, close: () => void, isOpen: () => boolean}} Help */

const HEARD = /** @type {const} */ (['readCountry', 'readDay', 'nextAlike', 'previousAlike']);
// What cannot answer an open question.
const ALLOWED_BEFORE_AN_ANSWER = new Set([
  ...['walkLeft', 'walkRight', 'walkUp', 'walkDown', 'openCard', 'help', 'close', 'fullScreen'],
]);

/**
 * What the acts of `core/keys.mjs` do, by name.
 * @param {Pick<Core, 'root' | 'facts' | 't' | 'store'> & {moves: Moves, player: Pick<Player, 'toggle'>, help: Help,
 *   field: {open: () => void}, menu: Pick<Help, 'close' | 'isOpen'>, stage: () => Stage, ear: Later<Ear>,
 *   views: string[], openView: (name: string) => void, onUnit: (id: string) => void, announce: Announce}} of
 * @returns {Map<string, () => void>}
 */
export function createActs({root, facts, t, store, moves, player, help, menu, field, stage, ear, views, ...on}) {
  const {openView, onUnit, announce} = on;
  function openCard() {
    const unit = stage().walker.unit();
    if (unit) onUnit(unit);
  }
  function close() {
    if (help.isOpen()) help.close();
    else if (menu.isOpen()) menu.close();
    else if (!store.get().country && !store.get().statement) store.set({solo: null});
    else moves.close();
  }
  /** @type {[name: string, act: () => void][]} */
  const ofViews = views.map((name, i) => [`view${i + 1}`, () => openView(name)]);
  /** @type {typeof ofViews} */
  const ofEar = HEARD.map((name) => [
    name,
    () => {
      ear.ask().then(
        (known) => known[name](),
        () => announce(t('stage.no_server')),
      );
    },
  ]);
  return new Map([
    ['yearBack', () => moves.stepBy(-1)],
    ['yearOn', () => moves.stepBy(1)],
    ['tenOn', () => moves.stepBy(10)],
    ['tenBack', () => moves.stepBy(-10)],
    ['firstYear', () => moves.stepToYear(facts.first)],
    ['lastYear', () => moves.stepToYear(facts.last)],
    ['previousChange', () => moves.toChange(-1)],
    ['nextChange', () => moves.toChange(1)],
    ['play', player.toggle],
    ['walkLeft', () => stage().walker.walk('left')],
    ['walkRight', () => stage().walker.walk('right')],
    ['walkUp', () => stage().walker.walk('up')],
    ['walkDown', () => stage().walker.walk('down')],
    ...ofEar,
    ['openCard', openCard],
    ['help', help.toggle],
    ['search', field.open],
    ['close', close],
    ...ofViews,
    ['fullScreen', () => toggleFullScreen(root)],
  ]);
}

/**
 * Whether a key was typed here: one typed in another part of the page (a menu, a field) is not ours. One that nothing
 * has the focus for is, unless the atlas is only a part of a page, which such a key scrolls.
 * @param {EventTarget[]} path
 * @param {HTMLElement} root
 * @param {boolean} isPart
 */
const isOurs = ([at, ...around], root, isPart) =>
  at === root || around.includes(root) || (!isPart && (at === document.body || at === document.documentElement));

/**
 * Carry out what keys ask for.
 * @param {{root: HTMLElement, acts: Map<string, () => void>, help: Help, dialogs: {isOpen: () => boolean}[], isPart:
 *   boolean}} of an open dialog keeps all keys to itself, the help all but those that close it; `isPart` tells that
 *   more than the atlas is on the page
 * @returns {() => void} what stops it
 */
export function listenToKeys({root, acts, help, dialogs, isPart}) {
  function onKey(/** @type {KeyboardEvent} */ event) {
    if (event.defaultPrevented || isSwitchedOff(event) || dialogs.some((dialog) => dialog.isOpen())) return;
    if (help.isOpen() && event.key !== 'Escape' && event.key !== '?') return;
    const path = event.composedPath();
    const name = actOf(event, placeOf(path));
    const act = name && acts.get(name);
    if (!act || !isOurs(path, root, isPart)) return;
    event.preventDefault();
    if (!root.dataset.mask || ALLOWED_BEFORE_AN_ANSWER.has(name)) act();
  }
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
