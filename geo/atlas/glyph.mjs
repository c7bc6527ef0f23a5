// One sign for each stance, told apart by shape as well as by colour.

import {s} from './dom.mjs';

const SHAPES = {
  red_line: ['M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z', 'M-4-1.4h8v2.8h-8z'],
  threat: ['M0-8L8 6H-8z'],
  demand: ['M0-8L8 0L0 8L-8 0z'],
  grievance: ['M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z', 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z'],
  rebuttal: ['M-6.3-6.3h12.6v12.6h-12.6z'],
  assurance: ['M-6.3-6.3h12.6v12.6h-12.6z', 'M-3-3h6v6h-6z'],
  acceptance: ['M0-8L8 0L0 8L-8 0z', 'M0-3.7L3.7 0L0 3.7L-3.7 0z'],
  reason: ['M0-8L7.2-1V7H-7.2V-1z'],
  dissent: ['M-7-4.2L-4.2-7L0-2.8L4.2-7L7-4.2L2.8 0L7 4.2L4.2 7L0 2.8L-4.2 7L-7 4.2L-2.8 0z'],
};

/** The sign as an SVG group around (0, 0), about 16 units across; a contested statement wears a broken ring. */
export function glyph({stance, contested}) {
  const [body, hole] = SHAPES[stance];
  return s('g', {class: 'glyph', 'data-stance': stance},
    contested && s('circle', {class: 'contested-ring', r: 11}),
    s('path', {class: 'glyph-body', d: body}),
    hole && s('path', {class: 'glyph-hole', d: hole}));
}

/** The sign as a small picture beside a line of text. */
export function glyphIcon(statement) {
  return s('svg', {class: 'glyph-icon', viewBox: '-12 -12 24 24', width: 22, height: 22, 'aria-hidden': 'true'}, glyph(statement));
}
