// The camera of a stage: where it is, and what moves it.

import {bringOnStage, clampCamera, fillFrame, fitFrame, frameOf, keepMiddle, zoomAt} from '../core/camera.mjs';

/** @import {Camera, Frame, Size} from '../core/camera.mjs' */
/** @import {View} from '../types' */

/**
 * @param {{view: View, onMove: (camera: Camera, size: Size, inHand: boolean) => void}} of
 */
export function createCamera({view, onMove}) {
  /** @type {Size} */
  let size = {width: 1, height: 1};
  let home = fitFrame(view.frame, size);
  let camera = home;
  const extent = {width: view.width, height: view.height};

  function move(/** @type {Camera} */ next, inHand = false) {
    camera = clampCamera(next, extent, size, home);
    onMove(camera, size, inHand);
  }
  return {
    get: () => camera,
    size: () => size,
    move,
    isHome: () => camera.k === home.k && camera.x === home.x && camera.y === home.y,
    home: () => move(home),
    zoom: (/** @type {number} */ factor) => move(zoomAt(camera, factor, [size.width / 2, size.height / 2])),
    frame: () => frameOf(camera, size),
    /** Show the whole of a frame, as `frame` gives one. */
    showFrame: (/** @type {Frame} */ frame) => move(fitFrame(frame, size)),
    /** `inHand` while a hand changes the size. */
    resize(/** @type {Size} */ {width, height}, inHand = false) {
      if (!width || !height || (width === size.width && height === size.height)) return;
      const before = {camera, home, size};
      const atHome = camera === home || Math.abs(camera.k - home.k) < 1e-9;
      size = {width, height};
      const fitted = view.sphere ? fitFrame(view.frame, size) : fillFrame(view.frame, extent, size);
      home = clampCamera(fitted, extent, size, fitted);
      move(atHome ? home : keepMiddle(before, {home, size}), inHand);
    },
    /** Bring a point of the view onto the stage if it is off it. */
    reveal(/** @type {readonly number[]} */ point, margin = 60) {
      const next = bringOnStage(camera, point, size, margin);
      if (next !== camera) move(next);
    },
  };
}
