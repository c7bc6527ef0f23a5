// The address bar, which holds the state, its history, which holds the cards and views before it, and the storage of
// the session, where the state waits while another page is open. In a frame of another site none may be had.

const KEPT = 'eastward.state';

/**
 * What is asked of the browser, or the other thing where it does not allow it.
 * @template Value
 * @param {() => Value} ask
 * @param {Value} otherwise
 */
function allowed(ask, otherwise) {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/**
 * The address to begin with.
 * @returns {string}
 */
export const keptAddress = () => location.search || allowed(() => sessionStorage.getItem(KEPT), '') || '';

/**
 * Put the address of a state into the bar, in place of the one there, or, with `isNew`, after it.
 * @param {string} search
 */
export function keepAddress(search, isNew = false) {
  const method = isNew ? 'pushState' : 'replaceState';
  allowed(() => history[method](history.state, '', search + location.hash), undefined);
  allowed(() => sessionStorage.setItem(KEPT, search), undefined);
}

/**
 * Be told the address that the reader goes back or on to, as long as it is one of this page: Streamlit, which would ask
 * the server for the same page again, then hears nothing of it. Gives what stops it.
 * @param {(search: string) => void} onAddress
 * @returns {() => void}
 */
export function listenToHistory(onAddress) {
  const {pathname} = location;
  function onMove(/** @type {PopStateEvent} */ event) {
    if (location.pathname !== pathname) return;
    event.stopImmediatePropagation();
    onAddress(location.search);
  }
  addEventListener('popstate', onMove, {capture: true});
  return () => removeEventListener('popstate', onMove, {capture: true});
}
