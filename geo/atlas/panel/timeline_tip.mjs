// The label over a flag or a bar of the timeline.

import {h} from '../dom.mjs';

const EDGE_PX = 4;

/**
 * `element` belongs into the track, over which it stands.
 */
export function createTimelineTip() {
  const element = h('div', {class: 'tip timeline-tip', hidden: true});
  return {
    element,
    hide() {
      element.hidden = true;
    },
    /** Show content with its middle at x, as far as it stays on the page. */
    show(/** @type {number} */ x, /** @type {Node[]} */ ...content) {
      element.replaceChildren(...content);
      element.hidden = false;
      const track = element.parentElement?.getBoundingClientRect();
      if (!track) return;
      const half = element.offsetWidth / 2;
      const least = EDGE_PX - track.left + half;
      const most = document.documentElement.clientWidth - EDGE_PX - track.left - half;
      element.style.left = `${Math.max(least, Math.min(most, x))}px`;
    },
  };
}
