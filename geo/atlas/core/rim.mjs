// The rim of a stage, once around it from its upper left corner, in px. geo/drawing/rim.py has the same rules;
// tests/golden/mark_layout.json holds both to them.

/** @import {Point, Size} from './camera.mjs' */
/** @import {Edge} from './mark_layout.mjs' */

/**
 * How far along the rim the straight way from the middle of a stage to a place beyond it leaves the stage.
 * @param {Point} place
 * @param {Size} size
 */
export function wayOut([x, y], {width, height}) {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const [aside, along] = [width / 2 / Math.abs(dx), height / 2 / Math.abs(dy)];
  const part = Math.min(aside, along);
  const [across, down] = [width / 2 + part * dx, height / 2 + part * dy];
  if (aside <= along) return dx > 0 ? width + down : 2 * width + 2 * height - down;
  return dy < 0 ? across : 2 * width + height - across;
}

/**
 * The edge that lies so far along the rim, and where on it.
 * @param {number} far
 * @param {Size} size
 * @returns {[edge: Edge, at: number]}
 */
export function atRim(far, {width, height}) {
  const around = 2 * (width + height);
  const left = ((far % around) + around) % around;
  if (left < width) return ['top', left];
  if (left < width + height) return ['right', left - width];
  return left < 2 * width + height ? ['bottom', 2 * width + height - left] : ['left', around - left];
}
