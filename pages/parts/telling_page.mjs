// Which page has come is said to those who hear it: the document stays, and no browser tells of a new title.

const UNSEEN = {position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)'};
const TELLS = 'eastward-page';

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: Element}} mount
 */
export function tellPage({parentElement: {ownerDocument: page}}) {
  if (page.getElementById(TELLS)) return;
  const told = Object.assign(page.createElement('p'), {id: TELLS});
  told.setAttribute('role', 'status');
  Object.assign(told.style, UNSEEN);
  page.body.append(told);
  let last = page.title;
  new MutationObserver(() => {
    if (page.title === last) return;
    last = page.title;
    told.textContent = last;
  }).observe(page.head, {childList: true, subtree: true, characterData: true});
}
