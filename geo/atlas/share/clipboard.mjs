// Text to the clipboard.

import {h} from '../dom.mjs';

/**
 * Copy a text; true when it worked. The page may be served without a safe connection, where there is no clipboard: then
 * a field beside is selected and copied.
 * @param {string} text
 * @param {Element} beside
 * @returns {Promise<boolean>}
 */
export async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', {class: 'sr-only', 'aria-hidden': 'true', tabindex: -1});
    field.value = text;
    beside.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
