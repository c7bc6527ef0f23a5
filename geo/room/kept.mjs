// Who leads a room or takes part in it, for as long as the tab lives: the code and a secret. No name, no address. What
// the browser does not let keep, as in a frame of another site, is forgotten at a reload.

/** @typedef {{code: string, secret: string}} Who */

/**
 * What is kept under a name.
 * @param {string} name
 */
export function createKeeping(name) {
  return {
    /** Who this tab is; null where nothing is kept. */
    recall() {
      try {
        const found = JSON.parse(sessionStorage.getItem(name) ?? 'null');
        const isOurs = found && typeof found.code === 'string' && typeof found.secret === 'string';
        return isOurs ? /** @type {Who} */ (found) : null;
      } catch {
        return null;
      }
    },
    keep(/** @type {Who | null} */ who) {
      try {
        if (who) sessionStorage.setItem(name, JSON.stringify(who));
        else sessionStorage.removeItem(name);
      } catch {
        // A reload will ask anew.
      }
    },
  };
}
