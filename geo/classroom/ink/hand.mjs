// The hand that draws: mouse, pen or finger on a sheet, which keeps them from the map beneath.

import {pointAt, whole, withPoint} from './strokes.mjs';

/** @import {Frame} from '../../atlas/core/camera.mjs' */
/** @import {Stroke} from '../types' */

const LEAST_PX = 2.5; // what is nearer to the last point says nothing more
const KEPT_FROM_THE_MAP = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'dblclick'];

/**
 * Listen on a sheet. `pen()` names the pen in the hand, null for none; `frame()` is what is in sight; `onDraft(stroke)`
 * gets the stroke as it grows, null where it was let go; `onStroke(stroke)` a whole one.
 * @param {SVGSVGElement} sheet
 * @param {{pen: () => string | null, frame: () => Frame, onDraft: (stroke: Stroke | null) => void,
 *   onStroke: (stroke: Stroke) => void}} options
 */
export function listenToHand(sheet, {pen, frame, onDraft, onStroke}) {
  /** @type {{id: number, box: DOMRect, least: number, stroke: Stroke} | null} */
  let line = null;
  let hasPen = false; // from then on a finger is the ball of the hand

  function goOn(/** @type {PointerEvent} */ {clientX, clientY}) {
    if (!line) return;
    const {box, least, stroke} = line;
    const at = pointAt(frame(), [(clientX - box.left) / box.width, (clientY - box.top) / box.height]);
    line.stroke = {...stroke, points: withPoint(stroke.points, at, least)};
  }
  function begin(/** @type {PointerEvent} */ event) {
    const {pointerType, pointerId, button} = event;
    const name = pen();
    hasPen ||= pointerType === 'pen';
    if (!name || line || button !== 0 || (hasPen && pointerType === 'touch')) return;
    event.preventDefault();
    sheet.setPointerCapture(pointerId);
    const box = sheet.getBoundingClientRect();
    line = {id: pointerId, box, least: (LEAST_PX * frame()[2]) / box.width, stroke: {pen: name, points: []}};
    goOn(event);
    onDraft(line.stroke);
  }
  function move(/** @type {PointerEvent} */ event) {
    if (line?.id !== event.pointerId) return;
    for (const each of event.getCoalescedEvents?.() ?? [event]) goOn(each);
    onDraft(line.stroke);
  }
  function end(/** @type {PointerEvent} */ event) {
    if (line?.id !== event.pointerId) return;
    const {stroke} = line;
    line = null;
    onDraft(null);
    if (event.type === 'pointerup') onStroke({...stroke, points: whole(stroke.points)});
  }
  sheet.addEventListener('pointerdown', begin);
  sheet.addEventListener('pointermove', move);
  sheet.addEventListener('pointerup', end);
  sheet.addEventListener('pointercancel', end);
  for (const name of KEPT_FROM_THE_MAP) sheet.addEventListener(name, (event) => event.stopPropagation());
}
