// A stage laid out for a picture: as wide and high as the picture wants it, and with nothing over it.

import {h} from './dom.mjs';

/** @import {Listed} from './core/name_numbers.mjs' */
/** @import {Stage, State} from './types' */

/**
 * Lay a view out anew for as long as `copy(stage, listed)` takes, and give what it gives; `listed` are the names that
 * stand on it as numbers, which the page's own list hears nothing of.
 * @template Copy
 * @param {{root: HTMLElement, stage: Stage, like: Stage, state: State, size: {width: number, height: number}, font:
 *   string}} of `stage` is a new one, to be laid out `like` the one on the page
 * @param {(stage: Stage, listed: Listed[]) => Copy} copy
 * @returns {Copy}
 */
export function withPictureStage({root, stage, like, state, size, font}, copy) {
  const style = {
    position: 'fixed',
    left: `${-2 * size.width}px`,
    width: `${size.width}px`,
    height: `${size.height}px`,
    'container-type': 'size', // a stage ends where its drawing does, by the size of its place
    'font-family': font,
    '--px': '1px',
  };
  const place = h('div', {inert: true, style}, stage.element);
  let listed = /** @type {Listed[]} */ ([]);
  place.addEventListener('numbered', (event) => {
    event.stopPropagation();
    listed = /** @type {CustomEvent<Listed[]>} */ (event).detail;
  });
  root.append(place);
  try {
    stage.resize(size);
    if (!like.camera.isHome()) stage.camera.showFrame(like.camera.frame());
    stage.paint(state, null);
    return copy(stage, listed);
  } finally {
    stage.stop();
    place.remove();
  }
}
