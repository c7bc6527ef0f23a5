// What scrolls can be scrolled by keys: an area with nothing in it to take the focus takes it itself, while more lies
// in it than shows. Some engines do so of their own accord, Safari does not.

import {focusBeside, mark} from './dom.mjs';

const TAKES_FOCUS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const HIDDEN_PX = 1; // a part of a pixel is none

/**
 * @param {HTMLElement} area one that has a role and a name, so that who comes there hears where
 * @param {Element[]} contents its parts, by whose height it comes to scroll
 */
export function scrollByKeys(area, contents) {
  const settle = () => {
    const takes = [...area.querySelectorAll(TAKES_FOCUS)].some((each) => each.getClientRects().length);
    const scrolls = area.scrollHeight > area.clientHeight + HIDDEN_PX && getComputedStyle(area).overflowY !== 'visible';
    const isHeld = focusBeside(area) === area; // the focus would fall to the page
    mark(area, 'tabindex', isHeld || (scrolls && !takes) ? 0 : null);
  };
  const sizes = new ResizeObserver(settle);
  for (const each of [area, ...contents]) sizes.observe(each);
  area.addEventListener('blur', settle);
}
