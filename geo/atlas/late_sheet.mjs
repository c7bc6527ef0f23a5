// A sheet that few readers open: what makes it is fetched when it is first opened.

import {fetchedOnce} from './core/late.mjs';

/** @import {LateSheet, Sheet} from './types' */

/**
 * @param {{root: HTMLElement, make: () => Promise<Sheet>, onMissing: () => void}} of
 * @returns {LateSheet}
 */
export function createLateSheet({root, make, onMissing}) {
  /** @type {Sheet | null} */
  let sheet = null;
  const made = fetchedOnce(async () => {
    sheet = await make();
    root.append(sheet.element);
    return sheet;
  });
  return {
    open: (state) => made().then(({open}) => open(state), onMissing),
    close: () => sheet?.close(),
    isOpen: () => Boolean(sheet?.isOpen()),
  };
}
