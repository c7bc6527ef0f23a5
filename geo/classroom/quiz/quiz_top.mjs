// Puts a page of the quiz in place of the one before, and begins it at its top: on a phone the whole of the page rolls.

/**
 * @param {HTMLElement} body
 * @param {HTMLElement} root
 * @param {HTMLElement[]} nodes
 */
export function putPage(body, root, nodes) {
  body.replaceChildren(...nodes);
  for (const rolls of [body.parentElement, root]) if (rolls) rolls.scrollTop = 0;
}
