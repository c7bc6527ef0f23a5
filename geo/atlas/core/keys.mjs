// Which key does what. Pure: a key and where the focus is in, the name of an act out. `c` and `r` stay free.

const EVERYWHERE = {
  'shift+ArrowLeft': 'previousChange',
  'shift+ArrowRight': 'nextChange',
  PageUp: 'tenOn',
  PageDown: 'tenBack',
  Home: 'firstYear',
  End: 'lastYear',
  Escape: 'close',
  '?': 'help',
  'shift+?': 'help',
  f: 'fullScreen',
  F: 'fullScreen',
  'shift+F': 'fullScreen',
};
const ATLAS = {ArrowLeft: 'yearBack', ArrowRight: 'yearOn', ' ': 'play', Enter: 'play'};
const RANGE = {...ATLAS, ArrowDown: 'yearBack', ArrowUp: 'yearOn'};
const STAGE = {
  ArrowLeft: 'walkBack',
  ArrowUp: 'walkBack',
  ArrowRight: 'walkOn',
  ArrowDown: 'walkOn',
  ' ': 'openCard',
  Enter: 'openCard',
};
const CONTROL = {ArrowLeft: 'yearBack', ArrowRight: 'yearOn'}; // a button keeps space and Enter for itself

/** @typedef {'stage' | 'range' | 'text' | 'control' | 'page'} Place */

/**
 * The act a key asks for, or null.
 * @param {{key: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} event
 * @param {Place} place
 * @returns {string | null}
 */
export function actOf({key, shiftKey, ctrlKey, metaKey, altKey}, place) {
  if (ctrlKey || metaKey || altKey || (place === 'text' && key !== 'Escape')) return null;
  const name = shiftKey ? `shift+${key}` : key;
  if (EVERYWHERE[name]) return EVERYWHERE[name];
  if (/^[1-9]$/.test(name)) return `view${name}`;
  return {stage: STAGE, range: RANGE, control: CONTROL, page: ATLAS}[place][name] ?? null;
}

/**
 * Where the focus is, from the elements the event passed through.
 * @param {any[]} path
 * @returns {Place}
 */
export function placeOf(path) {
  for (const node of path) {
    if (!node.matches) continue;
    if (node.matches('input[type=range]')) return 'range';
    if (node.matches('input, textarea, select, [contenteditable=""], [contenteditable=true]')) return 'text';
    if (node.matches('button, a[href], summary')) return 'control';
    if (node.matches('.stage')) return 'stage';
  }
  return 'page';
}
