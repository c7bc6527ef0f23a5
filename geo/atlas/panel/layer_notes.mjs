// What the layers that are on mean, in words.

import {h} from '../dom.mjs';

/** @import {Facts, Translate} from '../types' */

/**
 * What the layers that are `on` mean, and what they show on the day, in words.
 * @param {{facts: Facts, t: Translate, day: number, on: string[]}} options
 * @returns {HTMLElement[]}
 */
export function layerNotes({facts, t, day, on}) {
  const name = (id) => facts.nameOn(id, day);
  const list = (ids) =>
    [...new Set(ids.filter((id) => facts.units.get(id).kind === 'country').map(name))]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ');
  const rows = facts.layers
    .filter((layer) => layer in facts.hatches && layer !== 'area' && on.includes(layer))
    .map((layer) => [t(`layer.${layer}`), list(facts.unitsUnder(layer, day)) || t('layer.nobody')]);
  if (on.includes('area')) {
    const of = (effect) => facts.territoriesOn(effect, day).join('; ');
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
