// The hand over the map: the unit under it, and what it is told there.

import {pointIn, within} from '../dom.mjs';
import {smallUnitNear} from '../core/pointing.mjs';

/** @import {Camera, Point} from '../core/camera.mjs' */
/** @import {View} from '../types' */

const REACH_PX = 20; // a small unit is caught this far away over the sea
const REACH_ON_LAND_PX = 11; // or over a neighbour

/**
 * Tells what is under the hand as it moves.
 * @param {HTMLElement} element
 * @param {{view: View, camera: {get: () => Camera}, onUnit: (id: string | null, at: Point) => void,
 *   onStatement: (id: string, at: Point) => void, onForce: (force: number, at: Point) => void, onBerlin: (at: Point) =>
 *   void, berlin: Element, onAway: () => void}} of `onUnit` is told null over the sea; `onAway` a hand that has left,
 *   or that does something else
 * @returns {{unitAt: (event: PointerEvent) => string | null}}
 */
export function listenToPointer(element, {view, camera, onUnit, onStatement, onForce, onBerlin, berlin, onAway}) {
  const units = Object.keys(view.paths).filter((id) => view.anchors[id]);

  function unitAt(/** @type {PointerEvent} */ event, point = pointIn(element, event)) {
    const under = within(event, 'path[data-unit]')?.dataset.unit ?? null;
    return smallUnitNear(units, view.anchors, camera.get(), point, under ? REACH_ON_LAND_PX : REACH_PX) ?? under;
  }
  element.addEventListener('pointermove', (event) => {
    if (within(event, '.tip')) return undefined;
    if (event.pointerType === 'touch' || event.buttons || within(event, '.chooser, button')) return onAway();
    const at = pointIn(element, event);
    const statement = within(event, '[data-statement]')?.dataset.statement;
    const force = within(event, '[data-force]')?.dataset.at;
    const unit = statement || force ? null : unitAt(event, at);
    element.toggleAttribute('data-over', Boolean(unit));
    if (statement) return onStatement(statement, at);
    if (force) return onForce(Number(force), at);
    return event.target === berlin ? onBerlin(at) : onUnit(unit, at);
  });
  element.addEventListener('pointerleave', onAway);
  return {unitAt};
}
