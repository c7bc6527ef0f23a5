// One sign for each stance, told apart by shape as well as by colour.

import {entry} from './core/lookup.mjs';
import {s} from './dom.mjs';

/** @import {RawFacts} from './payload' */
/** @import {Glyphs} from './types' */

/**
 * Makers of signs from the shapes that come with the facts: `glyph` as a group around (0, 0), `icon` as a picture
 * beside text, `badgeSign` as a group for so many in one place, `tagArrow` as a path to a place beyond the map.
 * @param {Pick<RawFacts, 'glyphs' | 'badge' | 'tag_arrow' | 'times'>} shapes
 * @returns {Glyphs}
 */
export function createGlyphs({glyphs, badge, tag_arrow: arrow, times}) {
  const shapeOf = new Map(Object.entries(glyphs));
  /**
   * About 16 units across; a contested statement wears a broken ring.
   * @type {Glyphs['glyph']}
   */
  const glyph = ({stance, confidence}) => {
    const [body, hole] = entry(shapeOf, stance);
    return s(
      'g',
      {class: 'glyph', 'data-stance': stance},
      confidence === 'contested' && s('circle', {class: 'contested-ring', r: 11}),
      s('path', {class: 'glyph-body', d: body}),
      hole && s('path', {class: 'glyph-hole', d: hole}),
    );
  };
  /** @type {Glyphs['icon']} */
  const icon = (statement) =>
    s(
      'svg',
      {class: 'glyph-icon', viewBox: '-12 -12 24 24', width: 22, height: 22, 'aria-hidden': 'true'},
      glyph(statement),
    );
  /** @type {Glyphs['badgeSign']} */
  const badgeSign = (count) => {
    const words = `${times}${count}`;
    return s(
      'g',
      {class: 'badge-sign'},
      s('path', {class: 'badge-body', d: badge}),
      s('text', {class: 'badge-count', 'data-long': words.length > 2}, words),
    );
  };
  const tagArrow = () => s('path', {class: 'tag-arrow', d: arrow});
  return {glyph, icon, badgeSign, tagArrow, times};
}
