// The label beside the hand, or beside the unit that the keys stand on. Once the hand rests it stays, so that the hand
// can come to it; Escape puts it away until there is another.

import {createDebounce} from '../core/debounce.mjs';
import {h, mark} from '../dom.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */

const [BESIDE_PX, EDGE_PX] = [14, 4];
const SETTLE_MS = 350; // the hand has come to rest
const REACH_PX = 50; // and may be on its way to a label so far away,
const PASS_MS = 250; // over something else

/**
 * `onHide()` runs whenever the label goes.
 * @param {() => void} onHide
 */
export function createTip(onHide) {
  const element = h('div', {class: 'tip', hidden: true, onclick: hide, onpointermove: () => pass.cancel()});
  const box = {x: 0, y: 0, w: 0, h: 0};
  let told = '';
  let putAway = ''; // what was told when Escape was pressed
  /** @type {() => void} what the hand asks for on its way */
  let next = () => {};
  const pass = createDebounce(() => next(), PASS_MS);
  const settle = createDebounce(() => mark(element, 'data-settled', true), SETTLE_MS);
  const onKey = (/** @type {KeyboardEvent} */ {key}) => {
    if (key !== 'Escape') return;
    putAway = told;
    hide();
  };
  function hide() {
    if (element.hidden) return;
    settle.cancel();
    pass.cancel();
    removeEventListener('keydown', onKey, {capture: true});
    element.hidden = true;
    told = '';
    onHide();
  }
  const isNear = (/** @type {Point} */ [x, y]) =>
    Math.hypot(Math.max(box.x - x, x - box.x - box.w, 0), Math.max(box.y - y, y - box.y - box.h, 0)) < REACH_PX;
  /** Whether a hand at a point may still come to the label that has settled. */
  const mayCome = (/** @type {Point} */ at) => !element.hidden && element.hasAttribute('data-settled') && isNear(at);
  function tell(
    /** @type {string[]} */ [title, line],
    /** @type {Point} */ [x, y],
    /** @type {Size} */ {width, height},
  ) {
    pass.cancel();
    putAway = '';
    if (element.hidden) addEventListener('keydown', onKey, {capture: true});
    const text = `${title} ${line}`;
    if (text !== told) element.replaceChildren(h('strong', {}, title), h('span', {}, line));
    told = text;
    element.hidden = false;
    mark(element, 'data-settled', null);
    settle.schedule();
    [box.w, box.h] = [element.offsetWidth, element.offsetHeight];
    const onLeft = x + BESIDE_PX + box.w + 6 > width;
    box.x = Math.max(EDGE_PX, onLeft ? x - BESIDE_PX - box.w : x + BESIDE_PX);
    box.y = Math.max(EDGE_PX, Math.min(y + BESIDE_PX, height - box.h - 6));
    element.style.transform = `translate(${box.x}px, ${box.y}px)`;
  }
  function wait(/** @type {() => void} */ act) {
    next = act;
    pass.schedule();
  }
  return {
    element,
    hide,
    /** The hand is over nothing. */
    leave: (/** @type {Point} */ at) => (mayCome(at) ? wait(hide) : hide()),
    /** Show a title and a line beside a point, on the side where there is room. */
    show(/** @type {string[]} */ lines, /** @type {Point} */ at, /** @type {Size} */ size) {
      const text = lines.join(' ');
      if (text === putAway) return;
      if (!mayCome(at)) tell(lines, at, size);
      else if (text === told) pass.cancel();
      else wait(() => tell(lines, at, size));
    },
  };
}
