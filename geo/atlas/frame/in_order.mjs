// The order of the page is that of the screen: what a window of another size has elsewhere stands there for the keys,
// too, and for who hears the page.

import {focusBeside, mark} from '../dom.mjs';

/** Low windows, as `low.css` has them: one column that scrolls, with the foot at its end. */
const LOW = '(max-height: 37.49em) and (max-width: 68.74em)';
/** Windows whose title is a column beside the map. */
const COLUMN = '(min-width: 68.75em)';
/** Windows with room for all, where the figures come first. */
const ROOMY = '(min-height: 48.76em) and (min-width: 68.75em)';
/** Windows beside the map with less of it, where they come last. */
const TIGHT = '(max-height: 48.75em) and (min-width: 43.76em)';

/**
 * Put a part where windows have it, now and whenever one of the queries comes to be true or no longer is. A part that
 * holds the focus keeps it.
 * @param {Element} part
 * @param {string[]} queries
 * @param {(...are: boolean[]) => void} put is told which of them are true
 * @returns {{settle: () => void, stop: () => void}} what puts it once more, and what stops it
 */
function putBy(part, queries, put) {
  const lists = queries.map((query) => matchMedia(query));
  function settle() {
    const held = focusBeside(part);
    put(...lists.map(({matches}) => matches));
    if (held instanceof HTMLElement && part.contains(held)) held.focus({preventScroll: true});
  }
  for (const list of lists) list.addEventListener('change', settle);
  settle();
  return {settle, stop: () => lists.forEach((list) => list.removeEventListener('change', settle))};
}

/**
 * The foot stands before the timeline, in a low window after the panel.
 * @param {{foot: Element, timeline: Element, panel: Element}} of
 * @returns {() => void} what stops it
 */
export const footInOrder = ({foot, timeline, panel}) =>
  putBy(foot, [LOW], (isLow) => (isLow ? panel.after(foot) : timeline.before(foot))).stop;

/**
 * The figures stand before what explains the map, after it, or at the end of all.
 * @param {{figures: Element, key: Element, all: Element}} of
 * @returns {() => void} what stops it
 */
export const figuresInOrder = ({figures, key, all}) =>
  putBy(figures, [ROOMY, TIGHT], (isRoomy, isTight) => {
    if (isRoomy) key.before(figures);
    else if (isTight) all.append(figures);
    else key.after(figures);
  }).stop;

/**
 * What explains the map stands in its home or, while a card is open there, in the column of the title, after the
 * `short` form of it; where there is no such column, `after` the card.
 * @param {{key: Element, home: Element, short: Element | null, after: Element, isOpen: () => boolean}} of
 */
export const keyInOrder = ({key, home, short, after, isOpen}) =>
  putBy(key, [COLUMN], (isColumn) => {
    const isBeside = isColumn && isOpen();
    if (short) mark(short, 'data-whole', isBeside);
    if (!isOpen()) home.append(key);
    else if (isBeside && short) short.after(key);
    else after.append(key);
  });
