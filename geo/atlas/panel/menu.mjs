// Views and layers: what can be laid over the map, and the menu that does it.

import {joinLayers, layerName} from '../core/layers.mjs';
import {h, mark, passFocus, say} from '../dom.mjs';
import {signIcon} from '../sign_icon.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/** @param {string} title @param {{row: HTMLElement}[]} rows */
const group = (title, rows) =>
  h(
    'fieldset',
    {},
    h('legend', {}, title),
    rows.map(({row}) => row),
  );

/**
 * A radio of the menu; `more` stands after its label.
 * @template {string | null} Value
 * @param {string} name
 * @param {Value} value
 * @param {string} label
 * @param {(value: Value) => void} onChoice
 * @param {...HTMLElement} more
 */
function radio(name, value, label, onChoice, ...more) {
  const input = h('input', {type: 'radio', name, value: value ?? '', onchange: () => onChoice(value)});
  return {name: value, input, row: h('label', {class: 'menu-row'}, input, h('span', {}, label), ...more)};
}

/**
 * Radios of which one is always on; the first stands for nothing chosen.
 * @param {string} name
 * @param {string[]} values
 * @param {(value: string | null) => string} label
 * @param {(value: string | null) => void} onChoice
 */
const choice = (name, values, label, onChoice) =>
  [null, ...values].map((value) => radio(name, value, label(value), onChoice));

/**
 * A box for each layer; any number may be on.
 * @param {Facts} facts
 * @param {Translate} t
 * @param {(layers: string) => void} onLayers
 */
function layerBoxes(facts, t, onLayers) {
  const checked = () => boxes.filter((box) => box.input.checked).map((box) => box.name);
  const tell = () => onLayers(joinLayers(checked(), facts));
  const boxes = facts.layers.map((name) => {
    const input = h('input', {type: 'checkbox', name: 'layer', value: name, onchange: tell});
    const isHatch = name in facts.hatches;
    const key = isHatch
      ? signIcon(facts, name)
      : h('i', {class: 'layer-key', 'data-layer': name, 'aria-hidden': 'true'});
    const called = h('span', {});
    const tellOn = (/** @type {number} */ day) => say(called, layerName(facts, t, name, day));
    return {name, input, tellOn, row: h('label', {class: 'menu-row'}, input, called, key)};
  });
  return boxes;
}

/**
 * The menu of the views given, and of the facts' layers, draft articles and words.
 * @param {{views: string[], facts: Facts, t: Translate,
 *   onView: (name: string) => void, onLayers: (layers: string) => void, onDraft: (id: string | null) => void,
 *   onWords: (id: string | null) => void, onPatterns: (on: boolean) => void}} options
 * @returns {Part & {add: (group: HTMLElement) => void, close: () => void, isOpen: () => boolean}}
 */
export function createLayersMenu({views, facts, t, onView, onLayers, onDraft, onWords, onPatterns}) {
  const radios = views.map((name, i) => radio('view', name, t(`view.${name}`), onView, h('kbd', {}, String(i + 1))));
  const boxes = layerBoxes(facts, t, onLayers);
  const articles = choice('draft', [...facts.drafts.keys()], (id) => t(id ? `draft.${id}` : 'draft.none'), onDraft);
  const voiceName = (/** @type {string | null} */ id) => (id ? facts.voices[id].name : t('voice.neutral_words'));
  const captions = choice('words', Object.keys(facts.voices), voiceName, onWords);
  const button = h('summary', {class: 'menu-button'}, t('menu.title'));
  const patterns = h('input', {type: 'checkbox', name: 'patterns', onchange: () => onPatterns(patterns.checked)});
  const row = h('label', {class: 'menu-row'}, patterns, h('span', {}, t('menu.patterns')));
  const sheet = h(
    'div',
    {class: 'menu-sheet'},
    h(
      'div',
      {},
      views.length > 1 && group(t('menu.views'), radios),
      captions.length > 1 && group(t('menu.words'), captions),
    ),
    h('div', {}, group(t('menu.layers'), [...boxes, {row}])),
    articles.length > 1 && h('div', {}, group(t('menu.drafts'), articles)),
  );
  const element = h('details', {class: 'menu'}, button, sheet);
  element.addEventListener('toggle', () => element.open || sheet.style.removeProperty('top'));
  /** @type {Partial<Pick<State, 'view' | 'layers' | 'draft' | 'words' | 'patterns'>>} */
  let shown = {};
  return {
    element,
    add(more) {
      if (!element.open) return sheet.prepend(more);
      const [{top}, {top: above}] = [sheet, sheet.offsetParent ?? element].map((part) => part.getBoundingClientRect());
      sheet.style.top = `${top - above}px`; // nothing moves under a hand: it ends where it did, or below that
      sheet.append(more);
    },
    close() {
      passFocus(element, button);
      element.removeAttribute('open');
    },
    isOpen: () => element.open,
    show({day, view, layers, draft = null, words = null, patterns: isOn}) {
      for (const {tellOn} of boxes) tellOn(day);
      const next = {view, layers, draft, words, patterns: isOn};
      if (/** @type {(keyof typeof next)[]} */ (Object.keys(next)).every((name) => next[name] === shown[name])) return;
      shown = next;
      patterns.checked = isOn;
      const on = layers.split(',');
      for (const {name, input} of radios) input.checked = name === view;
      for (const {name, input} of articles) input.checked = name === draft;
      for (const {name, input} of captions) input.checked = name === words;
      for (const {name, input} of boxes) input.checked = on.includes(name);
      mark(element, 'data-layers', layers);
    },
  };
}
