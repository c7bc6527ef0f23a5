// A count of what is found is said aloud, politely, when it changes: it stands in a box that stays while its words do
// not.

const COUNT = '[class*="st-key-count"]';

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: Element}} mount
 */
export function announce({parentElement: {ownerDocument}}) {
  for (const box of ownerDocument.querySelectorAll(`${COUNT}:not([role])`)) box.setAttribute('role', 'status');
}
