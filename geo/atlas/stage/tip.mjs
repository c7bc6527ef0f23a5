// The label beside the hand, or beside the unit that the keys stand on.

import {h} from '../dom.mjs';
import {createLabel} from '../label.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */

const [BESIDE_PX, EDGE_PX] = [14, 4];
const REACH_PX = 50; // a hand so far away may be on its way to the label

/**
 * `onHide()` runs whenever the label goes.
 * @param {() => void} onHide
 */
export function createTip(onHide) {
  const label = createLabel({class: 'tip', onclick: () => label.hide()}, onHide);
  const {element} = label;
  const box = {x: 0, y: 0, w: 0, h: 0};
  const isNear = (/** @type {Point} */ [x, y]) =>
    Math.hypot(Math.max(box.x - x, x - box.x - box.w, 0), Math.max(box.y - y, y - box.y - box.h, 0)) < REACH_PX;
  const mayCome = (/** @type {Point} */ at) => label.hasSettled() && isNear(at);
  function tell(
    /** @type {string[]} */ [title, line],
    /** @type {Point} */ [x, y],
    /** @type {Size} */ {width, height},
  ) {
    label.tell(`${title} ${line}`, [h('strong', {}, title), h('span', {}, line)]);
    [box.w, box.h] = [element.offsetWidth, element.offsetHeight];
    const onLeft = x + BESIDE_PX + box.w + 6 > width;
    box.x = Math.max(EDGE_PX, onLeft ? x - BESIDE_PX - box.w : x + BESIDE_PX);
    box.y = Math.max(EDGE_PX, Math.min(y + BESIDE_PX, height - box.h - 6));
    element.style.transform = `translate(${box.x}px, ${box.y}px)`;
  }
  return {
    element,
    hide: label.hide,
    /** The hand is over nothing. */
    leave: (/** @type {Point} */ at) => (mayCome(at) ? label.wait(label.hide) : label.hide()),
    /** Show a title and a line beside a point, on the side where there is room. */
    show(/** @type {string[]} */ lines, /** @type {Point} */ at, /** @type {Size} */ size) {
      const text = lines.join(' ');
      if (label.isPutAway(text)) return;
      if (!mayCome(at)) tell(lines, at, size);
      else if (label.isTold(text)) label.keep();
      else label.wait(() => tell(lines, at, size));
    },
  };
}
