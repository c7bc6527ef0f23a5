// A file that the browser saves.

import {h} from './dom.mjs';

const LATER_MS = 60_000; // the browser has read a download by then

export function save(/** @type {Blob} */ blob, /** @type {string} */ name) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), LATER_MS);
}
