// The buttons of the map: nearer, farther, all of it, full screen.

import {h, s} from '../dom.mjs';
import {hasFullScreen, toggleFullScreen} from '../full_screen.mjs';

/** @import {Stage, Translate} from '../types' */

const ICONS = {
  zoom_in: 'M12 5v14M5 12h14',
  zoom_out: 'M5 12h14',
  home: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  full_screen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
};
const STEP = 1.5;

/**
 * @param {{root: HTMLElement, t: Translate, camera: () => Pick<Stage['camera'], 'zoom' | 'home'>}} of `camera` is that
 *   of the map on the page
 */
export function createTools({root, t, camera}) {
  const button = (/** @type {string} */ label, /** @type {string} */ icon, /** @type {() => void} */ act) =>
    h(
      'button',
      {type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act},
      s('svg', {viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true'}, s('path', {d: icon})),
    );
  return h(
    'div',
    {class: 'tools'},
    button(t('stage.zoom_in'), ICONS.zoom_in, () => camera().zoom(STEP)),
    button(t('stage.zoom_out'), ICONS.zoom_out, () => camera().zoom(1 / STEP)),
    button(t('stage.home'), ICONS.home, () => camera().home()),
    hasFullScreen() && button(t('stage.full_screen'), ICONS.full_screen, () => toggleFullScreen(root)),
  );
}
