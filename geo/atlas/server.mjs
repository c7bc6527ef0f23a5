// When its server goes away, Streamlit lays a dialog over the page, makes everything under it inert, and tries again
// and again. The atlas needs no server: the dialog is put away each time it comes, and a quiet line says so until the
// server is back.

const DIALOG = '[data-testid="stDialog"]';
const TROUBLE = /connection error/i;
const STATE = 'data-test-connection-state';
const LOST = /PINGING|DISCONNECTED/;

/**
 * Call `onChange(true)` when the server is out of reach and `onChange(false)` when it is back. Gives a function that
 * stops watching.
 * @param {(isGone: boolean) => void} onChange
 * @returns {() => void}
 */
export function watchServer(onChange) {
  const root = document.getElementById('root');
  const app = document.querySelector(`[${STATE}]`);
  if (!root || !app) return () => {};
  const look = () => {
    for (const dialog of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(DIALOG))) {
      if (!TROUBLE.test(dialog.textContent ?? '')) continue;
      dialog.style.setProperty('display', 'none', 'important');
      root.removeAttribute('inert');
      dialog.querySelector('button')?.click();
    }
    onChange(LOST.test(app.getAttribute(STATE) ?? ''));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {childList: true});
  observer.observe(root, {attributes: true, attributeFilter: ['inert']});
  observer.observe(app, {attributes: true, attributeFilter: [STATE]});
  return () => observer.disconnect();
}
