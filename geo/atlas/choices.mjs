// What a reader chose for good: whether letters are keys, how much is said, whether the years sound,
// whether colours have patterns.

const KEPT = 'eastward.';
/** @type {Map<string, string>} for as long as the page is open, where the browser may keep nothing */
const held = new Map();

/**
 * What was chosen under a name; empty where nothing was.
 * @param {string} name
 * @returns {string}
 */
export function chosen(name) {
  const own = held.get(name);
  if (own !== undefined) return own;
  try {
    return localStorage.getItem(KEPT + name) ?? '';
  } catch {
    return '';
  }
}

/** Whether something was chosen since the page was opened. */
export const isChosenNow = (/** @type {string} */ name) => held.has(name);

/**
 * Choose, for this page and for later visits.
 * @param {string} name
 * @param {string} value
 */
export function choose(name, value) {
  held.set(name, value);
  try {
    localStorage.setItem(KEPT + name, value);
  } catch {
    // A frame on another site may not: the choice holds while the page is open.
  }
}

/**
 * Whether a key that is pressed is a character, and those are switched off as keys.
 * @param {{key: string}} event
 */
export const isSwitchedOff = ({key}) => key.length === 1 && key !== ' ' && chosen('letters') === 'off';
