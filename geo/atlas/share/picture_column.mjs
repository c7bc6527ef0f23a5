// The words and signs beside the map of a picture, one under another; they cover none of it.

import {rulerOf, s} from '../dom.mjs';

/** @import {Props} from '../dom.mjs' */

/** @typedef {{x: number, y: number, width: number, height: number}} Place */

const COLUMN = {x: 40, y: 24, width: 380, height: 960};
const FOOT = 1056; // where the last line of what stands at the foot ends
const [LABEL_X, COUNT_WIDTH] = [50, 56];

// The reader's own: a picture can bring none along, and what measures its text must use the same.
export const FONT = '"Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif';

/**
 * The lines into which a text breaks at a width.
 * @param {string} text
 * @param {string} font
 * @param {number} width
 */
function wrapped(text, font, width) {
  const measure = rulerOf();
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Text and signs from the top down, in a place of the picture; `finish()` gives them as one group, smaller where they
 * would run over.
 * @param {{text: string, rule: string}} colours
 * @param {Place} [at]
 */
export function createColumn({text, rule}, at = COLUMN) {
  /** @type {SVGElement[]} */
  const nodes = [];
  let y = 0;
  const gap = (/** @type {number} */ height) => (y += height);
  /**
   * Text on as many lines as it takes; `more` are attributes of each.
   * @param {string} words
   * @param {number} size
   * @param {Props} [more]
   * @param {{x?: number, width?: number, leading?: number}} [place]
   */
  const lines = (words, size, more = {}, {x = 0, width = at.width, leading = 1.25} = {}) => {
    const wrappedLines = wrapped(words, `${more['font-weight'] ?? 400} ${size}px ${FONT}`, width);
    for (const line of wrappedLines)
      nodes.push(s('text', {x, y: (y += size * leading).toFixed(1), 'font-size': size, fill: text, ...more}, line));
  };
  return {
    lines,
    gap,
    /** A line across, with room above and below. */
    rule(/** @type {number} */ above, /** @type {number} */ below) {
      gap(above);
      nodes.push(s('rect', {x: 0, y, width: at.width, height: 1, fill: rule}));
      gap(below);
    },
    /**
     * A sign, what it means, and how many there are. `sign` is drawn in a box of SIGN_WIDTH by SIGN_HEIGHT.
     * @param {(Node | null)[]} sign
     * @param {string} label
     * @param {string} [count]
     * @param {Props} [more] attributes of what it means
     */
    row(sign, label, count, more = {}) {
      const top = y;
      nodes.push(s('g', {transform: `translate(0 ${top + 5})`}, sign));
      if (count)
        nodes.push(
          s(
            'text',
            {x: at.width, y: top + 25, 'font-size': 21, 'font-weight': 700, 'text-anchor': 'end', fill: text},
            count,
          ),
        );
      const x = sign.length ? LABEL_X : 0; // words alone begin where others have their sign
      lines(label, 21, more, {x, width: at.width - x - (count ? COUNT_WIDTH : 0), leading: 1.19});
      y += 9;
    },
    /** The same at the foot of the picture. */
    finishAtFoot: () => s('g', {transform: `translate(${at.x} ${(FOOT - y).toFixed(1)})`}, nodes),
    /** How many times as large as it is written it may be. */
    fit: () => Math.min(1, at.height / y),
    finish: (scale = Math.min(1, at.height / y)) =>
      s('g', {transform: `translate(${at.x} ${at.y}) scale(${scale.toFixed(4)})`}, nodes),
  };
}
