// The keys of the atlas: what each act does, and when a key is ours.

import {actOf, placeOf} from './core/keys.mjs';

// What cannot answer an open question.
const ALLOWED_BEFORE_AN_ANSWER = new Set(['walkBack', 'walkOn', 'openCard', 'help', 'close', 'fullScreen']);

/**
 * What the acts of `core/keys.mjs` do.
 * @param {{root: any, facts: any, store: any, moves: any, player: {toggle: () => void}, help: any, menu: any, stage: () => any,
 *   views: string[], openView: (name: string) => void, onUnit: (id: string) => void, closeCard: () => void}} of
 * @returns {Record<string, () => void>}
 */
export function createActs({root, facts, store, moves, player, help, menu, stage, views, openView, onUnit, closeCard}) {
  return {
    yearBack: () => moves.stepBy(-1),
    yearOn: () => moves.stepBy(1),
    tenOn: () => moves.stepBy(10),
    tenBack: () => moves.stepBy(-10),
    firstYear: () => moves.stepToYear(facts.first),
    lastYear: () => moves.stepToYear(facts.last),
    previousChange: () => moves.toChange(-1),
    nextChange: () => moves.toChange(1),
    play: player.toggle,
    walkBack: () => stage().walk(-1),
    walkOn: () => stage().walk(1),
    openCard() {
      const unit = stage().walkedUnit();
      if (unit) onUnit(unit);
    },
    help: help.toggle,
    close() {
      if (help.isOpen()) return help.close();
      if (menu.isOpen()) return menu.close();
      if (!store.get().country && !store.get().statement) return store.set({solo: null});
      return closeCard();
    },
    ...Object.fromEntries(views.map((name, i) => [`view${i + 1}`, () => openView(name)])),
    fullScreen: () =>
      document.fullscreenElement
        ? document.exitFullscreen()
        : (root.requestFullscreen ?? document.documentElement.requestFullscreen).call(root),
  };
}

/** Whether a key was typed here: one typed in another part of the page (a menu, a field) is not ours. */
const isOurs = (path, root) => path.includes(root) || path[0] === document.body || path[0] === document.documentElement;

/**
 * Carry out what keys ask for.
 * @param {{root: any, acts: Record<string, () => void>, help: any, dialogs: {isOpen: () => boolean}[]}} of an open dialog
 *   keeps all keys to itself, the help all but those that close it
 * @returns {() => void} what stops it
 */
export function listenToKeys({root, acts, help, dialogs}) {
  function onKey(event) {
    if (event.defaultPrevented || dialogs.some((dialog) => dialog.isOpen())) return;
    if (help.isOpen() && event.key !== 'Escape' && event.key !== '?') return;
    const path = event.composedPath();
    const act = actOf(event, placeOf(path));
    if (!act || !acts[act] || !isOurs(path, root)) return;
    event.preventDefault();
    if (!root.dataset.mask || ALLOWED_BEFORE_AN_ANSWER.has(act)) acts[act]();
  }
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
