// Streamlit covers the page with a dialog when its server goes away. The atlas needs no server: it says so quietly instead.

const DIALOG = '[data-testid="stConnectionErrorDialog"], [data-testid="stDialog"], [role="dialog"]';

export function watchServer(tell) {
  const look = () => tell([...document.querySelectorAll(DIALOG)].some((node) => /connection/i.test(node.textContent)));
  const observer = new MutationObserver(look);
  observer.observe(document.body, {childList: true, subtree: true});
  return () => observer.disconnect();
}
