// Gives a file to the reader.

import {h} from './dom.mjs';

const LATER_MS = 60_000; // the browser has read a download by then

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), LATER_MS);
}
