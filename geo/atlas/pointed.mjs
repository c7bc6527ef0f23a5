// The statement that is pointed at, by hand or by focus, wherever its row or its mark stands.

import {within} from './dom.mjs';

const POINTED = '[data-open-statement], [data-choose], .mark[data-statement]';

/**
 * Tell which statement is pointed at within `root`; null when none is any more.
 * @param {HTMLElement} root
 * @param {(id: string | null) => void} onPoint
 */
export function listenToPointed(root, onPoint) {
  function tell(/** @type {Event} */ event) {
    const {openStatement, choose, statement} = within(event, POINTED)?.dataset ?? {};
    onPoint(openStatement ?? choose ?? statement ?? null);
  }
  root.addEventListener('pointerover', tell);
  root.addEventListener('focusin', tell);
  for (const name of ['pointerleave', 'focusout']) root.addEventListener(name, () => onPoint(null));
}
