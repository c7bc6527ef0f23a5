// What a page with charts asks of the browser: how narrow it is and how large its type, that readers of the screen get
// the words of a chart, not the hundreds of marks that it is drawn of, and that paper gets all of its width.

import {acrossPage} from '../../geo/atlas/core/on_paper.mjs';

const NARROW = '(max-width: 700px)';
const ROOMY = '(min-width: 80em)'; // so that a chart has its room in a larger type, too
const USUAL_PX = 16; // of type
const DRAWN = '.stPlotlyChart > .js-plotly-plot';

/** @type {WeakMap<Element, {tell: (name: string, value: boolean | number) => void, end: () => void}>} */
const mounted = new WeakMap();

/** @param {Document} page */
function hide(page) {
  for (const chart of page.querySelectorAll(`${DRAWN}:not([aria-hidden])`)) chart.setAttribute('aria-hidden', 'true');
}

/**
 * Make charts smaller while they are printed: they keep the width of the window, which a page would cut.
 * @param {Document} page
 * @param {boolean} isPrinting
 */
function fitPage(page, isPrinting) {
  for (const chart of page.querySelectorAll(DRAWN)) {
    const box = /** @type {HTMLElement} */ (chart.parentElement);
    box.style.removeProperty('zoom');
    if (isPrinting) box.style.setProperty('zoom', String(acrossPage(chart.clientWidth)));
  }
}

/**
 * Streamlit calls this again at each run of the page, and what it gives back only when the page goes.
 * @param {{parentElement: Element, setStateValue: (name: string, value: boolean | number) => void}} mount
 */
export function watch({parentElement, setStateValue}) {
  const page = parentElement.ownerDocument;
  const known = mounted.get(parentElement);
  if (known) {
    known.tell = setStateValue;
    return known.end;
  }
  const width = matchMedia(NARROW);
  const roomy = matchMedia(ROOMY);
  let told = 1;
  const turn = () => mounted.get(parentElement)?.tell('narrow', width.matches);
  function size() {
    const type = roomy.matches ? parseFloat(getComputedStyle(page.documentElement).fontSize) / USUAL_PX : 1;
    if (type !== told) mounted.get(parentElement)?.tell('type', (told = type));
  }
  const shrink = () => fitPage(page, true);
  const grow = () => fitPage(page, false);
  const drawn = new MutationObserver(() => hide(page));
  const end = () => {
    width.removeEventListener('change', turn);
    removeEventListener('resize', size);
    removeEventListener('beforeprint', shrink);
    removeEventListener('afterprint', grow);
    drawn.disconnect();
    mounted.delete(parentElement);
  };
  mounted.set(parentElement, {tell: setStateValue, end});
  width.addEventListener('change', turn);
  addEventListener('resize', size);
  addEventListener('beforeprint', shrink);
  addEventListener('afterprint', grow);
  drawn.observe(page.body, {childList: true, subtree: true});
  hide(page);
  if (width.matches) turn();
  size();
  return end;
}
