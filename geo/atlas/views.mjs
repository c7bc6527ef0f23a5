// The views that are drawn, each on a stage of its own, and the one that is on the page.

import {entry} from './core/lookup.mjs';
import {focusBeside} from './dom.mjs';
import {whenIdle} from './idle.mjs';

/** @import {Stage, View} from './types' */

/**
 * @param {{first: View, load: (name: string) => Promise<View>, makeStage: (view: View) => Stage, onMissing: (name:
 *   string) => void}} of `first` is the view that is there
 */
export function createViews({first, load, makeStage, onMissing}) {
  const drawn = new Map([[first.name, {view: first, stage: makeStage(first)}]]);
  let {view, stage} = entry(drawn, first.name);
  let turn = 0; // of asking: the last view asked for is shown, whichever comes first
  async function draw(/** @type {string} */ name) {
    if (drawn.has(name)) return true;
    try {
      const loaded = await load(name);
      if (!drawn.has(name)) drawn.set(name, {view: loaded, stage: makeStage(loaded)});
      return true;
    } catch {
      onMissing(name);
      return false;
    }
  }
  return {
    view: () => view,
    stage: () => stage,
    /** Draw a view, if it is not drawn; true when it is. */
    draw,
    /** The same for one that is to be shown; true when it is drawn and no other was asked for meanwhile. */
    async ask(/** @type {string} */ name) {
      const mine = (turn += 1);
      return (await draw(name)) && mine === turn;
    },
    /** The same for what a stop or a question shows: none that is still awaited comes over it. */
    drawAtOnce(/** @type {string} */ name) {
      turn += 1;
      return draw(name);
    },
    /** Put the stage of a drawn view in the place of the one before. */
    use(/** @type {string} */ name) {
      if (view.name === name) return;
      const before = stage;
      ({view, stage} = entry(drawn, name));
      const isHeld = before.element.contains(focusBeside(before.element));
      before.element.replaceWith(stage.element);
      if (isHeld) stage.element.focus({preventScroll: true});
    },
    stop() {
      for (const each of drawn.values()) each.stage.stop();
    },
  };
}

const QUIET_MS = 3000; // the first picture has the line to itself for so long

/**
 * Fetch one thing after another once the page has been at rest for a while, so that all are there when the server goes.
 * @param {(() => Promise<unknown>)[]} loads
 * @returns {() => void} what stops it
 */
export function fetchWhenQuiet(loads) {
  const fetchNext = (/** @type {(() => Promise<unknown>)[]} */ [load, ...others]) => {
    if (!load) return;
    const goOn = () => fetchNext(others);
    whenIdle(() => load().then(goOn, () => {}));
  };
  const quiet = setTimeout(() => fetchNext(loads), QUIET_MS);
  return () => clearTimeout(quiet);
}
