// The label beside the hand, or beside the unit that the keys stand on.

import {h} from '../dom.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */

const [BESIDE_PX, EDGE_PX] = [14, 4];

export function createTip() {
  const element = h('div', {class: 'tip', hidden: true});
  return {
    element,
    isHidden: () => element.hidden,
    hide: () => (element.hidden = true),
    /** Show a title and a line beside a point, on the side where there is room. */
    show(/** @type {string[]} */ [title, line], /** @type {Point} */ [x, y], /** @type {Size} */ {width, height}) {
      element.replaceChildren(h('strong', {}, title), h('span', {}, line));
      element.hidden = false;
      const onLeft = x + BESIDE_PX + element.offsetWidth + 6 > width;
      const left = onLeft ? x - BESIDE_PX - element.offsetWidth : x + BESIDE_PX;
      const top = Math.min(y + BESIDE_PX, height - element.offsetHeight - 6);
      element.style.transform = `translate(${Math.max(EDGE_PX, left)}px, ${Math.max(EDGE_PX, top)}px)`;
    },
  };
}
