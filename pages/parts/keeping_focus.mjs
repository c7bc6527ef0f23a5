// The focus is not lost where a press takes away what was pressed, or switches it off: it goes to what else can be
// pressed in that row, or to the heading above its place.

const HEADINGS = '[data-testid="stMain"] :is(h1, h2, h3)';
const ROW = '[data-testid="stHorizontalBlock"]';
const PRESSED = 'button:not(:disabled, [tabindex="-1"]), a[href], input:not(:disabled, [type="file"])';

/** @type {WeakSet<Document>} */
const watched = new WeakSet();

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: Element}} mount
 */
export function keep({parentElement: {ownerDocument: page}}) {
  if (watched.has(page)) return;
  watched.add(page);
  /** @type {Element | null} */
  let had = null;
  let over = '';
  /** @type {Element | null} */
  let row = null;
  page.addEventListener('focusin', ({target}) => {
    had = /** @type {Element} */ (target);
    over = above(had, page);
    row = had.closest(ROW);
  });
  new MutationObserver(() => {
    const {activeElement: has, body} = page;
    if (!had || (has !== body && has !== had) || isThere(had)) return;
    const beside = /** @type {HTMLElement | null | undefined} */ (row?.isConnected && row.querySelector(PRESSED));
    const next = beside || headings(page).find((one) => one.textContent === over);
    if (!next) return;
    had = null;
    if (next !== beside) next.tabIndex = -1;
    next.focus({preventScroll: true});
  }).observe(page.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['disabled']});
}

const isThere = (/** @type {Element} */ element) =>
  element.getClientRects().length > 0 && !element.matches(':disabled');

/** @param {Document} page */
const headings = (page) => [...page.querySelectorAll(/** @type {'h1'} */ (HEADINGS))];

/**
 * The words of the last heading before an element, or of itself: a page that runs again may make it anew.
 * @param {Element} element
 * @param {Document} page
 */
function above(element, page) {
  const isBefore = (/** @type {Element} */ one) =>
    one === element || Boolean(one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return headings(page).filter(isBefore).pop()?.textContent ?? '';
}
