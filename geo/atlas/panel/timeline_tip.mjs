// The label over a flag or a bar of the timeline. Once it stands, the hand can come to it; Escape puts it away until
// there is another.

import {createDebounce} from '../core/debounce.mjs';
import {h, mark} from '../dom.mjs';

const EDGE_PX = 4;
const [SETTLE_MS, PASS_MS] = [350, 250]; // as those of the label on the map

/**
 * `element` belongs into the track, over which it stands.
 */
export function createTimelineTip() {
  const element = h('div', {class: 'tip timeline-tip', hidden: true, onpointermove: () => pass.cancel()});
  let told = '';
  let putAway = ''; // what was told when Escape was pressed
  let next = hide;
  const pass = createDebounce(() => next(), PASS_MS);
  const settle = createDebounce(() => mark(element, 'data-settled', true), SETTLE_MS);
  const onKey = (/** @type {KeyboardEvent} */ {key}) => {
    if (key !== 'Escape') return;
    putAway = told;
    hide();
  };
  function hide() {
    settle.cancel();
    pass.cancel();
    removeEventListener('keydown', onKey, {capture: true});
    element.hidden = true;
  }
  function put(/** @type {number} */ x, /** @type {Node[]} */ content) {
    putAway = '';
    mark(element, 'data-settled', null);
    addEventListener('keydown', onKey, {capture: true});
    settle.schedule();
    element.replaceChildren(...content);
    told = element.textContent ?? '';
    element.hidden = false;
    const track = element.parentElement?.getBoundingClientRect();
    if (!track) return;
    const half = element.offsetWidth / 2;
    const least = EDGE_PX - track.left + half;
    const most = document.documentElement.clientWidth - EDGE_PX - track.left - half;
    element.style.left = `${Math.max(least, Math.min(most, x))}px`;
  }
  /** Do it now, or once a hand that may be on its way to the label has not come. */
  function pause(/** @type {() => void} */ act) {
    next = act;
    if (element.hidden || !element.hasAttribute('data-settled')) act();
    else pass.schedule();
  }
  element.addEventListener('pointerleave', hide);
  return {
    element,
    hide() {
      putAway = '';
      hide();
    },
    /** The hand has left. */
    leave() {
      putAway = '';
      pause(hide);
    },
    /** Show content with its middle at x, as far as it stays on the page. */
    show(/** @type {number} */ x, /** @type {Node[]} */ ...content) {
      const text = content.map(({textContent}) => textContent).join('');
      if (text === told && !element.hidden) pass.cancel();
      else if (text !== putAway) pause(() => put(x, content));
    },
  };
}
