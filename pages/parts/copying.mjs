// Buttons of the cards that copy a text; the cards come as HTML, which brings no script along.

import {copy} from '../../geo/atlas/share/clipboard.mjs';
import {openLinked} from './opening.mjs';

const TOLD_MS = 2_000;
/** @type {WeakSet<Document>} */
const listening = new WeakSet();

/**
 * Copy the text of a pressed button, and say so on it for a while.
 * @param {Event} event
 */
async function press({target}) {
  const button = target instanceof Element ? target.closest('button[data-copy]') : null;
  if (!(button instanceof HTMLElement)) return;
  const label = button.textContent;
  const {copy: text = '', done = '', failed = ''} = button.dataset;
  button.textContent = (await copy(text, button)) ? done : failed;
  setTimeout(() => (button.textContent = label), TOLD_MS);
}

/**
 * Listen once a document: Streamlit calls this again at each run of the page.
 * @param {{parentElement: Element}} mount
 */
export function listen({parentElement: {ownerDocument}}) {
  if (listening.has(ownerDocument)) return;
  listening.add(ownerDocument);
  ownerDocument.addEventListener('click', press);
  openLinked(ownerDocument);
}
