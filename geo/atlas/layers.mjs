// Views and layers: what can be laid over the map, and the menu that does it.

import {h, mark} from './dom.mjs';

export const LAYERS = ['front', 'nearest', 'statements', 'names', 'csto', 'eu', 'command', 'area'];
export const SHOWN = 'front,statements,names'; // at first

/** The layers as the state holds them: their names in the order of LAYERS, joined. Unknown ones fall away. Pure. */
export const joinLayers = (names) => LAYERS.filter((name) => names.includes(name)).join(',');

export function createLayersMenu({views, t, onView, onLayers}) {
  const radios = views.map((name, i) => {
    const input = h('input', {type: 'radio', name: 'view', value: name, onchange: () => onView(name)});
    return {name, input, row: h('label', {class: 'menu-row'}, input, h('span', {}, t(`view.${name}`)), h('kbd', {}, String(i + 1)))};
  });
  const boxes = LAYERS.map((name) => {
    const input = h('input', {type: 'checkbox', name: 'layer', value: name,
      onchange: () => onLayers(joinLayers(boxes.filter((box) => box.input.checked).map((box) => box.name)))});
    return {name, input, row: h('label', {class: 'menu-row'}, input, h('span', {}, t(`layer.${name}`)), h('i', {class: 'layer-key', 'data-layer': name, 'aria-hidden': 'true'}))};
  });
  const group = (title, rows) => h('fieldset', {}, h('legend', {}, t(title)), rows.map(({row}) => row));
  const element = h('details', {class: 'menu'}, h('summary', {class: 'menu-button'}, t('menu.title')),
    h('div', {class: 'menu-sheet'}, views.length > 1 && group('menu.views', radios), group('menu.layers', boxes)));
  let shown = {};
  return {
    element,
    close: () => element.removeAttribute('open'),
    isOpen: () => element.open,
    show({view, layers}) {
      if (shown.view === view && shown.layers === layers) return;
      shown = {view, layers};
      const on = layers.split(',');
      for (const {name, input} of radios) input.checked = name === view;
      for (const {name, input} of boxes) input.checked = on.includes(name);
      mark(element, 'data-layers', layers);
    },
  };
}
