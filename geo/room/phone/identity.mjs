// Who a phone is, for as long as its tab lives: the code of its room and the token it was given. No name, no address.

const KEY = 'eastward-room';

/** The code and token of a phone; null where there is none, or where the browser keeps nothing. */
export function recalled() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return found && typeof found.code === 'string' && typeof found.token === 'string' ? found : null;
  } catch {
    return null;
  }
}

/** @param {{code: string, token: string} | null} who */
export function remember(who) {
  try {
    if (who) sessionStorage.setItem(KEY, JSON.stringify(who));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A reload will ask for the code again.
  }
}
