// The focus is not lost where a press takes away what was pressed: it goes to the heading above its place.

const HEADINGS = '[data-testid="stMain"] :is(h1, h2, h3)';

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
  page.addEventListener('focusin', ({target}) => {
    had = /** @type {Element} */ (target);
    over = above(had, page);
  });
  new MutationObserver(() => {
    if (!had || had.getClientRects().length || page.activeElement !== page.body) return;
    const heading = headings(page).find((one) => one.textContent === over);
    if (!heading) return;
    had = null;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }).observe(page.body, {childList: true, subtree: true});
}

/** @param {Document} page */
const headings = (page) => [...page.querySelectorAll(/** @type {'h1'} */ (HEADINGS))];

/**
 * The words of the last heading before an element: a page that runs again may make it anew.
 * @param {Element} element
 * @param {Document} page
 */
function above(element, page) {
  const isBefore = (/** @type {Element} */ one) =>
    Boolean(one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return headings(page).filter(isBefore).pop()?.textContent ?? '';
}
