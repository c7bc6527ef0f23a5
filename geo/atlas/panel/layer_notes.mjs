// What the layers that are on mean, in words.

import {entry} from '../core/lookup.mjs';
import {h} from '../dom.mjs';

/** @import {Effect, Facts, Overlay, Translate} from '../types' */

/**
 * What the layers that are `on` mean, and what they show on the day, in words.
 * @param {{facts: Facts, t: Translate, day: number, on: string[]}} options
 * @returns {HTMLElement[]}
 */
export function layerNotes({facts, t, day, on}) {
  const name = (/** @type {string} */ id) => facts.nameOn(id, day);
  const list = (/** @type {string[]} */ ids) =>
    [...new Set(ids.filter((id) => entry(facts.units, id).kind === 'country').map(name))]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ');
  const overlays = /** @type {Overlay[]} */ (facts.layers.filter((layer) => layer in facts.pictures.overlays));
  const rows = overlays
    .filter((layer) => layer !== 'area' && on.includes(layer))
    .map((layer) => [t(`layer.${layer}`), list(facts.unitsUnder(layer, day)) || t('layer.nobody')]);
  if (on.includes('area')) {
    const of = (/** @type {Effect} */ effect) => facts.territoriesOn(effect, day).join('; ');
    rows.push(
      [t('layer.area_in'), of('in_area')],
      [t('layer.area_out'), of('out_of_area')],
      [t('layer.area_disputed'), of('disputed')],
    );
  }
  return rows
    .filter(([, text]) => text)
    .map(([title, text]) => h('p', {class: 'layer-note'}, h('strong', {}, `${title}: `), text));
}
