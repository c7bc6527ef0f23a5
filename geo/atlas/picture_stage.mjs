// A stage laid out for a picture: as wide and high as the picture wants it, and with nothing over it.

import {h} from './dom.mjs';

/** @import {Stage, State} from './types' */

/**
 * Lay a view out anew for as long as `copy(stage)` takes, and give what it gives.
 * @template Copy
 * @param {{root: HTMLElement, stage: Stage, like: Stage, state: State, size: {width: number, height: number}, font:
 *   string}} of `stage` is a new one, to be laid out `like` the one on the page
 * @param {(stage: Stage) => Copy} copy
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
  root.append(place);
  try {
    stage.resize(size);
    if (!like.camera.isHome()) stage.camera.showFrame(like.camera.frame());
    stage.paint(state, null);
    return copy(stage);
  } finally {
    stage.stop();
    place.remove();
  }
}
