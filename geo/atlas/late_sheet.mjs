// A sheet that few readers open: what makes it is fetched when it is first opened.

import {createLate} from './core/late.mjs';

/** @import {LateSheet, Sheet} from './types' */

/**
 * @param {{root: HTMLElement, make: () => Promise<Sheet>, onMissing: () => void}} of
 * @returns {LateSheet}
 */
export function createLateSheet({root, make, onMissing}) {
  const {ask, got} = createLate(async () => {
    const sheet = await make();
    root.append(sheet.element);
    return sheet;
  });
  return {
    open: (state) => ask().then(({open}) => open(state), onMissing),
    close: () => got()?.close(),
    isOpen: () => Boolean(got()?.isOpen()),
  };
}
