// The label over a flag or a bar of the timeline.

import {createLabel} from '../label.mjs';

const EDGE_PX = 4;

/**
 * `element` belongs into the track, over which it stands.
 */
export function createTimelineTip() {
  const label = createLabel({class: 'tip timeline-tip'});
  const {element} = label;
  let isHeld = false; // told for the keys: a hand that is elsewhere does not take it away
  function put(/** @type {number} */ x, /** @type {string} */ text, /** @type {Node[]} */ content) {
    label.tell(text, content);
    const track = element.parentElement?.getBoundingClientRect();
    if (!track) return;
    const half = element.offsetWidth / 2;
    const least = EDGE_PX - track.left + half;
    const most = document.documentElement.clientWidth - EDGE_PX - track.left - half;
    element.style.left = `${Math.max(least, Math.min(most, x))}px`;
  }
  /** Do it now, or once a hand that may be on its way to the label has not come. */
  const pause = (/** @type {() => void} */ act) => (label.hasSettled() ? label.wait(act) : act());
  const textOf = (/** @type {Node[]} */ content) => content.map(({textContent}) => textContent).join('');
  function hide() {
    label.forget();
    label.hide();
  }
  element.addEventListener('pointerleave', () => isHeld || label.hide());
  return {
    element,
    hide,
    /** The hand has left. */
    leave() {
      if (isHeld) return;
      label.forget();
      pause(label.hide);
    },
    /** Show content under the hand with its middle at x, as far as it stays on the page. */
    show(/** @type {number} */ x, /** @type {Node[]} */ ...content) {
      const text = textOf(content);
      if (label.isTold(text)) return label.keep();
      isHeld = false;
      if (!label.isPutAway(text)) pause(() => put(x, text, content));
    },
    /** Show it for what has the keyboard, at once and until that goes on. */
    hold(/** @type {number} */ x, /** @type {Node[]} */ ...content) {
      hide();
      isHeld = true;
      put(x, textOf(content), content);
    },
  };
}
