// Where the map is and how large: arithmetic of the camera. Screen = view * k + (x, y).

/** @typedef {{k: number, x: number, y: number}} Camera */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Frame x, y, width, height in units of the view */

/** @typedef {readonly [x: number, y: number, zoom: number]} At the point in the middle, and times the home scale */

const MOST = 14; // times the home scale; geo/lesson/lesson.py has the same
const TALLER = 1.1; // a phone held upright is taller than what is drawn: there the frame gives way at its sides

/**
 * A point of the view on the screen.
 * @param {Camera} camera
 * @param {readonly number[]} point more numbers than two are of no account
 * @returns {Point}
 */
export const onScreen = ({k, x, y}, [vx, vy]) => [vx * k + x, vy * k + y];

/**
 * The camera that shows the whole of a frame in the middle of the stage, or of what is free of it below `top` px.
 * @param {Frame} frame
 * @param {Size} size
 * @returns {Camera}
 */
export function fitFrame([x, y, w, h], {width, height}, top = 0) {
  const free = height - top;
  const k = Math.min(width / w, free / h);
  return {k, x: width / 2 - (x + w / 2) * k, y: top + free / 2 - (y + h / 2) * k};
}

const MOST_COVERED = 1 / 5; // of a stage's height; a view that gave way to more would be too small to read

/**
 * How much of a stage, from above, lies under what covers most of its upper edge, in px: on a narrow one a row of tools
 * would hide the subject of a view. 0 where that is more than the view can do without.
 * @param {{x: number, y: number, w: number, h: number}[]} covered
 * @param {Size} size
 */
export const coveredTop = (covered, {width, height}) =>
  Math.max(0, ...covered.filter(({y, w, h}) => y <= 0 && 2 * w > width && h <= MOST_COVERED * height).map(({h}) => h));

/**
 * The camera that shows the frame, as much of it as a stage can that the drawn extent fills.
 * @param {Frame} frame
 * @param {Size} extent
 * @param {Size} size
 * @returns {Camera}
 */
export function fillFrame(frame, extent, size, top = 0) {
  const fitted = fitFrame(frame, size, top);
  const least = Math.max(size.width / extent.width, size.height / extent.height);
  return least > fitted.k ? zoomAt(fitted, least / fitted.k, [size.width / 2, size.height / 2]) : fitted;
}

/**
 * How wide a stage may be for its height, and how high for its width, so that the drawn extent fills it while it shows
 * the whole frame, or nearly.
 * @param {Size} extent
 * @param {Frame} frame
 */
export const stageLimits = ({width, height}, [, , w, h]) => ({widest: width / h, tallest: (TALLER * height) / w});

/**
 * What a stage shows.
 * @param {Camera} camera
 * @param {Size} size
 * @returns {Frame}
 */
export const frameOf = ({k, x, y}, {width, height}) => [-x / k, -y / k, width / k, height / k];

/**
 * Zoom by a factor with the point under the hand fixed.
 * @param {Camera} camera
 * @param {number} factor
 * @param {Point} point
 * @returns {Camera}
 */
export function zoomAt(camera, factor, [px, py]) {
  const k = camera.k * factor;
  return {k, x: px - (px - camera.x) * factor, y: py - (py - camera.y) * factor};
}

/**
 * Move the map under a hand that has moved.
 * @param {Camera} camera
 * @param {Point} from
 * @param {Point} to
 * @returns {Camera}
 */
export const panBy = ({k, x, y}, from, to) => ({k, x: x + to[0] - from[0], y: y + to[1] - from[1]});

/**
 * Keep the scale within bounds, and the drawn extent over all of the stage or, where it is the smaller, all of it on
 * the stage.
 * @param {Camera} camera
 * @param {Size} extent
 * @param {Size} size
 * @param {Camera} home
 * @returns {Camera}
 */
export function clampCamera(camera, extent, size, home) {
  const least = Math.min(home.k, Math.max(size.width / extent.width, size.height / extent.height));
  const k = Math.min(home.k * MOST, Math.max(least, camera.k));
  const held = k === camera.k ? camera : zoomAt(camera, k / camera.k, [size.width / 2, size.height / 2]);
  const hold = (/** @type {number} */ at, /** @type {number} */ length, /** @type {number} */ room) =>
    Math.min(Math.max(0, room - length), Math.max(Math.min(0, room - length), at));
  return {k, x: hold(held.x, extent.width * k, size.width), y: hold(held.y, extent.height * k, size.height)};
}

/**
 * The camera after a stage changed its size: the same middle, as much larger than home as before.
 * @param {{camera: Camera, home: Camera, size: Size}} before
 * @param {{home: Camera, size: Size}} after
 * @returns {Camera}
 */
export const keepMiddle = ({camera, home, size}, after) =>
  cameraAt(placeOf(camera, home, size), after.home, after.size);

/**
 * Where a camera is, whatever the size of its stage.
 * @param {Camera} camera
 * @param {Camera} home
 * @param {Size} size
 * @returns {At}
 */
export const placeOf = ({k, x, y}, home, {width, height}) => [(width / 2 - x) / k, (height / 2 - y) / k, k / home.k];

/**
 * The camera that is at a place.
 * @param {At} at
 * @param {Camera} home
 * @param {Size} size
 * @returns {Camera}
 */
export function cameraAt([mx, my, zoom], home, {width, height}) {
  const k = home.k * zoom;
  return {k, x: width / 2 - mx * k, y: height / 2 - my * k};
}

/**
 * The least move that brings a point of the view onto the stage; the camera itself where the point is on it.
 * @param {Camera} camera
 * @param {readonly number[]} point
 * @param {Size} size
 * @param {number} margin px to the edge of the stage
 * @returns {Camera}
 */
export function bringOnStage(camera, point, {width, height}, margin) {
  const [x, y] = onScreen(camera, point);
  const to = [
    x < margin ? margin : x > width - margin ? width - margin : x,
    y < margin ? margin : y > height - margin ? height - margin : y,
  ];
  return to[0] === x && to[1] === y ? camera : panBy(camera, [x, y], /** @type {Point} */ (to));
}

/**
 * What a picture drawn for one camera leaves bare of the stage under another: the widest strip, as a part of the
 * stage's side.
 * @param {Camera} drawn
 * @param {Camera} camera
 * @param {Size} size
 * @returns {number}
 */
export function bareStrip(drawn, camera, {width, height}) {
  const r = camera.k / drawn.k;
  const side = (/** @type {number} */ at, /** @type {number} */ was, /** @type {number} */ length) =>
    Math.max(at - was * r, length - (at - was * r + length * r), 0) / length;
  return Math.max(side(camera.x, drawn.x, width), side(camera.y, drawn.y, height));
}

const [SMALL_PX, SMALLEST] = [680, 0.78]; // a stage less wide has smaller signs, down to this

/**
 * How large the signs of statements are: on a small stage they would cover what they stand on.
 * @param {Size} size
 */
export const signScale = (size) => deskScale(size) * Math.max(SMALLEST, Math.min(1, size.width / SMALL_PX));

/**
 * How much larger than on a desk's screen lines and signs are on a stage as wide as this.
 * @param {Size} size
 */
export const deskScale = ({width}) => Math.max(1, Math.min(2.2, width / 1500));
