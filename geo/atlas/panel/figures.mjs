// The numbers beside the map: members, who joined, the land border, the nearest land. All from tables; nothing is
// measured here.

import {signed} from '../core/timeline_layout.mjs';
import {h, mark, say} from '../dom.mjs';
import {measuresInWords} from './measures.mjs';

/** @import {MeasuresInWords} from './measures.mjs' */
/** @import {Facts, Part, State, Translate} from '../types' */

/** A large number over its label. */
function bigFigure(/** @type {string} */ label) {
  const value = h('strong');
  return {value, element: h('p', {class: 'figure'}, value, h('span', {}, label))};
}

/** The two measures: a button that shows the nearest land on the map, and the length of the border. */
function measuredBox(/** @type {() => void} */ onNearest) {
  const [moscow, length] = [h('strong'), h('strong')];
  const [land, petersburg, border, parts] = [h('span'), h('span'), h('span'), h('span')];
  const nearest = h(
    'button',
    {type: 'button', class: 'figure small', 'aria-pressed': 'false', onclick: onNearest},
    moscow,
    land,
    petersburg,
  );
  const element = h('div', {class: 'figures'}, nearest, h('p', {class: 'figure small'}, length, border, parts));
  return {
    element,
    show(/** @type {MeasuresInWords | null} */ words, /** @type {boolean} */ isOnMap) {
      mark(element, 'hidden', !words);
      if (!words) return;
      say(moscow, words.moscow);
      say(land, words.land);
      say(petersburg, words.places);
      mark(petersburg, 'hidden', !isOnMap);
      mark(nearest, 'title', words.places);
      mark(nearest, 'aria-pressed', String(isOnMap));
      say(length, words.length);
      say(border, words.border);
      say(parts, words.parts);
    },
  };
}

/**
 * The box of figures; `onNearest()` is a click on the nearest land.
 * @param {{facts: Facts, t: Translate, onNearest: () => void}} options
 * @returns {Part<Pick<State, 'day' | 'layers'>>}
 */
export function createFigures({facts, t, onNearest}) {
  const members = bigFigure(t('panel.members'));
  const joined = bigFigure(t('panel.joined'));
  const measured = measuredBox(onNearest);
  const wordsOn = measuresInWords(facts, t);
  /** @type {{turned?: string, words?: MeasuresInWords | null, layers?: string}} */
  let shown = {};
  return {
    element: h(
      'div',
      {class: 'figure-box'},
      h('div', {class: 'figures'}, members.element, joined.element),
      measured.element,
    ),
    show({day, layers}) {
      const turned = signed(facts.joinedCountOn(day), facts.leftCountOn(day));
      say(members.value, String(facts.membersOn(day)));
      if (turned !== shown.turned) {
        say(joined.value, turned || '0');
        mark(joined.value, 'data-none', !turned);
      }
      const words = wordsOn(day);
      const before = shown;
      shown = {turned, words, layers};
      if (words === before.words && layers === before.layers) return;
      measured.show(words, layers.split(',').includes('nearest'));
    },
  };
}
