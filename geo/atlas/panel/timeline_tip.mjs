// The label over a flag or a bar of the timeline.

import {createLabel} from '../label.mjs';

const EDGE_PX = 4;

/**
 * `element` belongs into the track, over which it stands.
 */
export function createTimelineTip() {
  const label = createLabel({class: 'tip timeline-tip'});
  const {element} = label;
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
  element.addEventListener('pointerleave', label.hide);
  return {
    element,
    hide() {
      label.forget();
      label.hide();
    },
    /** The hand has left. */
    leave() {
      label.forget();
      pause(label.hide);
    },
    /** Show content with its middle at x, as far as it stays on the page. */
    show(/** @type {number} */ x, /** @type {Node[]} */ ...content) {
      const text = content.map(({textContent}) => textContent).join('');
      if (label.isTold(text)) label.keep();
      else if (!label.isPutAway(text)) pause(() => put(x, text, content));
    },
  };
}
