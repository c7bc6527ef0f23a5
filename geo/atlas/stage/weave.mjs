// The patterns that tell the statuses apart without their colours, over the fills, while a reader asks for them.

import {mark, s} from '../dom.mjs';
import {pattern, scalePatterns} from './overlays.mjs';

const LARGE = 1.6; // how much coarser they are where a class reads from the back row

/** @import {Facts, Picture, Pictures, View} from '../types' */

/**
 * `element` is a group above the fills, in units of the view, which is filled with `patterns`.
 * @param {{facts: Facts, view: View, pictures: Pictures, large: () => number}} of
 */
export function createWeave({facts, view, pictures, large}) {
  const idOf = (/** @type {string} */ status) => `${view.name}-${status}`;
  const patterns = Object.entries(facts.printed).map(([status, hatch]) => pattern(idOf(status), hatch));
  for (const each of patterns) mark(each, 'class', 'printed');
  const element = s('g', {class: 'weaves'});
  /** @type {SVGPathElement[]} made when they are asked for */
  let paths = [];
  /** @type {Picture | null} the picture that the patterns show */
  let woven = null;
  return {
    element,
    patterns,
    scale: (/** @type {number} */ k) => scalePatterns(patterns, k / Math.max(1, LARGE * large())),
    /** Lay the patterns of a picture over it; null for none. */
    show(/** @type {Picture | null} */ picture) {
      if (picture === woven) return;
      if (!picture) element.replaceChildren();
      else if (!woven) {
        paths = pictures.units.map((id) => s('path', {class: 'weave', d: view.paths[id]}));
        element.replaceChildren(...paths);
      }
      for (const [i, path] of picture ? paths.entries() : []) {
        const status = /** @type {Picture} */ (picture).statuses[i];
        if (status === woven?.statuses[i]) continue;
        path.setAttribute('data-status', status);
        path.style.fill = status in facts.printed ? `url(#${idOf(status)})` : 'none';
      }
      woven = picture;
    },
  };
}
