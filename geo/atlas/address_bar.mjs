// The address bar, which holds the state, and the storage of the session, where it waits while another page is open.

const KEPT = 'eastward.state';

/**
 * The address to begin with.
 * @returns {string}
 */
export const keptAddress = () => location.search || sessionStorage.getItem(KEPT) || '';

/**
 * Put the address of a state into the bar.
 * @param {string} search
 */
export function keepAddress(search) {
  history.replaceState(history.state, '', search + location.hash);
  sessionStorage.setItem(KEPT, search);
}
