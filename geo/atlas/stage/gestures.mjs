// Wheel, drag, pinch and double click: a hand that moves the map.

import {pointIn, within} from '../dom.mjs';
import {panBy, zoomAt} from '../core/camera.mjs';

/** @import {Camera, Point} from '../core/camera.mjs' */

const CLICK_PX = 5; // a hand that moves less has clicked
const WHEEL = 0.0016; // of the scale for each px of the wheel,
const PINCH = 0.01; // which a pinch on a touchpad sends in smaller steps,
const MOST = Math.log(1.5); // but a notch with Ctrl in one large one
const DOUBLE = 1.8;
const NOT_THE_MAP = '.chooser, .tip, button';

/**
 * How far apart two fingers are, and the point between them.
 * @param {Point[]} points
 * @returns {{length: number, middle: Point}}
 */
function spread([[ax, ay], [bx, by]]) {
  return {length: Math.hypot(ax - bx, ay - by), middle: [(ax + bx) / 2, (ay + by) / 2]};
}

/**
 * @param {HTMLElement} element
 * @param {{camera: () => Camera, move: (camera: Camera, inHand?: boolean) => void, onPress: () => void,
 *   onClick: (event: PointerEvent) => void}} of `onPress` is a hand laid on the map, `onClick` one that stayed still
 */
export function listenToGestures(element, {camera, move, onPress, onClick}) {
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  let travelled = 0;
  let pinched = false;

  function pinch(/** @type {PointerEvent} */ event) {
    const before = spread([...pointers.values()]);
    pointers.set(event.pointerId, pointIn(element, event));
    const after = spread([...pointers.values()]);
    const zoomed = zoomAt(camera(), after.length / Math.max(1, before.length), before.middle);
    move(panBy(zoomed, before.middle, after.middle), true);
  }
  function drag(/** @type {PointerEvent} */ event, /** @type {Point} */ from) {
    const to = pointIn(element, event);
    travelled += Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (travelled < CLICK_PX) return;
    // Capture only once it is a drag: a captured pointer would make every click land on the stage itself.
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, to);
    element.toggleAttribute('data-panning', true);
    move(panBy(camera(), from, to), true);
  }
  function press(/** @type {PointerEvent} */ event) {
    if (event.button !== 0 || within(event, NOT_THE_MAP)) return;
    onPress();
    pointers.set(event.pointerId, pointIn(element, event));
    if (pointers.size === 1) [travelled, pinched] = [0, false];
    else pinched = true;
  }
  function release(/** @type {PointerEvent} */ event) {
    if (!pointers.delete(event.pointerId)) return;
    element.toggleAttribute('data-panning', false);
    if (event.type === 'pointerup' && travelled < CLICK_PX && !pinched) onClick(event);
  }
  function turnWheel(/** @type {WheelEvent} */ event) {
    if (within(event, '.chooser')) return;
    event.preventDefault();
    const turned = -event.deltaY * (event.ctrlKey ? PINCH : WHEEL);
    const factor = Math.exp(Math.min(MOST, Math.max(-MOST, turned)));
    move(zoomAt(camera(), factor, pointIn(element, event)), true);
  }
  element.addEventListener('wheel', turnWheel, {passive: false});
  element.addEventListener('pointerdown', press);
  element.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    if (pointers.size === 2) pinch(event);
    else drag(event, from);
  });
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('dblclick', (event) => {
    if (!within(event, NOT_THE_MAP)) move(zoomAt(camera(), DOUBLE, pointIn(element, event)));
  });
}
