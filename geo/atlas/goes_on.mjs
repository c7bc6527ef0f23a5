// Words that go on below an edge: the last line over it is whole, and a sign there says that more follows.

import {createDebounce} from './core/debounce.mjs';
import {mark} from './dom.mjs';
import {createOnceAFrame} from './once_a_frame.mjs';

const SIGN_PX = 16; // of the sign over the edge
const PART_PX = 1; // a part of a pixel is none
const TALL_PX = 48; // a picture higher than that may go on below an edge: it is no line
const REST_MS = 60; // what takes layout follows the hand at this distance

/** @param {Element[]} parts the boxes of the lines of text and of the signs in them, as they stand on the screen */
function linesIn(parts) {
  const range = document.createRange();
  return parts.flatMap((part) => {
    const lines = [...part.querySelectorAll('svg')].map((sign) => sign.getBoundingClientRect());
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement?.closest('.sr-only')) continue;
      range.selectNodeContents(texts.currentNode);
      lines.push(...range.getClientRects());
    }
    return lines.filter(({width, height}) => width && height < TALL_PX);
  });
}

/**
 * Where the last whole line over an edge and its sign ends.
 * @param {{top: number, bottom: number}[]} lines
 * @param {number} edge
 */
function lastWhole(lines, edge) {
  let end = edge - SIGN_PX;
  const isCut = (/** @type {{top: number, bottom: number}} */ {top, bottom}) => top < end && bottom > end + PART_PX;
  for (let cut = lines.filter(isCut); cut.length; cut = lines.filter(isCut)) end = Math.min(...cut.map(({top}) => top));
  return end;
}

/**
 * `cover` has `data-goes-on` while words go on below `edge()`, and in `--cut` how high over that no line is whole.
 * Gives what looks again, and from then on whenever the parts that there are now change their sizes.
 * @param {{scroller: HTMLElement, parts: () => Element[], cover: HTMLElement, edge: () => number}} of
 */
export function showGoingOn({scroller, parts, cover, edge}) {
  const looked = createOnceAFrame(() => {
    const scrolls = scroller.scrollHeight > scroller.clientHeight + PART_PX;
    const lines = scrolls ? linesIn(parts()) : [];
    const at = edge();
    const goesOn = lines.some(({bottom}) => bottom > at - SIGN_PX + PART_PX);
    mark(cover, 'data-goes-on', goesOn);
    if (goesOn) cover.style.setProperty('--cut', `${at - lastWhole(lines, at)}px`);
  });
  const rested = createDebounce(looked.now, REST_MS);
  const sizes = new ResizeObserver(rested.schedule);
  function watch() {
    for (const each of [scroller, cover, ...parts()]) sizes.observe(each);
    rested.schedule();
  }
  watch();
  scroller.addEventListener('scroll', looked.schedule, {passive: true});
  return watch;
}
