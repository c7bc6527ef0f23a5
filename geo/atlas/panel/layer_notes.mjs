// What the layers that are on mean, in words.

import {unitsOf} from '../core/overlays.mjs';
import {h} from '../dom.mjs';

/** @import {Facts, Translate} from '../types' */

/**
 * What the layers that are `on` mean, and what they show this year, in words.
 * @param {{facts: Facts, t: Translate, year: number, on: string[]}} options
 * @returns {HTMLElement[]}
 */
export function layerNotes({facts, t, year, on}) {
  const name = (id) => facts.nameIn(id, year);
  const list = (ids) =>
    [...new Set(ids.filter((id) => facts.units.get(id).kind === 'country').map(name))]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ');
  const rows = ['csto', 'eu', 'command']
    .filter((layer) => on.includes(layer))
    .map((layer) => [t(`layer.${layer}`), list(unitsOf(facts, layer, year)) || t('layer.nobody')]);
  if (on.includes('area')) {
    const {day} = facts.years.get(year);
    const of = (effect) =>
      facts.area
        .filter((row) => row.effect === effect && row.start <= day && (!row.end || row.end > day))
        .map(({territory}) => territory)
        .join('; ');
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
