// What can be laid over the map: the facts name the layers, in the order of the menu, and those shown at first.

import {valueOn} from './runs.mjs';

/** @import {IndexedFacts, Translate} from '../types' */

/**
 * Layers as the state holds them: their names in the order of the menu, joined. Unknown ones fall away.
 * @param {string[]} names
 * @param {{layers: string[]}} facts
 * @returns {string}
 */
export const joinLayers = (names, {layers}) => layers.filter((name) => names.includes(name)).join(',');

/**
 * The layers that are drawn: one that shows what is laid over the map gives way.
 * @param {{layers: string, over?: string | null}} state
 */
export const drawnLayers = ({layers, over}) => layers.split(',').filter((name) => name !== over);

/**
 * The layers of an atlas whose address names none.
 * @param {{layers_shown: string[]}} facts
 * @returns {string}
 */
export const layersAtFirst = ({layers_shown: shown}) => shown.join(',');

/**
 * What a layer is called on a day: of the two cities to which lines lead, one had another name before.
 * @param {Pick<IndexedFacts, 'pictures'>} facts
 * @param {Translate} t
 * @param {string} name
 * @param {number} day
 * @returns {string}
 */
export const layerName = ({pictures}, t, name, day) =>
  t(`layer.${name}`, name === 'nearest' ? {names: valueOn(pictures.cities.st_petersburg, day)} : {});
