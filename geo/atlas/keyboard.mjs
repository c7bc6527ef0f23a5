// The keys of the atlas: what each act does, and when a key is ours.

import {actOf, placeOf} from './core/keys.mjs';

/** @import {Core, Moves, Player, Stage} from './types' */
/** @typedef {{toggle: () => void, close: () => void, isOpen: () => boolean}} Help */

// What cannot answer an open question.
const ALLOWED_BEFORE_AN_ANSWER = new Set(['walkBack', 'walkOn', 'openCard', 'help', 'close', 'fullScreen']);

/**
 * Show `root` on the full screen, or take it from there.
 * @param {HTMLElement} root
 */
export function toggleFullScreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else (root.requestFullscreen ?? document.documentElement.requestFullscreen).call(root);
}

/**
 * What the acts of `core/keys.mjs` do, by name.
 * @param {Pick<Core, 'root' | 'facts' | 'store'> & {moves: Moves, player: Pick<Player, 'toggle'>, help: Help,
 *   field: {open: () => void}, menu: Pick<Help, 'close' | 'isOpen'>, stage: () => Stage, views: string[],
 *   openView: (name: string) => void, onUnit: (id: string) => void, closeCard: () => void}} of
 * @returns {Map<string, () => void>}
 */
export function createActs({
  root,
  facts,
  store,
  moves,
  player,
  help,
  menu,
  field,
  stage,
  views,
  openView,
  onUnit,
  closeCard,
}) {
  function openCard() {
    const unit = stage().walkedUnit();
    if (unit) onUnit(unit);
  }
  function close() {
    if (help.isOpen()) help.close();
    else if (menu.isOpen()) menu.close();
    else if (!store.get().country && !store.get().statement) store.set({solo: null});
    else closeCard();
  }
  /** @type {[name: string, act: () => void][]} */
  const ofViews = views.map((name, i) => [`view${i + 1}`, () => openView(name)]);
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
    ['walkBack', () => stage().walk(-1)],
    ['walkOn', () => stage().walk(1)],
    ['openCard', openCard],
    ['help', help.toggle],
    ['search', field.open],
    ['close', close],
    ...ofViews,
    ['fullScreen', () => toggleFullScreen(root)],
  ]);
}

/**
 * Whether a key was typed here: one typed in another part of the page (a menu, a field) is not ours.
 * @param {EventTarget[]} path
 * @param {HTMLElement} root
 */
const isOurs = (path, root) => path.includes(root) || path[0] === document.body || path[0] === document.documentElement;

/**
 * Carry out what keys ask for.
 * @param {{root: HTMLElement, acts: Map<string, () => void>, help: Help, dialogs: {isOpen: () => boolean}[]}} of an
 *   open dialog keeps all keys to itself, the help all but those that close it
 * @returns {() => void} what stops it
 */
export function listenToKeys({root, acts, help, dialogs}) {
  function onKey(/** @type {KeyboardEvent} */ event) {
    if (event.defaultPrevented || dialogs.some((dialog) => dialog.isOpen())) return;
    if (help.isOpen() && event.key !== 'Escape' && event.key !== '?') return;
    const path = event.composedPath();
    const name = actOf(event, placeOf(path));
    const act = name && acts.get(name);
    if (!act || !isOurs(path, root)) return;
    event.preventDefault();
    if (!root.dataset.mask || ALLOWED_BEFORE_AN_ANSWER.has(name)) act();
  }
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
