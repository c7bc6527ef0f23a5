// On the card of a country that the map does not show: a word of it, and a way to the map that does.

import {isSeen} from '../core/out_of_sight.mjs';
import {h, mark} from '../dom.mjs';

/** @import {Facts, SearchSides, Translate, View} from '../types' */

const WIDEST = ['globe', 'world']; // each shows all that its atlas has

/** @param {{facts: Facts, id: string, t: Translate} & Pick<SearchSides, 'views' | 'openView'>} of */
export function createOffMap({facts, id, t, views, openView}) {
  const name = views.find((view) => WIDEST.includes(view));
  const way =
    name &&
    h(
      'button',
      {type: 'button', class: 'link', onclick: () => openView(name)},
      t('card.on', {view: t(`view.${name}`)}),
    );
  const element = h('p', {class: 'quiet', 'data-off-map': ''}, `${t('card.off_map')} `, way);
  let told = '';
  return {
    element,
    follow(/** @type {number} */ day, /** @type {View} */ view) {
      const units = facts.outlineOf(id, day);
      const key = `${view.name} ${units}`;
      if (key === told) return;
      told = key;
      const isThere =
        view.name === name || units.some((unit) => view.paths[unit] && isSeen(view.paths[unit], view.frame));
      mark(element, 'hidden', isThere);
    },
  };
}
