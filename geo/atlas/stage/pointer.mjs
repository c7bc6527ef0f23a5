// The hand over the map: the unit under it, and what it is told there.

import {pointIn, within} from '../dom.mjs';
import {smallUnitsNear, zoomToTell} from '../core/pointing.mjs';

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
 */
export function listenToPointer(element, {view, camera, onUnit, onStatement, onForce, onBerlin, berlin, onAway}) {
  const units = Object.keys(view.paths).filter((id) => view.anchors[id]);

  const underOf = (/** @type {PointerEvent} */ event) => within(event, 'path[data-unit]')?.dataset.unit ?? null;
  const touched = (/** @type {PointerEvent} */ event, point = pointIn(element, event)) =>
    smallUnitsNear(units, view.anchors, camera.get(), point, underOf(event) ? REACH_ON_LAND_PX : REACH_PX);
  const unitAt = (/** @type {PointerEvent} */ event, point = pointIn(element, event)) =>
    touched(event, point)[0]?.id ?? underOf(event);
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
  return {
    unitAt,
    /** How much nearer the map comes to a finger that may mean either of two cards; else 1. */
    zoomFor(/** @type {PointerEvent} */ event, /** @type {(id: string) => string | null} */ cardOf) {
      const [nearest, ...others] = event.pointerType === 'touch' ? touched(event) : [];
      return zoomToTell(
        nearest,
        others.find(({id}) => cardOf(id) !== cardOf(nearest.id)),
      );
    },
  };
}
