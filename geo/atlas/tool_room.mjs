// Where a map has its menu and tools, and what of it they take.

import {mapOnPage} from './core/on_paper.mjs';
import {focusBeside, mark} from './dom.mjs';

/** @import {Size} from './core/camera.mjs' */
/** @import {Box} from './core/name_layout.mjs' */

/** A smaller map, of which they would cover much, has one button that brings them out. */
const LEAST = {width: 500, height: 250};
/** Windows with room for menu and tools beside the title: look/base.css and look/small.css. */
const BESIDE = '(min-width: 68.75em), (min-width: 43.76em) and (min-height: 37.5em)';
/** Frames with a column beside the map alone that has room for them in a row: geo/embed/beside.css. */
const BESIDE_ALONE = '(min-width: 60em) and (min-height: 30.01em) and (min-aspect-ratio: 1333/1000)';
/** Phones held upright have the button on the bar of the sheet, off the map: look/upright.css. */
const UPRIGHT = '(max-width: 43.75em) and (min-height: 37.5em)';
/** Windows with a column of the title beside the map, however narrow that is: look/base.css. */
const COLUMN = '(min-width: 68.75em)';
/** Windows with the search at the map's foot: look/low.css. */
const LOW = '(max-height: 37.49em) and (min-width: 34.01em) and (max-width: 68.74em)';

/**
 * Whether one button holds menu and tools.
 * @param {HTMLElement} root
 * @param {Size} map
 */
function areFolded({dataset}, {width, height}) {
  if ('phone' in dataset || height < LEAST.height) return true;
  if (!dataset.layout && matchMedia(COLUMN).matches) return false;
  return width < LEAST.width || !matchMedia(dataset.layout === 'embed' ? BESIDE_ALONE : BESIDE).matches;
}

/**
 * What holds that button off the map: on phones held upright the sheet with its bar, in frames the title.
 * @template T
 * @param {HTMLElement} root
 * @param {{area: T, panel: T, title: T}} parts `area` holds the map
 */
function homeOf({dataset}, {area, panel, title}) {
  if (dataset.layout === 'embed') return 'phone' in dataset ? area : title;
  return !dataset.layout && matchMedia(UPRIGHT).matches ? panel : area;
}

/**
 * The boxes of what stands on the map: the button that holds menu and tools, and in low windows the search. Walls,
 * frames, phones held upright and windows with room beside the title have none.
 * @param {Size} size of the stage
 * @param {HTMLElement} root
 * @returns {Box[]}
 */
export function toolsOn({width, height}, root) {
  const {layout} = root.dataset;
  if (layout === 'projector' || !homeOf(root, {area: true, panel: false, title: false})) return [];
  const corner = {x: width - 50, w: 50, h: 50};
  const search = !layout && matchMedia(LOW).matches ? [{...corner, y: height - 50}] : [];
  const area = root.querySelector('.map-area');
  const map = area?.clientWidth ? {width: area.clientWidth, height: area.clientHeight} : {width, height};
  if (!areFolded(root, map)) return [];
  const edge = 'phone' in root.dataset ? 60 : corner.w;
  return [{x: 0, y: height - edge, w: edge, h: edge}, ...search];
}

/**
 * Keep menu and tools off the map, beside the title, or on a small map behind their button. Where one that holds the
 * focus is folded away, the button has it.
 * @param {{root: HTMLElement, area: HTMLElement, menu: HTMLElement, tools: HTMLElement, fold: HTMLElement,
 *   sheet: {element: HTMLElement}, titleBlock: {element: HTMLElement}}} of `area` holds the map
 * @returns {() => void} what stops it
 */
export function placeMenu({root, area, menu, tools, fold, sheet, titleBlock}) {
  function settle(/** @type {Size} */ map) {
    if (!map.width || !map.height) return;
    const onPaper = {'--wide': map.width, '--high': map.height, '--on-page': mapOnPage(map)};
    for (const [name, value] of Object.entries(onPaper)) root.style.setProperty(name, String(value));
    const isFolded = areFolded(root, map);
    const home = homeOf(root, {area, panel: sheet.element, title: titleBlock.element});
    if (fold.parentElement !== home) home.prepend(fold);
    mark(root, 'data-menu', isFolded ? 'folded' : 'beside');
    if (menu.parentElement === (isFolded ? area : root)) return;
    const held = focusBeside(menu);
    const isHeld = held instanceof HTMLElement && [menu, tools].some((part) => part.contains(held));
    if (isFolded) area.querySelector('.stage')?.after(tools, menu);
    else area.before(menu, tools);
    if (isFolded) menu.removeAttribute('open'); // it is out of sight until the tools are brought out
    if (!isHeld) return;
    const isSeen = held.getClientRects().length > 0;
    (isSeen ? held : fold).focus({preventScroll: true});
  }
  const sizes = new ResizeObserver(([{contentRect}]) => settle(contentRect));
  sizes.observe(area);
  settle({width: area.clientWidth, height: area.clientHeight});
  return () => sizes.disconnect();
}
