// The camera of a stage: where it is, and what moves it.

import {
  bringOnStage,
  cameraAt,
  clampCamera,
  coveredTop,
  fillFrame,
  fitFrame,
  frameOf,
  keepMiddle,
  placeOf,
  zoomAt,
} from '../core/camera.mjs';

/** @import {At, Camera, Frame, Size} from '../core/camera.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {View} from '../types' */

/** @typedef {(camera: Camera, size: Size, inHand: boolean) => void} OnMove */

/** @type {Size} before the stage is on the page */
const UNKNOWN = {width: 1, height: 1};

/** A place as it travels: who reads it sees no difference. */
const rounded = (/** @type {At} */ [x, y, zoom]) =>
  /** @type {At} */ ([Math.round(x), Math.round(y), Math.round(zoom * 100) / 100]);

/**
 * @param {{view: View, covered: ((size: Size) => Box[]) | null, onMove: OnMove}} of `covered` are the boxes of what
 *   lies over the stage: a view is fitted into what they leave free
 */
export function createCamera({view, covered, onMove}) {
  /** @type {Size} */
  let size = UNKNOWN;
  let home = fitFrame(view.frame, size);
  let camera = home;
  const extent = {width: view.width, height: view.height};
  /** @type {At | null} what was asked for before the stage had a size */
  let wanted = null;

  function move(/** @type {Camera} */ next, inHand = false) {
    camera = clampCamera(next, extent, size, home);
    onMove(camera, size, inHand);
  }
  const top = () => coveredTop(covered?.(size) ?? [], size);
  const isHome = () => camera.k === home.k && camera.x === home.x && camera.y === home.y;
  return {
    get: () => camera,
    size: () => size,
    hasSize: () => size !== UNKNOWN,
    move,
    isHome,
    home: () => move(home),
    /** The point in the middle, in whole units, and how much larger than at home it is; null at home. */
    at: () => wanted ?? (isHome() ? null : rounded(placeOf(camera, home, size))),
    /** Go where `at` was told, or home. */
    goTo(/** @type {At | null} */ at) {
      if (size === UNKNOWN) wanted = at;
      else move(at ? cameraAt(at, home, size) : home);
    },
    zoom: (/** @type {number} */ factor) => move(zoomAt(camera, factor, [size.width / 2, size.height / 2])),
    frame: () => frameOf(camera, size),
    /** Show the whole of a frame, as `frame` gives one. */
    showFrame: (/** @type {Frame} */ frame) => move(fitFrame(frame, size, top())),
    /** `inHand` while a hand changes the size. */
    resize(/** @type {Size} */ {width, height}, inHand = false) {
      if (!width || !height || (width === size.width && height === size.height)) return;
      const before = {camera, home, size};
      const atHome = camera === home || Math.abs(camera.k - home.k) < 1e-9;
      size = {width, height};
      const fitted = view.sphere ? fitFrame(view.frame, size, top()) : fillFrame(view.frame, extent, size, top());
      home = clampCamera(fitted, extent, size, fitted);
      const kept = wanted ? cameraAt(wanted, home, size) : keepMiddle(before, {home, size});
      const isHomeNow = atHome && !wanted;
      wanted = null;
      move(isHomeNow ? home : kept, inHand);
    },
    /** Bring a point of the view onto the stage if it is off it. */
    reveal(/** @type {readonly number[]} */ point, margin = 60) {
      const next = bringOnStage(camera, point, size, margin);
      if (next !== camera) move(next);
    },
  };
}
