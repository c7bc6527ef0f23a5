// Views and layers: what can be laid over the map, and the menu that does it.

import {joinLayers, LAYERS} from '../core/layers.mjs';
import {h, mark} from '../dom.mjs';

/** Radios of which one is always on; the first stands for nothing chosen. */
function choice(name, values, label, onChoice) {
  return [null, ...values].map((value) => {
    const input = h('input', {type: 'radio', name, value: value ?? '', onchange: () => onChoice(value)});
    return {name: value, input, row: h('label', {class: 'menu-row'}, input, h('span', {}, label(value)))};
  });
}

export function createLayersMenu({views, drafts = [], voices = {}, t, onView, onLayers, onDraft, onWords}) {
  const radios = views.map((name, i) => {
    const input = h('input', {type: 'radio', name: 'view', value: name, onchange: () => onView(name)});
    return {
      name,
      input,
      row: h('label', {class: 'menu-row'}, input, h('span', {}, t(`view.${name}`)), h('kbd', {}, String(i + 1))),
    };
  });
  const boxes = LAYERS.map((name) => {
    const input = h('input', {
      type: 'checkbox',
      name: 'layer',
      value: name,
      onchange: () => onLayers(joinLayers(boxes.filter((box) => box.input.checked).map((box) => box.name))),
    });
    return {
      name,
      input,
      row: h(
        'label',
        {class: 'menu-row'},
        input,
        h('span', {}, t(`layer.${name}`)),
        h('i', {class: 'layer-key', 'data-layer': name, 'aria-hidden': 'true'}),
      ),
    };
  });
  const articles = choice('draft', drafts, (id) => t(id ? `draft.${id}` : 'draft.none'), onDraft);
  const captions = choice(
    'words',
    Object.keys(voices),
    (id) => (id ? voices[id].name : t('voice.neutral_words')),
    onWords,
  );
  const group = (title, rows) =>
    h(
      'fieldset',
      {},
      h('legend', {}, t(title)),
      rows.map(({row}) => row),
    );
  const element = h(
    'details',
    {class: 'menu'},
    h('summary', {class: 'menu-button'}, t('menu.title')),
    h(
      'div',
      {class: 'menu-sheet'},
      h(
        'div',
        {},
        views.length > 1 && group('menu.views', radios),
        captions.length > 1 && group('menu.words', captions),
      ),
      h('div', {}, group('menu.layers', boxes)),
      articles.length > 1 && h('div', {}, group('menu.drafts', articles)),
    ),
  );
  let shown = {};
  return {
    element,
    close: () => element.removeAttribute('open'),
    isOpen: () => element.open,
    show({view, layers, draft = null, words = null}) {
      if (shown.view === view && shown.layers === layers && shown.draft === draft && shown.words === words) return;
      shown = {view, layers, draft, words};
      const on = layers.split(',');
      for (const {name, input} of radios) input.checked = name === view;
      for (const {name, input} of articles) input.checked = name === draft;
      for (const {name, input} of captions) input.checked = name === words;
      for (const {name, input} of boxes) input.checked = on.includes(name);
      mark(element, 'data-layers', layers);
    },
  };
}
