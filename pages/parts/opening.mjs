// A link to something inside a closed box opens the box, as Streamlit's boxes come after the page.

const PATIENCE_MS = 20_000;
const PAUSE_MS = 150;

/**
 * Open the boxes around what the address names, once it is there, and bring it into view.
 * @param {Document} page
 */
function open(page) {
  const id = decodeURIComponent(page.location.hash.slice(1));
  const until = Date.now() + PATIENCE_MS;
  const look = () => {
    const target = id && page.getElementById(id);
    if (!target) {
      if (id && Date.now() < until) setTimeout(look, PAUSE_MS);
      return;
    }
    const box = target.closest('details');
    const summary = box?.querySelector('summary');
    if (box && !box.open) summary?.click();
    (summary ?? target).scrollIntoView({block: 'start'});
  };
  look();
}

/**
 * Open what the address names, now and whenever it changes.
 * @param {Document} page
 */
export function openLinked(page) {
  page.defaultView?.addEventListener('hashchange', () => open(page));
  open(page);
}
