// What can be laid over the map.

export const LAYERS = ['front', 'nearest', 'statements', 'names', 'csto', 'eu', 'command', 'area'];
export const SHOWN = 'front,statements,names'; // at first

/**
 * The layers as the state holds them: their names in the order of LAYERS, joined. Unknown ones fall away.
 * @param {string[]} names
 * @returns {string}
 */
export const joinLayers = (names) => LAYERS.filter((name) => names.includes(name)).join(',');
